package org.claquette

import java.math.BigDecimal
import org.claquette.border.Footprint as Handle
import org.claquette.border.References as Tables

/**
 * The footprint of a production: exact masses in kgCO2e, and everything that explains them.
 *
 * It never changes and may be shared between threads. [close] gives its memory back at once; without it, that of
 * the oldest footprints is given back, and what they are asked later is computed again, the same to the bit. What
 * is asked of it after it was closed is an [IllegalStateException].
 */
class Footprint internal constructor(
    internal val weight: Int,
    /** Its own handle of the tables, which nobody else closes. */
    private val tables: Tables,
    private val computed: (Tables) -> Handle,
) : AutoCloseable {
    @Volatile
    internal var closed = false

    init {
        try {
            Ledgers.ask(this) { }
        } catch (failure: Throwable) {
            // There is no footprint that could be closed.
            tables.close()
            throw failure
        }
    }

    internal fun compute(): Handle = errors { computed(tables) }

    internal fun <T> ask(act: (Handle) -> T): T = errors { Ledgers.ask(this, act) }

    /** Whether every line is in it. */
    val status: Completeness
        get() = if (ask { it.status() } == Completeness.COMPLETE.wire) Completeness.COMPLETE else Completeness.PARTIAL

    /** The exact total of an account. Accounts are never netted. */
    @JvmOverloads
    fun total(account: Account = Account.COUNTED): BigDecimal = BigDecimal(ask { it.total(account.wire) })

    /** An account seen along an axis, such as `post`, `work` or `label:unit`, without some life-cycle parts. */
    @JvmOverloads
    fun view(
        axis: String,
        account: Account = Account.COUNTED,
        without: Collection<Part> = emptyList(),
    ): FootprintView =
        FootprintView.fromJson(ask { it.view(whole(axis), account.wire, without.map { part -> part.wire }) })

    /** The counted emissions set against what the production is. */
    fun indicators(): FootprintIndicators = FootprintIndicators.fromJson(ask { it.indicators() })

    /** All that it holds: lines, products, masses, and the rows of the tables that it used. */
    fun value(): FootprintValue = FootprintValue.fromJson(toJson())

    /** Its sums: totals, indicators, every view, the coverage of the budget, and the masses of each line. */
    fun summary(): FootprintSummary = FootprintSummary.fromJson(ask { it.summary() })

    /** The report that people read. */
    fun report(language: Language): String = ask { it.report(language.code) }

    /** A view as people read it: the groups from the largest, each with its share and a bar. */
    fun viewText(axis: String, language: Language): String = ask { it.viewText(whole(axis), language.code) }

    /** A small table of the posts in HTML, with bars. */
    fun html(language: Language): String = ask { it.html(language.code) }

    /** The rows of the tables that it rests on, by the names of their files: [References.readExtract] reads them. */
    fun extract(): Map<String, String> = ask { it.extract() }.associate { it.name to it.csv }

    /** Whether a stored result, the JSON of one, is what is computed now: `holds`, or what deviates. */
    fun verify(stored: String): FootprintVerification =
        FootprintVerification.fromJson(ask { it.verify(document(stored)) })

    /** Its JSON, on one line. */
    fun toJson(): String = ask { it.toJson() }

    /** The SHA-256 of the canonical JSON of the production. */
    fun sha256(): String = ask { it.sha256() }

    /** Its counted total and whether every line is in it. It never throws. */
    override fun toString(): String = try {
        "Footprint(${total().toPlainString()} kgCO2e, ${status.wire})"
    } catch (_: IllegalStateException) {
        "Footprint(closed)"
    }

    /** Gives the memory back. */
    override fun close() {
        Ledgers.close(this)
        tables.close()
    }
}
