@file:JvmName("Claquette")
@file:JvmMultifileClass

package org.claquette

import org.claquette.border.GivenLimits

/** How large an input may be; what is not given is as the core has it. */
data class Limits @JvmOverloads constructor(
    /** The most bytes of a document. */
    val bytes: Long? = null,
    /** The most nested levels. */
    val depth: Int? = null,
    /** The most items of all lists together. */
    val items: Int? = null,
    /** The most problems that are kept; the others are counted. */
    val problems: Int? = null,
) {
    internal fun given() =
        GivenLimits(bytes?.toULong(), depth?.toUInt(), items?.toUInt(), problems?.toUInt())

    init {
        val least = listOfNotNull(bytes, depth?.toLong(), items?.toLong(), problems?.toLong()).minOrNull() ?: 0
        if (least < 0) throw CalculationException.Misuse("a limit is $least; it cannot be less than 0")
    }
}

/** What checking found. */
data class Checked(
    /** Whether there is no error. */
    val sound: Boolean,
    /** Every problem, errors and warnings, in the order of the document. */
    val diagnostics: List<Diagnostic>,
    /** How many problems there are beyond those. */
    val more: Long,
)

/** Checks a production. What is wrong with it is told, not thrown, unless it holds itself and cannot be written. */
@JvmOverloads
fun check(production: Production, references: References = References.shared, limits: Limits = Limits()): Checked =
    check(production.toJson(), references, limits)

/** Checks a production in JSON. No text makes it throw. */
@JvmOverloads
fun check(json: String, references: References = References.shared, limits: Limits = Limits()): Checked =
    check(document(json), references, limits)

/** Checks a production in JSON, in UTF-8. No bytes make it throw. */
@JvmOverloads
fun check(json: ByteArray, references: References = References.shared, limits: Limits = Limits()): Checked {
    val verdict = references.handle.check(json, limits.given())
    val refusal = Refusal.fromJson(verdict.refusal)
    return Checked(verdict.sound, refusal.diagnostics, refusal.more)
}

/**
 * The SHA-256 of a production: of its canonical JSON, whatever order and notation it was entered in.
 *
 * What is not sound is a [CalculationException.Refused].
 */
@JvmOverloads
fun sha256(production: Production, references: References = References.shared, limits: Limits = Limits()): String =
    sha256(production.toJson(), references, limits)

/** The SHA-256 of a production in JSON. */
@JvmOverloads
fun sha256(json: String, references: References = References.shared, limits: Limits = Limits()): String =
    sha256(document(json), references, limits)

/** The SHA-256 of a production in JSON, in UTF-8. */
@JvmOverloads
fun sha256(json: ByteArray, references: References = References.shared, limits: Limits = Limits()): String =
    errors { references.handle.sha256(json, limits.given()) }
