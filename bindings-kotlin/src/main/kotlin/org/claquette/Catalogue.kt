@file:JvmName("Claquette")
@file:JvmMultifileClass

package org.claquette

import org.claquette.border.catalogue as catalogueOfProblems
import org.claquette.border.schema as publishedSchema
import org.claquette.border.version as versionOfEngine
import org.claquette.wire.CatalogueRowShape
import org.claquette.wire.ListOf

/** A kind of problem. */
data class CatalogueRow(
    /** The stable code. */
    val code: String,
    /** Whether it stops a computation. */
    val severity: Severity,
    /** The names of its parameters. */
    val parameters: List<String>,
    /** The French message, with its parameters in braces. */
    val fr: String,
    /** The English message, with its parameters in braces. */
    val en: String,
)

/** Every kind of problem that an input can have. */
fun catalogue(): List<CatalogueRow> = ListOf(CatalogueRowShape).parse(catalogueOfProblems())

/** A published JSON Schema: of a `production`, a `footprint`, its `summary`, or a `refusal`. */
fun schema(name: String): String = errors { publishedSchema(whole(name)) }

/** The name and the version of the engine, as results carry it. */
fun version(): String = versionOfEngine()
