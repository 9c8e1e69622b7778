package org.claquette

import java.math.BigDecimal
import org.claquette.border.Footprint as Handle

/**
 * The footprint of a production: exact masses in kgCO2e, and everything that explains them.
 *
 * It never changes and may be shared between threads. [close] gives the memory back at once; without it, the
 * garbage collector does. What is asked of it after that is an [IllegalStateException].
 */
class Footprint internal constructor(private val handle: Handle) : AutoCloseable {
    /** Whether every line is in it. */
    val status: Completeness
        get() = if (handle.status() == Completeness.COMPLETE.wire) Completeness.COMPLETE else Completeness.PARTIAL

    /** The exact total of an account. Accounts are never netted. */
    @JvmOverloads
    fun total(account: Account = Account.COUNTED): BigDecimal = errors { BigDecimal(handle.total(account.wire)) }

    /** An account seen along an axis, such as `post`, `work` or `label:unit`, without some life-cycle parts. */
    @JvmOverloads
    fun view(
        axis: String,
        account: Account = Account.COUNTED,
        without: Collection<Part> = emptyList(),
    ): FootprintView =
        FootprintView.fromJson(errors { handle.view(whole(axis), account.wire, without.map { it.wire }) })

    /** The counted emissions set against what the production is. */
    fun indicators(): FootprintIndicators = FootprintIndicators.fromJson(handle.indicators())

    /** The whole result: totals, views, lines with their steps and factors, entries, warnings. */
    fun result(): FootprintResult = FootprintResult.fromJson(toJson())

    /** The report that people read. */
    fun report(language: Language): String = errors { handle.report(language.code) }

    /** A view as people read it: the groups from the largest, each with its share and a bar. */
    fun viewText(axis: String, language: Language): String =
        errors { handle.viewText(whole(axis), language.code) }

    /** The whole result as JSON, on one line. */
    fun toJson(): String = handle.toJson()

    /** The SHA-256 of the canonical JSON of the production. */
    fun sha256(): String = handle.sha256()

    /** Gives the memory back. */
    override fun close(): Unit = handle.close()
}
