package org.claquette

import java.io.InvalidObjectException
import java.io.ObjectInputStream
import java.io.Serializable
import java.math.BigDecimal
import org.claquette.border.Footprint as Handle
import org.claquette.border.readFootprint
import org.claquette.wire.BudgetCoverageShape
import org.claquette.wire.ListOf

/**
 * The footprint of a production: exact masses in kgCO2e, and everything that explains them.
 *
 * It is a value: it holds no tables and no production, never changes, is equal to another one with the same content,
 * and may be shared between threads. It can be written as JSON and read back, and be serialised.
 *
 * It need not be closed. It keeps its JSON; what the library holds of it beside that is given back for the oldest
 * footprints, and read again from the JSON when one of them is asked. [close] gives it back at once.
 */
class Footprint private constructor(private val ledger: Ledger) : AutoCloseable, Serializable {
    internal constructor(handle: Handle) : this(Ledgers.shared.take(handle))

    // Equal footprints have equal totals; to hash all that they hold would take all of it.
    private val hash by lazy { total().hashCode() }

    internal fun <T> ask(act: (Handle) -> T): T = errors { Ledgers.shared.ask(ledger, act) }

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

    /** How much of the budget it accounts for, by currency; empty if the budget has no lines. */
    fun coverage(): List<BudgetCoverage> = ListOf(BudgetCoverageShape).parse(ask { it.coverage() })

    /**
     * How uncertain its total, posts, sections and lines are by what was entered, and what would narrow them.
     *
     * What rests on one value varies together. It says nothing of what is missing, of bias or of the method. [factors] is how
     * the percentage that a source states of a factor becomes a GSD².
     */
    @JvmOverloads
    fun uncertainty(factors: FactorSpread = FactorSpread.PERCENT): FootprintUncertainty =
        FootprintUncertainty.fromJson(ask { it.uncertainty(factors.wire) })

    /** Its sums: totals, indicators, every view, the coverage of the budget, and the masses of each line. */
    fun summary(): FootprintSummary = FootprintSummary.fromJson(ask { it.summary() })

    /** All that it holds: lines, products, masses, and the rows of the tables that it used, by positions from 0. */
    fun value(): FootprintValue = FootprintValue.fromJson(toJson())

    /** The report that people read. */
    fun report(language: Language): String = ask { it.report(language.code) }

    /** A view as people read it: the groups from the largest, each with its share and a bar. */
    fun viewText(axis: String, language: Language): String = ask { it.viewText(whole(axis), language.code) }

    /** A small table of the posts in HTML, with bars. */
    fun html(language: Language): String = ask { it.html(language.code) }

    /**
     * Prices every product again, from its own terms and its own factor, without any tables.
     *
     * Returns the first factor whose parts do not sum to its value, else the first mass that is not the product of
     * its terms and its factor, else `null`. Whether the quantities are those of the production and the factors those
     * of the tables is what [verify] tells.
     */
    fun audit(): FootprintDiscrepancy? = ask { it.audit() }?.let(FootprintDiscrepancy::fromJson)

    /**
     * Whether a stored footprint or summary, as JSON, is what this footprint is: `holds`, or what deviates.
     *
     * To verify a stored footprint, compute its production again with the same tables, and ask the result.
     */
    fun verify(stored: String): FootprintVerification = verify(document(stored))

    /** Whether a stored footprint is what this footprint is: `holds`, or what deviates. */
    fun verify(stored: Footprint): FootprintVerification = verify(stored.ledger.json)

    private fun verify(stored: ByteArray) = FootprintVerification.fromJson(ask { it.verify(stored) })

    /** Its JSON, on one line: [fromJson] reads it. */
    fun toJson(): String = ledger.json.decodeToString()

    /** Whether another one has the same content. */
    override fun equals(other: Any?): Boolean =
        this === other || other is Footprint && ask { here -> other.ask { there -> here.isSame(there) } }

    override fun hashCode(): Int = hash

    /** Its counted total and whether every line is in it. */
    override fun toString(): String = "Footprint(${total().toPlainString()} kgCO2e, ${status.wire})"

    /** Gives back what the library holds of it. Asked again, it is read again from its JSON. */
    override fun close(): Unit = Ledgers.shared.release(ledger)

    private fun writeReplace(): Any = Stored(ledger.json)

    private fun readObject(@Suppress("UNUSED_PARAMETER") from: ObjectInputStream): Unit =
        throw InvalidObjectException("a footprint is serialised as its JSON")

    /** What is serialised: the JSON, which later versions read, too. */
    private class Stored(private val json: ByteArray) : Serializable {
        private fun readResolve(): Any = try {
            errors { Footprint(readFootprint(json, UNLIMITED.given())) }
        } catch (refused: CalculationException) {
            throw InvalidObjectException("this is no footprint: ${refused.message}").initCause(refused)
        }

        private companion object {
            private const val serialVersionUID = 1L
        }
    }

    companion object {
        private const val serialVersionUID = 1L

        /**
         * Reads a footprint from its JSON, without any tables.
         *
         * It has the same views, indicators, reports and comparisons as the one that was written. Its masses are those
         * that were written: [audit] prices them again. What is no footprint, or one of a newer format, is a
         * [CalculationException.Refused].
         */
        @JvmStatic
        @JvmOverloads
        fun fromJson(json: String, limits: Limits = Limits()): Footprint = fromJson(document(json), limits)

        /** Reads a footprint from its JSON, in UTF-8. */
        @JvmStatic
        @JvmOverloads
        fun fromJson(json: ByteArray, limits: Limits = Limits()): Footprint =
            errors { Footprint(readFootprint(json, limits.given())) }
    }
}
