package org.claquette

import java.util.Collections
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import org.claquette.border.Footprint as Handle
import org.claquette.border.GivenLimits
import org.claquette.border.GivenOptions
import org.claquette.border.NoHandle
import org.claquette.border.References as Tables
import org.claquette.border.readFootprint
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** What the library holds of footprints is given back, and does not wait for the garbage collector. */
class ClosingTest {
    private val given = Collections.synchronizedList(mutableListOf<Handle>())

    /** Tables that remember the handles that they gave. */
    private inner class Watched(private val tables: Tables) : Tables(NoHandle) {
        override fun compute(document: ByteArray, given: GivenOptions, limits: GivenLimits): Handle =
            tables.compute(document, given, limits).also { this@ClosingTest.given += it }
    }

    private val watched = References(Watched(References.shared.handle))

    /** How many of the handles are open. */
    private fun open(): Int = given.count { !it.uniffiIsDestroyed }

    private fun ledgers(most: Int, mostBytes: Long) =
        Ledgers(most, mostBytes) { json -> readFootprint(json, UNLIMITED.given()).also { given += it } }

    /** Of one line of so many kWh; it can be told from others by its total. */
    private fun handle(kwh: Int): Handle = References.shared.handle.compute(
        document(meter("$kwh").toJson()), given(Unpriced.REFUSE, ElectricityMethod.LOCATION, Gwp.PUBLISHED, Aviation.BY_PLACE), Limits().given(),
    ).also { given += it }

    @Test
    fun `closed footprints are read again`() {
        val footprint = compute(meter("100"), watched)
        assertEquals(1, open())
        // 100 kWh × 0.0519 kgCO2e/kWh
        assertEquals("5.19", footprint.total().toPlainString())
        val (text, report) = footprint.toJson() to footprint.report(Language.FR)
        footprint.close()
        footprint.close()
        assertEquals(0 to 1, open() to given.size)
        assertEquals(listOf("5.19", text, report), listOf("${footprint.total()}", footprint.toJson(), footprint.report(Language.FR)))
        assertEquals(compute(meter("100")), footprint)
        assertEquals("Footprint(5.19 kgCO2e, complete)", "$footprint")
        footprint.close()
    }

    @Test
    fun `the latest are kept`() {
        val footprints = List(100) { compute(meter("${100 * it}"), watched) }
        assertEquals(64 to 100, open() to given.size)
        // 500 kWh × 0.0519 kgCO2e/kWh, read again
        assertEquals("25.95", footprints[5].total().toPlainString())
        assertEquals(63, open())
        footprints.forEach { it.close() }
        assertEquals(0 to 100, open() to given.size)
    }

    @Test
    fun refusals() {
        assertThrows<CalculationException.Refused> { compute("{}", watched) }
        // Sound, but nothing serves the key: refused when it is priced.
        val bare = metered("1").replace("\"FR\"", "\"AQ\"").replace("electricity\": {", "custom\": {\"key\": \"x.y\", ")
        assertThrows<CalculationException.Refused> { compute(bare, watched) }
        assertThrows<CalculationException.Refused> { compute(meter("1"), watched, limits = Limits(bytes = 1)) }
        assertEquals(0, given.size)
    }

    @Test
    fun `there is an end to their bytes, too`() {
        val size = handle(100).use { it.toJson().size }.toLong()
        // Their totals differ by a few digits.
        val ledgers = ledgers(1_000, 3 * size + 100)
        val all = List(10) { ledgers.take(handle(100 + it)) }
        assertEquals(3, open())
        assertEquals(3, all.take(3).count { ledgers.ask(it) { handle -> handle.total("counted") } != "" })
        assertEquals(3, open())
        // One alone is kept whatever its size.
        val one = ledgers(1_000, 1).run { List(3) { take(handle(100 + it)) } }
        assertEquals(3 to 4, one.size to open())
    }

    @Test
    fun `two are asked at once where there is room for one`() {
        val ledgers = ledgers(1, Long.MAX_VALUE)
        val (before, after) = ledgers.take(handle(100)) to ledgers.take(handle(200))
        val change = ledgers.ask(before) { earlier -> ledgers.ask(after) { later -> earlier.isSame(later) to earlier.total("counted") } }
        // 100 kWh × 0.0519 kgCO2e/kWh
        assertEquals(false to "5.19", change)
        assertEquals(1, open())
    }

    @Test
    fun `one that is given back while it is in use is closed afterwards`() {
        val ledgers = ledgers(1, Long.MAX_VALUE)
        val ledger = ledgers.take(handle(100))
        ledgers.ask(ledger) { handle ->
            ledgers.release(ledger)
            assertEquals("5.19", handle.total("counted"))
            assertEquals(1, open())
        }
        assertEquals(0, open())
        assertThrows<IllegalArgumentException> { ledgers.ask(ledger) { throw IllegalArgumentException() } }
        ledgers.release(ledger)
        assertEquals(0 to 2, open() to given.size)
    }

    @Test
    fun `eight threads, and room for two`() {
        val ledgers = ledgers(2, Long.MAX_VALUE)
        val all = List(5) { ledgers.take(handle(100 * it)) }
        val threads = Executors.newFixedThreadPool(8)
        val work = List(8) { thread ->
            Callable {
                List(500) { turn ->
                    val at = (turn * (thread + 1)) % 5
                    if (turn % 50 == 0) ledgers.release(all[at])
                    at to ledgers.ask(all[at]) { it.total("counted") }
                }
            }
        }
        val found = threads.invokeAll(work).flatMap { it.get() }.toSet()
        threads.shutdown()
        // 100, 200, 300 and 400 kWh × 0.0519 kgCO2e/kWh
        assertEquals(setOf(0 to "0", 1 to "5.19", 2 to "10.38", 3 to "15.57", 4 to "20.76"), found)
        assertTrue(open() <= 2) { "${open()} are open" }
        assertTrue(given.size > 100) { "only ${given.size} were read" }
    }
}
