package readme

import java.nio.file.Files
import java.nio.file.Path
import org.claquette.*
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** The lines of the READMEs, outside of the package. */
class ReadmeTest {
    @Test
    fun `the first lines`() {
        val crew = Train(
            distance = Amount(623, "km"), passengers = 12.toBigDecimal(), `return` = true, service = TrainService.HIGH_SPEED,
        )
        val production = Production(
            format = 1.toBigDecimal(), kind = ProductionKind.DOCUMENTARY, place = "FR",
            period = Period(year = 2024.toBigDecimal()), lines = listOf(Line(id = "L1", what = crew)),
        )
        println(compute(production).total()) // 43.80936: 623 km × 12 × 2 × 0.00293 kgCO2e/passenger.km
        assertEquals("43.80936", compute(production).total().toPlainString())

        val footprint = compute(production)
        val stored = Footprint.fromJson(footprint.toJson())
        println(stored == footprint && stored.report(Language.FR) == footprint.report(Language.FR)) // true
        println(stored.audit()) // null: every mass follows
        assertEquals(footprint to footprint.report(Language.FR), stored to stored.report(Language.FR))
        assertNull(stored.audit())
    }

    @Test
    fun `the lines about what is wrong`() {
        val typed = """{"format": 1, "kind": "news", "place": "FR", "lines": [{"id": "a", "what": {"trian": {}}}]}"""
        try {
            compute(typed)
        } catch (error: CalculationException) {
            // /lines/0/what/trian champ inconnu « trian » ; vouliez-vous dire « train » ?
            println(error.diagnostics[0].pointer + " " + error.diagnostics[0].fr)
            val said = error.diagnostics[0].let { "${it.pointer} ${it.fr}" }
            assertEquals("/lines/0/what/trian champ inconnu « trian » ; vouliez-vous dire « train » ?", said)
            return
        }
        throw AssertionError("nothing was wrong")
    }

    @Test
    fun `the blocks of the READMEs are what runs here`() {
        val tests = Path.of("src", "test", "kotlin")
        val sources = listOf("readme/ReadmeTest.kt", "org/claquette/JavaTest.java").map { Files.readString(tests.resolve(it)) }
        val running = sources.joinToString("\n").lines().map { it.trim() }.joinToString("\n")
        for ((readme, count) in mapOf("README.md" to 5, "../README.md" to 1)) {
            val blocks = Regex("```(?:kotlin|java)\n(.*?)```", RegexOption.DOT_MATCHES_ALL)
                .findAll(Files.readString(Path.of(readme))).map { it.groupValues[1] }.toList()
            assertEquals(count, blocks.size, readme)
            for (block in blocks) {
                // Braces close later in the tests, which also look at what came out.
                val lines = block.trim().lines().map { it.trim() }.filter { !it.startsWith("import ") && it != "}" }
                assertTrue(lines.filter { it.isNotEmpty() }.joinToString("\n") in running) { "$readme:\n$block" }
            }
        }
    }
}
