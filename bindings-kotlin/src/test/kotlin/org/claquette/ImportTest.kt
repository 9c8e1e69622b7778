package org.claquette

import java.math.BigDecimal
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

private const val HEADER =
    "ID,Scope,Level 1,Level 2,Level 3,Level 4,Column Text,UOM,GHG/Unit,GHG Conversion Factor 2025\n"
private const val HOTEL = "29_600_4016_13_1,Scope 3,Hotel stay,Hotel stay,France,,,Room per night,kg CO2e,6.9\n"
private const val WATER = "17_1_1_10_1,Scope 3,Water supply,Water supply,Water supply,,,million litres,kg CO2e,153\n"
private const val BUTANE =
    "1_100_1000_8_1,Scope 1,Fuels,Gaseous fuels,Butane,,,litres,kg CO2e,1.74532\n" +
        "1_100_1000_8_2,Scope 1,Fuels,Gaseous fuels,Butane,,,litres,kg CO2e of CO2 per unit,2.74296\n"
private const val END = ",END,,,,,,,,\n"

/** What is wrong with a file, and the problem and the line that it must be. */
private val REFUSED: List<Pair<ByteArray, Pair<String, Long>>> = listOf(
    (HEADER + HOTEL + END).toByteArray(Charsets.UTF_16LE) to ("wrong-encoding" to 1L),
    (HEADER + HOTEL).toByteArray() to ("cut-off" to 2L),
    (HEADER + HOTEL.replace("6.9", "6,9") + END).toByteArray() to ("row-length" to 2L),
    (HEADER + HOTEL.replace("6.9", "=6+0.9") + END).toByteArray() to ("formula" to 2L),
    (HEADER + HOTEL.replace("6.9", "\"1,006\"") + END).toByteArray() to ("ambiguous-number" to 2L),
    (HEADER + HOTEL + END + WATER).toByteArray() to ("after-end" to 4L),
    (HEADER + BUTANE.replace("8_2", "9_2") + END).toByteArray() to ("orphan-part" to 3L),
    ByteArray(0) to ("empty-table" to 1L),
)

private fun refused(content: ByteArray): List<Pair<String, Long?>> =
    assertThrows<CalculationException.Refused> { importBase("flat.csv", content) }.diagnostics.map { it.code to it.line }

/** The codes that only importers raise. */
internal fun importCodes(): Set<String> = REFUSED.flatMap { refused(it.first) }.map { it.first }.toSet()

/** Importers across the border: what is kept, what is skipped, and what is refused. */
class ImportTest {
    @Test
    fun `an export serves a production`() {
        val imported = importBase("flat-2025.csv", (HEADER + HOTEL + WATER + END).toByteArray())
        assertEquals(FactorBase.DESNZ to 2L, imported.base to imported.factors)
        val unpriced = imported.unpriced.single()
        assertEquals(Triple(3L, "17_1_1_10_1", UnpricedReason.UNIT), Triple(unpriced.line, unpriced.id, unpriced.reason))
        assertEquals(listOf(4L to SkipReason.BLANK), imported.skipped.map { it.line to it.reason })
        // The bundled key map gives the French hotel its key; what else it names is not in this file.
        assertFalse(imported.unserved.any { it.id == "29_600_4016_13_1" })
        val json = """{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2025},
            "lines": [{"id": "L1", "what": {"hotel": {"rooms": 4, "nights": 3}}}]}"""
        // 4 rooms × 3 nights × 6.9 kg
        val tables = References.bundled().withSet("DESNZ 2025", imported.csv)
        assertEquals(BigDecimal("82.8"), compute(json, tables).total())
    }

    @Test
    fun `key maps of one's own, and none`() {
        val export = (HEADER + HOTEL + END).toByteArray()
        val maps = mapOf("desnz.csv" to "id,key,row\nmine,accommodation.hotel,29_600_4016_13_1\n")
        val tables = References.bundled().withSet("mine", importBase("flat.csv", export, maps = maps).csv)
        assertEquals(listOf("accommodation.hotel"), search("mine 2025", tables, 1).found.single().keys)
        assertEquals(emptyList<SkippedRow>(), importBase("flat.csv", export, maps = emptyMap()).unserved)
    }

    @Test
    fun `anomalies are told in both languages`() {
        // 2.74296 of CO2 is more than all of 1.74532.
        val odd = importBase("flat.csv", (HEADER + BUTANE + END).toByteArray(), maps = emptyMap()).anomalies.single()
        assertEquals(Triple(2L, "1_100_1000_8_1", AnomalyKind.GASES_TOTAL), Triple(odd.line, odd.id, odd.kind))
        assertEquals("la somme des gaz n’est pas le total (2,74296 ≠ 1,74532)", odd.fr)
        assertEquals("the sum of the gases is not the total (2.74296 ≠ 1.74532)", odd.en)
    }

    @Test
    fun `a set of one's own`() {
        val rows = "id,place,unit,value,source\nquay,FR,kgCO2e/room.night,4.1,facture de l’hôtel\n"
        for (charset in listOf(Charsets.UTF_8, charset("windows-1252"))) {
            val imported = importBase("mine.csv", rows.toByteArray(charset))
            assertEquals(Triple(null, 1L, rows), Triple(imported.base, imported.factors, imported.csv))
        }
    }

    @Test
    fun `what is no base is refused where it is wrong`() {
        for ((content, problem) in REFUSED) assertEquals(problem, refused(content).first())
    }
}
