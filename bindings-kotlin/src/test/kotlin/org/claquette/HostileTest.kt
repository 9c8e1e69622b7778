package org.claquette

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource
import org.junit.jupiter.api.Test

/** Nothing that a caller hands over stops the host, hangs, or passes in silence. */
class HostileTest {
    @ParameterizedTest
    @ValueSource(strings = ["", "[", "[]", "42", "null", "\uD800", "\"\uDC00", "{\"\uD800\": 1}", "{}", "{\"format\": NaN}",
        "{\"format\": 1, \"format\": 1}", "{\"format\": 1, \"f\\u006frmat\": 1}", "{\"lines\": [null, 1, \"\"]}"])
    fun `what is no production`(json: String) {
        val checked = check(json)
        assertFalse(checked.sound)
        assertTrue(checked.diagnostics.any { it.severity == Severity.ERROR })
        val refused = assertThrows<CalculationException.Refused> { compute(json) }
        assertEquals(checked.diagnostics, refused.diagnostics)
        assertThrows<CalculationException.Misuse> { Production.fromJson(json) }
    }

    @Test
    fun `bytes that are no text, and lists without an end`() {
        for (bytes in listOf(byteArrayOf(-1), byteArrayOf(), ByteArray(100_000) { '['.code.toByte() })) {
            assertFalse(check(bytes).sound)
            assertThrows<CalculationException.Refused> { compute(bytes) }
        }
    }

    @Test
    fun `what is too deep`() {
        for (json in listOf("[".repeat(100_000), "{\"work\":[{\"parts\":[".repeat(50_000), "\"\\", "{\"\\u00\": 1}")) {
            assertThrows<CalculationException.Misuse> { Production.fromJson(json) }
        }
        var part = WorkPart("a")
        repeat(100_000) { part = WorkPart("a", parts = listOf(part)) }
        assertThrows<CalculationException.Misuse> { check(meter("12").copy(work = listOf(part))) }
    }

    @Test
    fun `lists that were given are copied`() {
        val lines = meter("12").lines.toMutableList()
        val parts = mutableListOf<WorkPart>()
        parts += WorkPart("a", parts = parts)
        val production = meter("12").copy(lines = lines, work = parts)
        lines += lines.single().copy(id = "L2")
        parts += WorkPart("b")
        // 12 kWh × 0.0519 kgCO2e/kWh
        compute(production).use { assertEquals("0.6228", it.total().toPlainString()) }
        assertEquals(emptyList<WorkPart>() to 1, production.work?.single()?.parts to production.lines.size)
        // Nor can they be changed by a cast, as Java has no other lists.
        assertThrows<UnsupportedOperationException> { (production.lines as MutableList<*>).clear() }
        assertThrows<UnsupportedOperationException> { (Production.fromJson(production.toJson()).lines as MutableList<*>).clear() }
    }

    @Test
    fun `half a character in a title is a problem`() {
        val title = check(meter("12").copy(title = "Brest \uD83C"))
        assertFalse(title.sound)
        assertTrue(check(meter("12").copy(title = "Brest \uD83C\uDFAC")).sound)
        assertThrows<CalculationException.Misuse> { References.bundled().withSet("\uD800", "id") }
        assertThrows<CalculationException.Misuse> { compute(meter("12")).view("label:\uD800") }
    }

    @Test
    fun `words that are not known`() {
        val axis = assertThrows<CalculationException.Misuse> { compute(meter("12")).view("posts") }
        assertTrue("account, post, section" in axis.message!!, axis.message)
        assertTrue(axis.diagnostics.isEmpty())
        val schema = assertThrows<CalculationException.Misuse> { schema("productions") }
        assertTrue("production, footprint, refusal" in schema.message!!, schema.message)
        assertEquals(null, Account.of("count"))
    }

    @Test
    fun `where a text does not fit the types`() {
        for ((json, where) in mapOf(
            metered("true") to "/lines/0/what/electricity/energy/value: should be a number, not true",
            metered("\"1e2\"") to "/lines/0/what/electricity/energy/value: should be a number, not \"1e2\"",
            metered("1").replace("kWh", "kWh\", \"per\": \"") to "/lines/0/what/electricity/energy/per: there is no such field",
            metered("1").replace("electricity", "electricty") to "/lines/0/what/electricty: there is no such choice",
            metered("1").replace("\"news\"", "\"new\"") to "/kind: should be one of ",
            metered("1").replace("\"id\": \"L1\",", "") to "/lines/0: the field `id` is missing",
        )) {
            val misuse = assertThrows<CalculationException.Misuse>(json) { Production.fromJson(json) }
            assertTrue(misuse.message!!.startsWith(where), misuse.message)
        }
    }

    @Test
    fun limits() {
        assertEquals(listOf("input-too-large"), check("{}      ", limits = Limits(bytes = 5)).diagnostics.map { it.code })
        val few = check("{}", limits = Limits(problems = 1))
        // A production lacks format, kind and lines: one is told, two are counted.
        assertEquals(1 to 2L, few.diagnostics.size to few.more)
        assertThrows<CalculationException.Misuse> { Limits(depth = -1) }
    }
}
