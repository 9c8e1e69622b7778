package org.claquette

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.assertThrows

/** A production of one line: four rooms for so many nights in France. */
internal fun hotel(nights: Int = 3, more: String = ""): String =
    """{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, $more "lines": [{"id": "L1",
        "what": {"hotel": {"rooms": 4, "nights": $nights}}}]}"""

/** A stored footprint with another value in one place, or without one. */
internal fun forged(stored: String, pointer: String, value: JsonElement?): String =
    replaced(Json.parseToJsonElement(stored), pointer.split('/').drop(1), value).toString()

private fun replaced(element: JsonElement, path: List<String>, value: JsonElement?): JsonElement {
    fun next(old: JsonElement?): JsonElement? =
        if (path.size == 1) value else replaced(old!!, path.drop(1), value)
    return when (element) {
        is JsonArray -> JsonArray(element.mapIndexed { at, old -> if ("$at" == path[0]) next(old) ?: JsonNull else old })
        else -> JsonObject(element.jsonObject.toMutableMap().apply {
            val new = next(this[path[0]])
            if (new == null) remove(path[0]) else this[path[0]] = new
        })
    }
}

/** The problems of what is no footprint, each with its place. */
internal fun broken(json: String, limits: Limits = Limits()): List<Pair<String, String?>> {
    val refused = assertThrows<CalculationException.Refused> { Footprint.fromJson(json, limits) }
    assertTrue(refused.diagnostics.size in 1..1001) { "${refused.diagnostics.size} problems" }
    return refused.diagnostics.map { it.code to it.pointer }
}

/** The codes of footprints whose parts do not belong together. */
internal fun brokenCodes(): Set<String> {
    val one = compute(hotel()).toJson()
    val two = compute(hotel().replace("}]}", "}, {\"id\": \"L2\", \"what\": {\"hotel\": {\"rooms\": 1, \"nights\": 1}}}]}")).toJson()
    val products = Json.parseToJsonElement(two).jsonObject.getValue("products").jsonArray
    val cases = listOf(
        forged(one, "/products/0/line", Json.parseToJsonElement("9")), forged(one, "/products/0/masses", JsonArray(emptyList())),
        forged(two, "/products", JsonArray(products.reversed())), forged(two, "/products", JsonArray(products + products.last())),
        forged(one, "/products", JsonArray(emptyList())), forged(one, "/omitted", Json.parseToJsonElement("-1")),
        forged(one, "/products/0/masses", Json.parseToJsonElement("[\"0.0000000001\"]")),
        forged(one, "/products/0/terms", Json.parseToJsonElement("[{\"name\": \"rooms\", \"denominator\": \"0\"}]")),
        forged(one, "/excluded", Json.parseToJsonElement("[{\"line\": 0, \"reason\": {\"code\": \"price-year\"}}]")),
        forged(
            one, "/production/budget/currencies",
            Json.parseToJsonElement("[{\"currency\": \"EUR\", \"total\": \"1\", \"unlisted\": \"2\"}]")
        ),
    )
    return cases.flatMap { json -> broken(json).map { it.first } }.toSet()
}
