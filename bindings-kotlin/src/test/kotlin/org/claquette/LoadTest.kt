package org.claquette

import java.nio.file.Files
import java.nio.file.Path
import java.util.Locale
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Many calls: what they cost, and that nothing stays. */
class LoadTest {
    @Test
    fun `memory stays flat`() {
        val references = References.bundled()
        // Forty lines each: what one footprint holds can be seen.
        val good = Production.fromJson(meter("5").toJson()).let { one ->
            one.copy(lines = List(40) { one.lines.single().copy(id = "L$it") })
        }.toJson()
        val bad = good.replace("\"5\"", "\"five\"")

        fun residentAfter(times: Int): Long {
            repeat(times) { turn ->
                try {
                    // Nobody closes it, and nobody calls the garbage collector.
                    compute(if (turn % 2 == 0) good else bad, references).status
                } catch (_: CalculationException.Refused) {
                    // Half of them are meant to be.
                }
            }
            return resident()
        }

        val before = residentAfter(5_000)
        val after = residentAfter(15_000)
        println("$before KiB after 5,000 computations, $after KiB after 20,000")
        assertTrue(after - before < 16 * 1024) { "$before KiB became $after KiB" }
    }

    @Test
    fun `closed tables of one's own are freed`() {
        // 4,000 factors of one's own: megabytes in the library, next to nothing for the garbage collector of the JVM.
        val rows = (1..4_000).joinToString("") { "mine-$it,FR,kgCO2e/kWh,2,our meter\n" }
        val csv = "id,place,unit,value,source\n$rows"

        fun residentAfter(times: Int): Long {
            repeat(times) {
                References.bundled().use { bundled ->
                    bundled.withSet("mine", csv).use { own ->
                        compute(meter("5"), own).use { it.total() }
                        assertThrows<CalculationException.Refused> { compute("{}", own) }
                    }
                }
            }
            return resident()
        }

        val before = residentAfter(20)
        val after = residentAfter(80)
        println("$before KiB after 20 sets, $after KiB after 100")
        assertTrue(after - before < 256 * 1024) { "$before KiB became $after KiB" }
    }

    @Test
    fun `what a call costs`() {
        val film = text("tests/productions/feature-film.json")
        val line = meter("12").toJson()
        time("version(), the bare call", 20_000) { version() }
        time("compute of one line", 5_000) { compute(line).close() }
        time("compute and toJson of the film", 200) { compute(film).use { it.toJson() } }
        time("compute and value of the film", 200) { compute(film).use { it.value() } }
    }

    private fun time(name: String, times: Int, act: () -> Unit) {
        repeat(times) { act() }
        val begun = System.nanoTime()
        repeat(times) { act() }
        val micros = (System.nanoTime() - begun) / 1_000.0 / times
        println("%-32s %8.1f microseconds".format(Locale.ROOT, name, micros))
        assertTrue(micros < 1_000_000)
    }

    private fun resident(): Long {
        val pages = Files.readString(Path.of("/proc/self/statm")).split(' ')[1].toLong()
        return pages * 4
    }
}
