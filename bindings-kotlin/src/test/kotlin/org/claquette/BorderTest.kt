package org.claquette

import java.math.BigDecimal
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** What the border carries: numbers, words, errors, threads. */
class BorderTest {
    @Test
    fun `numbers are exact, however they are written`() {
        // 12.5 kWh × 0.0519 kgCO2e/kWh (Base Carbone 43642, France 2024) = 0.64875 kg
        for (value in listOf("12.5", "12.50", "1.25E+1", "1250E-2")) {
            assertEquals(BigDecimal("0.64875"), compute(meter(BigDecimal(value))).total(), value)
        }
        // 1E+2 is 100: × 0.0519 = 5.19 kg
        assertEquals(BigDecimal("5.19"), compute(meter(BigDecimal("1E+2"))).total())
        assertEquals(BigDecimal("5.19"), compute(meter(Amount(100, "kWh"))).total())
        // As a number of JSON, which a double carries: 0.1 × 0.0519 = 0.00519 kg
        assertEquals(BigDecimal("0.00519"), compute(metered("0.1")).total())
    }

    @Test
    fun `numbers of 28 digits come back as they are`() {
        // 1 kWh × a factor of 28 digits; rounded to a microgram, half to even: 1.234567891 kg
        val csv = "id,key,place,year,unit,value,source\n" +
            "mine,energy.electricity,FR,2024,kgCO2e/kWh,1.234567890500000000000000001,by hand\n"
        val footprint = compute(meter("1"), References.bundled().withSet("mine", csv))
        assertEquals("1.234567891", footprint.total().toPlainString())
        assertEquals(BigDecimal("1.234567890500000000000000001"), footprint.value().factors.single().value)
    }

    @Test
    fun `a comma is no decimal point`() {
        assertThrows<CalculationException.Misuse> { Amount("12,5", "kWh") }
        val refused = assertThrows<CalculationException.Refused> { compute(metered("\"12,5\"")) }
        val found = refused.diagnostics.map { it.code to it.pointer }
        assertEquals(listOf("invalid-number" to "/lines/0/what/electricity/energy/value"), found)
        assertEquals(0, refused.more)
    }

    @Test
    fun `numbers that are far too long are problems, not exhausted memory`() {
        for (value in listOf("1E+1000000000", "1E-1000000000", "9".repeat(5_000), "0." + "1".repeat(29))) {
            val found = check(meter(BigDecimal(value))).diagnostics.map { it.pointer }
            assertEquals(listOf("/lines/0/what/electricity/energy/value"), found, value.take(20))
        }
    }

    @Test
    fun `views, words and texts`() {
        // A flight of 1,000 km for 2: 417.56 kg, of which contrails 152.36 (DESNZ 2024); without them 265.2
        val json = """{"format": 1, "kind": "news", "place": "GB", "period": {"year": 2024}, "shooting_days": 2, "lines":
            [{"id": "L1", "what": {"plane": {"distance": {"value": 1000, "unit": "km"}, "passengers": 2}}}]}"""
        compute(json).use { footprint ->
            val dry = footprint.view("post", without = listOf(Part.CONTRAILS))
            assertEquals("transport" to BigDecimal("265.2"), dry.groups.single().let { it.group to it.kgco2e })
            assertEquals(BigDecimal("152.36"), dry.leftOut)
            // 417.56 kg ÷ 2 days
            assertEquals(BigDecimal("208.78"), footprint.indicators().perShootingDay)
            assertEquals(Completeness.COMPLETE, footprint.status)
            assertEquals(BigDecimal("0"), footprint.total(Account.OFFSET))
            // A no-break space keeps a number and its unit together.
            assertTrue("418\u00A0kg" in footprint.report(Language.EN), footprint.report(Language.EN))
            assertTrue("418\u00A0kg" in footprint.viewText("post", Language.FR), footprint.viewText("post", Language.FR))
        }
        assertEquals("train à grande vitesse", TrainService.HIGH_SPEED.label(Language.FR))
        assertEquals("high-speed train", TrainService.of("high-speed")?.label(Language.EN))
        // The canonical JSON does not depend on the notation.
        assertEquals(sha256(metered("\"12.50\"")), sha256(meter("12.5")))
        assertNotEquals(sha256(meter("12")), sha256(meter("12.5").toJson().encodeToByteArray()))
        assertTrue(version().startsWith("claquette "))
        assertTrue(schema("production").contains("\"required\""))
    }

