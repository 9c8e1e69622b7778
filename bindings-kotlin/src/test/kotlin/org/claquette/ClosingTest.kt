package org.claquette

import org.claquette.border.NoHandle
import org.claquette.border.References as Handle
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Every handle of tables that a footprint was given is closed with it, and does not wait for the garbage collector. */
class ClosingTest {
    private val given = mutableListOf<Handle>()

    /** Tables that remember the handles that they shared. */
    private inner class Watched(private val tables: Handle) : Handle(NoHandle) {
        override fun share(): Handle = tables.share().also { given += it }
    }

    private val own = References.bundled().withSet("mine", SET)
    private val watched = References(Watched(own.handle))

    /** How many of the handles are open. */
    private fun open(): Int = given.count { !it.uniffiIsDestroyed }

    @Test
    fun `closed footprints`() {
        val footprint = compute(meter("12.5"), watched)
        // 12.5 kWh × 2 kgCO2e/kWh
        assertEquals("25", footprint.total().toPlainString())
        assertEquals(1, open())
        footprint.close()
        footprint.close()
        assertEquals(0 to 1, open() to given.size)
    }

    @Test
    fun `closed footprints whose ledger was given back before`() {
        val footprints = List(100) { compute(meter("$it"), watched) }
        assertEquals(100, open())
        // 5 kWh × 2 kgCO2e/kWh, computed again
        assertEquals("10", footprints[5].total().toPlainString())
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
        assertEquals(0 to 3, open() to given.size)
    }

    private companion object {
        const val SET = "id,key,place,year,unit,value,source\nmine,energy.electricity,FR,2024,kgCO2e/kWh,2,by hand\n"
    }
}
