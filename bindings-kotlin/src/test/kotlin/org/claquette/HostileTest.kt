package org.claquette

import java.io.ByteArrayOutputStream
import java.io.ObjectInputStream
import java.io.ObjectOutputStream
import java.math.BigInteger
import kotlinx.serialization.json.Json
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
        val read = assertThrows<CalculationException.Refused> { Production.fromJson(json) }
        assertEquals(refused.diagnostics to refused.message, read.diagnostics to read.message)
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
            val refused = assertThrows<CalculationException.Refused> { Production.fromJson(json) }
            assertEquals(check(json).diagnostics, refused.diagnostics)
            assertThrows<CalculationException.Misuse> { WorkPart.fromJson(json) }
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
    fun `numbers of a million digits`() {
        val nines = "9".repeat(1_000_000)
        val misuse = assertThrows<CalculationException.Misuse> { Amount(nines, "kWh") }
        assertEquals("the number has 1000000 characters, the limit is 10000", misuse.message)
        val value = BigInteger.ONE.shiftLeft(3_000_000).toBigDecimal()
        // ⌊3,000,000 × log₁₀ 2⌋ + 1 digits
        val written = assertThrows<CalculationException.Misuse> { check(meter(value)) }
        assertEquals("the number has 903090 digits, the limit is 10000", written.message)
        val json = metered("\"$nines\"")
        for (act in listOf({ Production.fromJson(json) }, { compute(json) })) {
            val refused = assertThrows<CalculationException.Refused> { act() }
            assertEquals(1_000_000L, refused.diagnostics.single { it.code == "too-many-digits" }.parameters["digits"])
        }
        val noNumber = assertThrows<CalculationException.Misuse> { Amount("x".repeat(10_000), "kWh") }
        assertTrue(noNumber.message!!.length < 100, noNumber.message)
    }

    @Test
    fun `how many digits a number has`() {
        for (digits in listOf(29, 399, 400, 401, 5_000, 9_998)) {
            for (value in listOf(Amount("7".repeat(digits), "kWh"), Amount("0." + "7".repeat(digits - 1) + "1", "kWh"))) {
                val problem = check(meter(value)).diagnostics.single { it.code == "too-many-digits" }
                assertEquals(digits.toLong(), problem.parameters["digits"], value.value.toString().take(9))
            }
        }
    }

    @Test
    fun `what is closed can be printed, and what is thrown can be stored`() {
        val references = References.bundled()
        // 12 kWh × 0.0519 kgCO2e/kWh
        val footprint = compute(meter("12"), references)
        assertEquals("Footprint(0.6228 kgCO2e, complete)", "$footprint")
        references.close()
        footprint.close()
        assertEquals("References(closed)" to "Footprint(0.6228 kgCO2e, complete)", "$references" to "$footprint")
        val refused = assertThrows<CalculationException.Refused> { compute("{}") }
        val misuse = assertThrows<CalculationException.Misuse> { schema("x") }
        for (thrown in listOf(refused, misuse)) {
            val bytes = ByteArrayOutputStream().also { ObjectOutputStream(it).writeObject(thrown) }.toByteArray()
            val again = ObjectInputStream(bytes.inputStream()).readObject() as CalculationException
            assertEquals(thrown.javaClass to thrown.message, again.javaClass to again.message)
            assertEquals(thrown.diagnostics to thrown.more, again.diagnostics to again.more)
        }
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
        assertTrue("production, footprint, summary, refusal" in schema.message!!, schema.message)
        assertEquals(null, Account.of("count"))
    }

    @Test
    fun `where a text does not fit the types`() {
        for ((json, where) in mapOf(
            lined("true") to "/what/electricity/energy/value: should be a number, not true",
            lined("\"1e2\"") to "/what/electricity/energy/value: should be a number, not \"1e2\"",
            lined("1").replace("kWh", "kWh\", \"per\": \"") to "/what/electricity/energy/per: there is no such field",
            lined("1").replace("electricity", "electricty") to "/what/electricty: there is no such choice",
            lined("1").replace("\"L1\",", "\"L1\", \"phase\": \"new\",") to "/phase: should be one of ",
            lined("1").replace("\"id\": \"L1\",", "") to "the document: the field `id` is missing",
        )) {
            val misuse = assertThrows<CalculationException.Misuse>(json) { Line.fromJson(json) }
            assertTrue(misuse.message!!.startsWith(where), misuse.message)
        }
    }

    /** The line of [metered]. */
    private fun lined(value: String): String = metered(value).substringAfter("\"lines\": [").removeSuffix("]}")

    @Test
    fun `what a production cannot hold is told in full`() {
        // A number that is none, an unknown field with what was meant, a text where a list should be: all at once.
        val json = metered("\"1e2\"").replace("{\"format\"", "{\"tittle\": \"Brest\", \"calendar\": \"\", \"format\"")
        val refused = assertThrows<CalculationException.Refused> { Production.fromJson(json) }
        val found = refused.diagnostics.filter { it.severity == Severity.ERROR }.map { it.code to it.pointer }.toSet()
        val value = "invalid-number" to "/lines/0/what/electricity/energy/value"
        assertEquals(setOf("unknown-field" to "/tittle", "wrong-type" to "/calendar", value), found)
        assertEquals("title", refused.diagnostics.single { it.code == "unknown-field" }.suggestion)
    }

    @Test
    fun limits() {
        assertEquals(listOf("input-too-large"), check("{}      ", limits = Limits(bytes = 5)).diagnostics.map { it.code })
        val few = check("{}", limits = Limits(problems = 1))
        // A production lacks format, kind and lines: one is told, two are counted.
        assertEquals(1 to 2L, few.diagnostics.size to few.more)
        assertThrows<CalculationException.Misuse> { Limits(depth = -1) }
    }

    @Test
    fun `every beginning of a footprint is none`() {
        val stored = compute(meter("100")).toJson()
        for (end in stored.indices) assertTrue(broken(stored.take(end)).isNotEmpty())
    }

    @Test
    fun `what is no footprint`() {
        for ((json, problem) in listOf(
            "" to "malformed-json", "[]" to "wrong-type", "null" to "wrong-type", "7" to "wrong-type", "{}" to "missing-field",
            "\uD800" to "invalid-utf8", meter("100").toJson() to "other-document", "{\"format\": 1, \"format\": 1}" to "duplicate-field",
            "[".repeat(1_000_000) to "too-deep", "{\"lines\":" + "[".repeat(1_000_000) to "too-deep",
            // Of a million problems a thousand are kept, and the others counted.
            "{\"lines\":[" + "{},".repeat(1_000_000) to "other-problems", "{\"factors\":[" + "7,".repeat(1_000_000) to "other-problems",
        )) {
            assertTrue(problem in broken(json).map { it.first }, json.take(24))
        }
        for (bytes in listOf(byteArrayOf(), byteArrayOf(-1), ByteArray(100_000))) {
            assertThrows<CalculationException.Refused> { Footprint.fromJson(bytes) }
        }
    }

    @Test
    fun `what is wrong in a footprint`() {
        val stored = compute(meter("100")).toJson()
        for ((pointer, value, code, place) in listOf(
            listOf("/format", "2", "unsupported-format", "/format"),
            listOf("/lines", "{}", "wrong-type", "/lines"),
            listOf("/lines/0", "7", "wrong-type", "/lines/0"),
            listOf("/lines/0/id", "7", "wrong-type", "/lines/0/id"),
            listOf("/lines/0/colour", "\"red\"", "unknown-field", "/lines/0/colour"),
            listOf("/products/0/line", "-1", "not-a-count", "/products/0/line"),
            listOf("/products/0/line", "1.5", "not-a-count", "/products/0/line"),
            listOf("/products/0/line", "4294967295", "unknown-position", "/products/0/line"),
            listOf("/products/0/request", "1", "unknown-position", "/products/0/request"),
            listOf("/products/0/request", "", "missing-field", "/products/0"),
            listOf("/products/0/masses", "[]", "wrong-length", "/products/0/masses"),
            listOf("/products/0/masses/0", "\"${"9".repeat(28)}\"", "overflow", "/products/0/masses/0"),
            listOf("/products/0/masses/0", "true", "wrong-type", "/products/0/masses/0"),
            listOf("/products/0/masses/0", "\"NaN\"", "invalid-number", "/products/0/masses/0"),
            listOf("/requests/0/place_reason", "\"near\"", "unknown-word", "/requests/0/place_reason"),
        )) {
            val json = forged(stored, pointer, value.ifEmpty { null }?.let(Json::parseToJsonElement))
            assertTrue(code to place in broken(json)) { "$pointer $value: ${broken(json)}" }
        }
    }

    @Test
    fun `limits hold for footprints`() {
        val stored = compute(meter("100")).toJson()
        assertEquals(listOf("input-too-large" to ""), broken(stored, Limits(bytes = 10)))
        assertTrue("too-deep" in broken(stored, Limits(depth = 2)).map { it.first })
        assertTrue("too-many-items" in broken(stored, Limits(items = 0)).map { it.first })
    }
}
