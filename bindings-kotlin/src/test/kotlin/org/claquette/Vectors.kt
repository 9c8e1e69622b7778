package org.claquette

import java.nio.file.Files
import java.nio.file.Path
import java.util.Base64
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** The root of the project. */
internal val ROOT: Path = Path.of("..")

/** The text of a file of the project. */
internal fun text(path: String): String = Files.readString(ROOT.resolve(path))

/** The files of the vectors. */
internal fun vectorFiles(): List<Path> =
    Files.list(ROOT.resolve("tests/vectors")).use { files -> files.filter { "$it".endsWith(".json") }.sorted().toList() }

/** A case of the vectors. */
internal class Case(private val fields: JsonObject) {
    val name: String = fields.getValue("case").jsonPrimitive.content
    val expect: JsonObject = fields.getValue("expect").jsonObject
    val unpriced: Unpriced = fields["options"]?.jsonObject?.get("unpriced")
        ?.let { Unpriced.of(it.jsonPrimitive.content)!! } ?: Unpriced.REFUSE
    val electricity: ElectricityMethod = fields["options"]?.jsonObject?.get("electricity")
        ?.let { ElectricityMethod.of(it.jsonPrimitive.content)!! } ?: ElectricityMethod.LOCATION
    val gwp: Gwp = fields["options"]?.jsonObject?.get("gwp")
        ?.let { Gwp.of(it.jsonPrimitive.content)!! } ?: Gwp.PUBLISHED
    val aviation: Aviation = fields["options"]?.jsonObject?.get("aviation")
        ?.let { Aviation.of(it.jsonPrimitive.content)!! } ?: Aviation.BY_PLACE

    /** The production in JSON. Its numbers stay as they were written: a number must reach the core as one. */
    fun document(): ByteArray {
        val base64 = fields["base64"] ?: return (fields["production"]?.toString() ?: text()).encodeToByteArray()
        return Base64.getDecoder().decode(base64.jsonPrimitive.content)
    }

    /** The production as a typed object, if the types can hold what is wrong with it. */
    fun typed(): Production? {
        if ("production" !in fields) return null
        return try {
            Production.fromJson(fields.getValue("production").toString())
        } catch (_: CalculationException) {
            null
        }
    }

    /** The tables that the case asks for. */
    fun tables(bundled: References, bare: References): References {
        var references = if (fields["bundled"]?.jsonPrimitive?.content == "true") bundled else bare
        for (set in fields["factors"]?.jsonArray.orEmpty()) {
            val (name, rows) = set.jsonObject.let { it.getValue("set").jsonPrimitive.content to it.getValue("rows") }
            references = references.withSet(name, lines(rows))
        }
        fields["proxies"]?.let { references = references.withProxies("proxies.csv", lines(it)) }
        fields["assumptions"]?.let { references = references.withAssumptions("assumptions.csv", lines(it)) }
        return references
    }

    private fun text(): String = fields.getValue("text").jsonPrimitive.content

    private fun lines(rows: JsonElement): String = rows.jsonArray.joinToString("\n") { it.jsonPrimitive.content }

    companion object {
        /** Every case, in the order of the files. */
        fun all(): List<Case> = vectorFiles().flatMap { file ->
            Json.parseToJsonElement(Files.readString(file)).jsonArray.map { Case(it.jsonObject) }
        }
    }
}

/** The bundled tables without any factor. */
internal fun withoutFactors(): References {
    val names = listOf("keys", "places", "proxies", "assumptions", "equivalences", "gwp", "ranges", "sources").map { "$it.csv" }
    return References.read("tables", names.associateWith { text("factors/data/$it") })
        .withAirports("airports.csv", text("factors/airports/airports.csv"))
        .withCities("cities.csv", text("factors/cities/cities.csv"))
        .withStations("stations.csv", text("factors/stations/stations.csv"))
}
