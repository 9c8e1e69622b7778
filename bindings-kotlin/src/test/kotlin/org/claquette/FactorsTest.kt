package org.claquette

import java.math.BigDecimal
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** A look into factors: search, explanation, difference. */
class FactorsTest {
    private fun mine(value: String = "4.1") = References.bundled().withSet(
        "mine",
        "id,key,place,year,unit,value,source,name_fr,name_en\n" +
            "quay,accommodation.hotel,FR,2025,kgCO2e/room.night,$value,bill of the hotel,Hôtel du quai,Quay hotel\n",
    )

    @Test
    fun `search finds what is meant`() {
        for (text in listOf("quay", "QUAI hotel", "hôtel du quai 2025", "hotle quai")) {
            assertEquals(listOf("quay"), search(text, mine(), 1).found.map { it.id }, text)
        }
        val found = search("quay", mine()).found.single()
        val expected = FoundFactor(
            id = "quay", fr = "Hôtel du quai", en = "Quay hotel", keys = listOf("accommodation.hotel"),
            value = BigDecimal("4.1"), mass = "kgCO2e", unit = "room.night", place = "FR", year = 2025,
            boundary = Boundary.UNSTATED, status = FactorStatus.USABLE, source = "bill of the hotel",
        )
        assertEquals(expected, found)
    }

    @Test
    fun `what is not shown is counted`() {
        val everything = search("hotel", most = Int.MAX_VALUE)
        val some = search("hotel", most = 3)
        assertEquals(everything.found.take(3), some.found)
        assertEquals(0L to everything.found.size - 3L, everything.more to some.more)
        assertEquals(emptyList<FoundFactor>(), search("zzzz").found)
        assertThrows<CalculationException.Misuse> { search("hotel", most = -1) }
        assertThrows<CalculationException.Misuse> { search("\uD800") }
    }

    @Test
    fun `an explanation in both languages`() {
        assertTrue(explain("quay", Language.FR, mine()).startsWith("Hôtel du quai\u00a0: 4,1 kgCO2e par"))
        assertTrue(explain("quay", Language.EN, mine()).startsWith("Quay hotel: 4.1 kgCO2e per"))
        val problem = assertThrows<CalculationException.Refused> { explain("quai", Language.EN, mine()) }.diagnostics.single()
        assertEquals("unknown-factor" to "quay", problem.code to problem.suggestion)
    }

    @Test
    fun `a difference adds, removes and changes`() {
        // 4.92 ÷ 4.1 = 1.2
        val change = difference(mine(), mine("4.92")).changed.single()
        assertEquals(BigDecimal("4.1") to BigDecimal("4.92"), change.before.value to change.after.value)
        assertEquals(listOf(FactorField.VALUE) to BigDecimal("0.2"), change.fields to change.relative)
        assertEquals("valeur 4,1 → 4,92 (+20\u00a0%)" to "value 4.1 → 4.92 (+20%)", change.fr to change.en)
        References.bundled().use { bundled ->
            assertEquals(listOf("quay"), difference(bundled, mine()).added.map { it.id })
            assertEquals(listOf("quay"), difference(mine(), bundled).removed.map { it.id })
        }
    }

    @Test
    fun `tables that were closed are refused`() {
        val closed = mine().apply { close() }
        assertThrows<IllegalStateException> { search("quay", closed) }
        assertThrows<IllegalStateException> { difference(closed, mine()) }
        assertThrows<IllegalStateException> { difference(mine(), closed) }
    }

    @Test
    fun `a variance sums to the difference of the totals`() {
        val shoot = """{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2025},
            "lines": [{"id": "L1", "what": {"hotel": {"rooms": 4, "nights": 3}}}]}"""
        val (before, after) = compute(shoot, mine()) to compute(shoot, mine("4.92"))
        val change = variance(before, after)
        // 4 × 3 × 4.1 = 49.2, 4 × 3 × 4.92 = 59.04
        assertEquals(listOf("49.2", "59.04", "9.84").map(::BigDecimal), listOf(change.before, change.after, change.difference))
        val row = change.rows.single()
        assertEquals(BigDecimal("4.1") to BigDecimal("4.92"), row.before?.value to row.after?.value)
        assertEquals(change.difference, row.difference)
        assertTrue(variance(after, after).rows.isEmpty())
        assertThrows<CalculationException.Misuse> { variance(before, compute(shoot.replace("3}", "2}"), mine())) }
    }

    @Test
    fun `a stored result is verified`() {
        val footprint = compute(
            """{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2025},
            "lines": [{"id": "L1", "what": {"hotel": {"rooms": 4, "nights": 3}}}]}""",
            mine(),
        )
        assertTrue(footprint.verify(footprint.toJson()).holds)
        // 4 × 3 × 4.1 = 49.2
        val forged = footprint.verify(footprint.toJson().replace("\"49.2\"", "\"42.9\""))
        assertEquals(false to setOf("\"42.9\""), forged.holds to forged.deviations.map { it.stored }.toSet())
        assertEquals(setOf("\"49.2\""), forged.deviations.map { it.computed }.toSet())
        val problem = assertThrows<CalculationException.Refused> { footprint.verify("{") }.diagnostics.single()
        assertEquals("malformed-json", problem.code)
    }
}
