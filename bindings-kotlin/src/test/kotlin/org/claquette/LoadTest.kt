package org.claquette

import java.math.BigDecimal
import java.nio.file.Files
import java.nio.file.Path
import java.util.Locale
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Many calls: what they cost, and that nothing stays. */
class LoadTest {
    @Test
    fun `memory stays flat`() {
        val references = References.bundled()
        // What one footprint holds can be seen.
        val good = many(40)
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
    fun `footprints that are kept take memory that the collector sees`() {
        // Each with a total of its own: 40 lines × 5 kWh × 0.0519 kgCO2e/kWh, and 0.0519 kg more for each kWh more.
        val json = many(40)
        val footprints = List(2_000) { compute(json.replaceFirst("\"5\"", "\"${5 + it}\"")) }
        val totals = footprints.indices.map { BigDecimal("10.38") + BigDecimal("0.0519") * it.toBigDecimal() }
        assertTrue(footprints[0].toJson().length > 4_000)

        val threads = Executors.newFixedThreadPool(8)
        // Each thread goes through them by a step of its own, so nearly each question finds one that was given back.
        val work = List(8) { thread ->
            Callable {
                repeat(4_000) {
                    val at = (it * (2 * thread + 7) + thread) % footprints.size
                    check(footprints[at].total().compareTo(totals[at]) == 0) { "the footprint $at has ${footprints[at].total()}" }
                }
            }
        }

        fun residentAfterAll(): Long {
            threads.invokeAll(work).forEach { it.get() }
            return resident()
        }

        val before = residentAfterAll()
        val after = residentAfterAll()
        threads.shutdown()
        println("$before KiB after 32,000 questions to 2,000 footprints, $after KiB after 64,000")
        // Each takes more than 4 KiB, so 32,000 that stayed would be more than 128 MiB. Eight threads have heaps of their own.
        assertTrue(after - before < 64 * 1024) { "$before KiB became $after KiB" }
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
        time("compute of the film", 200) { compute(film).close() }
        time("compute and toJson of the film", 200) { compute(film).use { it.toJson() } }
        time("compute and value of the film", 200) { compute(film).use { it.value() } }
        val footprint = compute(film)
        val stored = footprint.toJson().encodeToByteArray()
        println("the footprint of the film has ${stored.size} bytes")
        time("fromJson of the film", 200) { Footprint.fromJson(stored).close() }
        time("a total of the film, read again", 200) { footprint.use { it.total() } }
        time("audit of the film", 200) { footprint.audit() }
        time("equals of the film", 200) { Footprint.fromJson(stored).use { assertEquals(footprint, it) } }
    }

    /** So many lines of 5 kWh each. */
    private fun many(lines: Int): String = meter("5").let { one ->
        one.copy(lines = List(lines) { one.lines.single().copy(id = "L$it") })
    }.toJson()

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
