package org.claquette

import java.nio.file.Files
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.fail

/** Every vector through the package, compared as exact text; every code of the catalogue. */
class VectorsTest {
    private val bundled = References.bundled()
    private val bare = withoutFactors()
    private val raised = mutableSetOf<String>()
    private val differ = mutableListOf<String>()

    @Test
    fun `every vector, as JSON and as typed objects`() {
        var ran = 0
        var objects = 0
        for (case in Case.all()) {
            compare(case, "JSON", { tables -> propose(case.document(), tables) }) { tables -> compute(case.document(), tables, case.unpriced, case.electricity, case.gwp, case.aviation) }
            case.typed()?.let { production ->
                compare(case, "typed", { tables -> propose(production, tables) }) { tables -> compute(production, tables, case.unpriced, case.electricity, case.gwp, case.aviation) }
                objects++
            }
            ran++
        }
        println("\n$ran vectors")
        println("$objects of them as typed objects, $ran as JSON")
        if (differ.isNotEmpty()) fail(differ.joinToString("\n"))
        // Counted without the reader of the cases: each begins with its name.
        assertEquals(vectorFiles().sumOf { Regex("(?m)^\\s*\\{\"case\":").findAll(Files.readString(it)).count() }, ran)
        assertTrue(objects > 150) { "only $objects vectors as typed objects" }
        // What is wrong with compiled tables that were fetched: only pages fetch them.
        val fetched = setOf("invalid-compiled", "missing-notes")
        val others = otherCodes() + importCodes() + fetched
        assertEquals(catalogue().map { it.code }.toSet(), raised + others) { "raised by no vector and no test" }
    }

    private fun compare(
        case: Case, form: String, proposed: (References) -> Proposal, computed: (References) -> Footprint,
    ) {
        val got = try {
            computed(case.tables(bundled, bare)).use { Observed(it, case.expect).json() }
        } catch (error: CalculationException) {
            refused(error.diagnostics, error.more)
        }
        val found = if ("proposal" in case.expect) got + ("proposal" to proposal(case, proposed)) else got
        raised += got.getValue("problems").jsonArray.map { (it as JsonObject).getValue("code").jsonPrimitive.content }
        val isRefused = got["status"] == JsonPrimitive("refused")
        // Where it is not named, nothing is to be beyond the problems that are kept.
        for ((name, expected) in mapOf<String, JsonElement>("more" to JsonPrimitive(0)) + case.expect) {
            val isThere = if (name == "problems" && !isRefused) ::inAnyOrder else ::matches
            if (!isThere(expected, found[name])) {
                differ += "${case.name} ($form): $name: $expected expected, got ${found[name]}"
            }
        }
    }

    /** The lines that are proposed; nothing where there is no sound production. */
    private fun proposal(case: Case, proposed: (References) -> Proposal): JsonElement = try {
        Json.parseToJsonElement(proposed(case.tables(bundled, bare)).toJson())
    } catch (_: CalculationException) {
        JsonNull
    }

    /**
     * The codes that no vector raises: limits, tables, stored footprints. What could not be read crosses the border as text,
     * and is refused as that.
     */
    private fun otherCodes(): Set<String> =
        codes("{}", Limits(bytes = 1)) + codes("""{"lines": [1, 2]}""", Limits(items = 1)) +
            codes(meter("12").toJson(), Limits(depth = 3)) +
            table("e,energy.electricity,FR,2024,kgCO2e/kWh,0.05,hand,\"0,06\",") +
            table("e,energy.electricity,FR,2024,kgCO2e/kWh,0.05,hand,,generation=0.03 transmission=0.01") +
            table("e,energy.electricty,FR,2024,kgCO2e/kWh,0.05,hand,,") +
            table("e,energy.electricity,FR,2024,kgCO2e/kWh,x,hand,,\n".repeat(1_200)) + noResult() + brokenCodes() +
            setOf("unreadable", "no-flights")

    private fun noResult(): Set<String> = try {
        compute(meter("12")).use { it.verify(meter("12").toJson()) }
        emptySet()
    } catch (error: CalculationException.Refused) {
        error.diagnostics.map { it.code }.toSet()
    }

    private fun codes(json: String, limits: Limits): Set<String> =
        check(json, limits = limits).diagnostics.map { it.code }.toSet()

    private fun table(row: String): Set<String> = try {
        bundled.withSet("mine", "id,key,place,year,unit,value,source,raw,parts\n$row")
        emptySet()
    } catch (error: CalculationException.Refused) {
        error.diagnostics.map { it.code }.toSet()
    }
}
