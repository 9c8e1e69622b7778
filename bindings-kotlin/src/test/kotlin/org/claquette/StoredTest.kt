package org.claquette

import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.DataOutputStream
import java.io.File
import java.io.InvalidObjectException
import java.io.ObjectInputStream
import java.io.ObjectOutputStream
import java.io.ObjectStreamConstants.SC_SERIALIZABLE
import java.io.ObjectStreamConstants.STREAM_MAGIC
import java.io.ObjectStreamConstants.STREAM_VERSION
import java.io.ObjectStreamConstants.TC_CLASSDESC
import java.io.ObjectStreamConstants.TC_ENDBLOCKDATA
import java.io.ObjectStreamConstants.TC_NULL
import java.io.ObjectStreamConstants.TC_OBJECT
import java.math.BigDecimal
import java.nio.file.Files
import java.nio.file.Path
import kotlinx.serialization.json.JsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir

/** A footprint is a value: it is read back, serialised and compared, without tables and without its production. */
class StoredTest {
    @Test
    fun `every vector is read back without tables`(@TempDir folder: Path) {
        val all = computed()
        val (stored, found) = folder.resolve("stored") to folder.resolve("shown")
        ObjectOutputStream(Files.newOutputStream(stored)).use { to -> to.writeObject(ArrayList(all.values.map { it.toJson() })) }
        val process = ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dfile.encoding=UTF-8",
            "-cp", withoutTables(folder), "org.claquette.ShownKt", "$stored", "$found",
        ).redirectErrorStream(true).start()
        val said = process.inputStream.readAllBytes().decodeToString()
        assertEquals(0, process.waitFor(), said)
        val there = ObjectInputStream(Files.newInputStream(found)).use { it.readObject() as List<*> }
        assertEquals(all.size, there.size)
        all.entries.zip(there).forEach { (here, shown) -> assertEquals(shown(here.value), shown, here.key) }
    }

    /** The path of the classes, and the package on it without any class of tables. */
    private fun withoutTables(folder: Path): String {
        val paths = (System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path"))
            .split(File.pathSeparator).map(Path::of)
        return paths.joinToString(File.pathSeparator) { path ->
            if (!Files.isDirectory(path.resolve("org/claquette/border"))) return@joinToString "$path"
            val copy = folder.resolve("classes")
            Files.walk(path).use { files ->
                files.filter { Files.isRegularFile(it) && !"${it.fileName}".startsWith("References") }.forEach {
                    val to = copy.resolve("${path.relativize(it)}")
                    Files.createDirectories(to.parent)
                    Files.copy(it, to)
                }
            }
            "$copy"
        }
    }

    @Test
    fun `every vector is equal to what is read, and holds`() {
        for ((name, footprint) in computed()) {
            val read = Footprint.fromJson(footprint.toJson().encodeToByteArray())
            assertEquals(footprint to footprint.hashCode(), read to read.hashCode(), name)
            assertNull(read.audit(), name)
            assertTrue(footprint.verify(read).holds && read.verify(footprint.toJson()).holds, name)
            assertEquals(footprint, serialised(footprint), name)
            val value = footprint.value()
            assertEquals(footprint.toJson() to value, value.toJson() to FootprintValue.fromJson(value.toJson()), name)
            val summary = footprint.summary()
            assertEquals(summary, FootprintSummary.fromJson(summary.toJson()), name)
            assertTrue(footprint.verify(summary.toJson()).holds, name)
        }
    }

    @Test
    fun `footprints are values`() {
        val (footprint, other) = compute(hotel()) to compute(hotel(2))
        assertEquals(footprint, compute(hotel()))
        assertNotEquals(footprint, other)
        assertFalse(footprint.equals(footprint.toJson()))
        assertEquals(setOf(other, footprint), setOf(footprint, compute(hotel()), other))
        assertTrue(variance(footprint, Footprint.fromJson(footprint.toJson())).rows.isEmpty())
        // 4 rooms × (3 − 2) nights × 6.7 kgCO2e/room.night
        assertEquals(BigDecimal("26.8"), serialised(footprint).total() - other.total())
        // White space is nothing that a footprint holds.
        assertEquals(footprint.toJson(), Footprint.fromJson(footprint.toJson().replace("{", "{ \n")).toJson())
    }

    @Test
    fun `what was serialised is read with the same care`() {
        val footprint = compute(hotel())
        val written = bytes(footprint)
        val text = written.toString(Charsets.ISO_8859_1)
        assertTrue("\"80.4\"" in text)
        val forged = text.replace("\"80.4\"", "\"40.8\"").toByteArray(Charsets.ISO_8859_1)
        assertEquals(BigDecimal("40.8"), (objectOf(forged) as Footprint).total())
        val broken = text.replace("\"80.4\"", "\"80,4\"").toByteArray(Charsets.ISO_8859_1)
        val refused = assertThrows<InvalidObjectException> { objectOf(broken) }
        assertEquals(listOf("invalid-number"), (refused.cause as CalculationException).diagnostics.map { it.code })
        // A stream that says that it has the class itself, without any fields.
        assertThrows<InvalidObjectException> { objectOf(streamOf("org.claquette.Footprint")) }
    }

    private fun streamOf(name: String): ByteArray = ByteArrayOutputStream().also { into ->
        DataOutputStream(into).run {
            writeShort(STREAM_MAGIC.toInt())
            writeShort(STREAM_VERSION.toInt())
            writeByte(TC_OBJECT.toInt())
            writeByte(TC_CLASSDESC.toInt())
            writeUTF(name)
            writeLong(1)
            writeByte(SC_SERIALIZABLE.toInt())
            writeShort(0)
            writeByte(TC_ENDBLOCKDATA.toInt())
            writeByte(TC_NULL.toInt())
        }
    }.toByteArray()

    @Test
    fun `a forged mass is found`() {
        // 4 rooms × 3 nights × 6.7 kgCO2e/room.night = 80.4 kg
        val text = compute(hotel()).toJson()
        assertEquals(2, text.split("\"80.4\"").size)
        val found = Footprint.fromJson(text.replace("\"80.4\"", "\"8.04\"")).audit()!!
        assertEquals(
            listOf(DiscrepancyKind.MASS, "/products/0/masses/0", "L1", BigDecimal("8.04"), BigDecimal("80.4")),
            listOf(found.kind, found.pointer, found.id, found.stated, found.computed),
        )
        assertEquals("ligne L1 : 8,04 kgCO2e, alors que ses termes et son facteur donnent 80,4 kgCO2e", found.fr)
        val verified = compute(hotel()).verify(Footprint.fromJson(text.replace("\"80.4\"", "\"8.04\"")))
        assertEquals(listOf("\"8.04\"" to "\"80.4\""), verified.deviations.map { it.stored to it.computed })
    }

    @Test
    fun `a forged factor is found`() {
        val crew = """{"train": {"distance": {"value": "623", "unit": "km"}, "passengers": 12, "service": "high-speed"}}"""
        val text = compute(hotel().replace(Regex("\"what\": .*$"), "\"what\": $crew}]}")).toJson()
        // Base Carbone 43256: 0.0023 upstream and 0.00063 of manufacture are 0.00293.
        val found = Footprint.fromJson(forged(text, "/factors/0/value", JsonPrimitive("0.00392"))).audit()!!
        assertEquals(
            listOf(DiscrepancyKind.FACTOR, "/factors/0/value", "train.fr.tgv.2022.ademe", BigDecimal("0.00392"), BigDecimal("0.00293")),
            listOf(found.kind, found.pointer, found.id, found.stated, found.computed),
        )
        // A factor without parts has nothing but its masses to contradict it: 4 × 3 × 7.6 = 91.2.
        val whole = Footprint.fromJson(forged(compute(hotel()).toJson(), "/factors/0/value", JsonPrimitive("7.6"))).audit()!!
        assertEquals(
            listOf(DiscrepancyKind.MASS, "/products/0/masses/0", BigDecimal("80.4"), BigDecimal("91.2")),
            listOf(whole.kind, whole.pointer, whole.stated, whole.computed),
        )
    }

    @Test
    fun `a footprint of another engine names it`() {
        val footprint = compute(hotel())
        val read = Footprint.fromJson(forged(footprint.toJson(), "/engine", JsonPrimitive("claquette 0.0.1")))
        assertEquals("claquette 0.0.1" to "claquette 0.0.1", read.value().engine to read.summary().engine)
        assertNotEquals(footprint, read)
        val verification = footprint.verify(read)
        assertEquals(true to "claquette 0.0.1", verification.holds to verification.engine)
    }

    @Test
    fun `the coverage of a budget`() {
        val budget = """"budget": {"lines": [{"id": "9-1", "amount": {"value": "750", "unit": "EUR"}}], "vat": "excluded",
            "year": 2024},"""
        val euros = compute(hotel(more = budget)).coverage().single()
        assertEquals("EUR" to BigDecimal("750"), euros.currency to euros.total)
        assertEquals(BigDecimal("750"), euros.states.single { it.state.wire == "not-entered" }.amount)
        assertTrue(compute(hotel()).coverage().isEmpty())
    }

    private fun serialised(footprint: Footprint): Footprint = objectOf(bytes(footprint)) as Footprint

    private fun bytes(footprint: Footprint): ByteArray =
        ByteArrayOutputStream().also { into -> ObjectOutputStream(into).use { it.writeObject(footprint) } }.toByteArray()

    private fun objectOf(bytes: ByteArray): Any = ObjectInputStream(ByteArrayInputStream(bytes)).use { it.readObject() }

    private companion object {
        private val all: Map<String, Footprint> by lazy {
            val (bundled, bare) = References.bundled() to withoutFactors()
            val found = LinkedHashMap<String, Footprint>()
            for (case in Case.all()) {
                try {
                    val tables = case.tables(bundled, bare)
                    found[case.name] = compute(case.document(), tables, case.unpriced, case.electricity, case.gwp, case.aviation)
                } catch (_: CalculationException) {
                    // Half of them are meant to be refused.
                }
            }
            found
        }

        /** The footprint of every vector that has one. */
        fun computed(): Map<String, Footprint> = all.also { assertTrue(it.size > 200) { "${it.size}" } }
    }
}