    @Test
    fun `an extract and pins`() {
        val csv = "id,key,place,year,unit,value,source\n" +
            "mine,energy.electricity,FR,2024,kgCO2e/kWh,2,by hand\n"
        val references = References.bundled().withSet("mine", csv)
        val footprint = compute(meter("12.5"), references)
        // 12.5 kWh × 2 kgCO2e/kWh
        assertEquals("25", footprint.total().toPlainString())
        val rows = extract(meter("12.5"), references)
        assertEquals(rows, extract(meter("12.5").toJson().encodeToByteArray(), references))
        assertEquals(csv, rows["0/set.csv"])
        val alone = References.readExtract(rows)
        val again = compute(meter("12.5"), alone).value()
        assertEquals(footprint.value().sets.map { it.copy(extract = alone.extract) }, again.sets)
        assertEquals(footprint.value(), again.copy(sets = footprint.value().sets))
        assertEquals(64 to null, alone.extract?.length to references.extract)
        val marked = references.hashes().map { it.copy(extract = alone.extract) }
        assertEquals(marked, alone.pinned(references.hashes()).hashes())
        val pinned = meter("12.5").copy(sets = footprint.value().sets.map { PinnedSet(it.name, it.sha256) })
        assertEquals("25", compute(pinned, alone).total().toPlainString())
        val other = assertThrows<CalculationException.Refused> { compute(pinned) }
        assertEquals(setOf("other-set"), other.diagnostics.map { it.code }.toSet())
        val none = assertThrows<CalculationException.Refused> { References.readExtract(emptyMap()) }
        assertEquals(setOf("empty-table"), none.diagnostics.map { it.code }.toSet())
    }

    @Test
    fun `results and productions are values`() {
        compute(meter("12.5")).use { footprint ->
            val result = footprint.value()
            assertEquals(footprint.toJson(), result.toJson())
            assertEquals(result, FootprintValue.fromJson(result.toJson()))
        }
        val film = Production.fromJson(text("tests/productions/feature-film.json"))
        assertEquals(film, Production.fromJson(film.toJson()))
        // The script of the oracle and the engine agree on the film; typed objects must not change it.
        val written = compute(text("tests/productions/feature-film.json")).use { it.total() }
        assertEquals(written, compute(film).use { it.total() })
    }

    @Test
    fun `a set of one's own goes first and is named`() {
        val csv = "id,key,place,year,unit,value,source\nmine,energy.electricity,FR,2024,kgCO2e/kWh,0.1,our meter\n"
        val references = References.bundled().withSet("ours", csv)
        assertEquals("ours", references.hashes().first().name)
        // 12 kWh × 0.1 kgCO2e/kWh
        assertEquals(BigDecimal("1.2"), compute(meter("12"), references).total())
        val refused = assertThrows<CalculationException.Refused> {
            References.bundled().withSet("mine", "id,place,unit,value,source\nx,FR,kgCO2e/kWh,one,us\n")
        }
        val problem = refused.diagnostics.single()
        val found = listOf(problem.code, problem.file, problem.line, problem.column)
        assertEquals(listOf("invalid-value", "mine", 2L, "value"), found)
    }

    @Test
    fun `eight threads share one set`() {
        val references = References.bundled()
        val expected = compute(meter("1234.567"), references).toJson()
        val threads = Executors.newFixedThreadPool(8)
        val work = Callable { List(50) { compute(meter("1234.567"), references).toJson() } }
        val results = threads.invokeAll(List(8) { work }).flatMap { it.get() }
        threads.shutdown()
        assertEquals(List(400) { expected }, results)
    }

    @Test
    fun `what was closed is refused, and what was made of it stays`() {
        val references = References.bundled()
        val footprint = compute(meter("12"), references)
        references.close()
        references.close()
        assertThrows<IllegalStateException> { compute(meter("12"), references) }
        assertThrows<IllegalStateException> { check("{}", references) }
        assertThrows<IllegalStateException> { extract(meter("12"), references) }
        assertThrows<IllegalStateException> { sha256(meter("12"), references) }
        assertThrows<IllegalStateException> { references.hashes() }
        // 12 kWh × 0.0519 kgCO2e/kWh
        assertEquals(BigDecimal("0.6228"), footprint.total())
        assertFalse(check("{}").sound)
    }
}
