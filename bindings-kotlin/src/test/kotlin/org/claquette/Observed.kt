package org.claquette

import java.math.BigDecimal
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** What came out of a case, in the form in which the vectors expect it. */
internal class Observed(private val footprint: Footprint, private val expect: JsonObject) {
    private val value = footprint.value()
    private val summary = footprint.summary()
    private val lines = summary.lines.associateBy { it.line }

    fun json(): JsonObject = JsonObject(
        mapOf(
            "status" to JsonPrimitive(footprint.status.wire),
            "totals" to JsonObject(fields("totals").mapValues { exact(footprint.total(account(it.key))) }),
            "lines" to JsonArray(items("lines").map(::line)),
            "entries" to JsonArray(entries()),
            "resolutions" to JsonArray(items("resolutions").flatMap(::resolutions)),
            "views" to JsonArray(items("views").map(::view)),
            "indicators" to indicators(),
            "uncertainty" to uncertainty(),
            "problems" to JsonArray(summary.warnings.map(::problem)),
            "more" to JsonPrimitive(summary.more),
        ),
    )

    private fun line(item: JsonObject): JsonObject {
        val mass = lines.getValue(item.text("line")).masses.find { it.account == account(item.text("account")) }
        return JsonObject(item + ("kgco2e" to exact(mass?.kgco2e ?: BigDecimal.ZERO)))
    }

    private fun entries(): List<JsonObject> {
        val named = items("entries").map { it.text("line") }.toSet()
        return value.products.filter { lineOf(it) in named }.flatMap { product ->
            val factor = value.factors[request(product).factor.toInt()]
            val slots = factor.slots ?: listOf(UsedFactorSlot(factor.value))
            slots.zip(product.masses).filter { (_, mass) -> mass.signum() != 0 }.map { (slot, mass) ->
                texts(
                    "line" to lineOf(product), "account" to (slot.account ?: Account.COUNTED).wire,
                    "part" to (slot.part ?: Part.WHOLE).wire, "gas" to (slot.gas ?: Gas.UNALLOCATED).wire,
                    "kgco2e" to mass.toPlainString(),
                )
            }
        }
    }

    private fun resolutions(item: JsonObject): List<JsonObject> =
        value.products.filter { lineOf(it) == item.text("line") }.map(::request).map {
            val factor = value.factors[it.factor.toInt()]
            texts("line" to item.text("line"), "factor" to factor.id,
                "set" to factor.set?.let { set -> value.sets[set.toInt()].name },
                "place" to (it.placeReason ?: PlaceReason.EXACT).wire,
                "period" to (it.periodReason ?: PeriodReason.SAME_YEAR).wire)
        }

    private fun lineOf(product: Product): String = value.lines[product.line.toInt()].id

    private fun request(product: Product): Request = value.requests[product.request.toInt()]

    private fun view(item: JsonObject): JsonObject {
        val groups = footprint.view(item.text("view"), account(item.text("account"))).groups
        val seen = groups.map { texts("group" to it.group, "kgco2e" to it.kgco2e.toPlainString()) }
        return JsonObject(item + ("groups" to JsonArray(seen)))
    }

    private fun indicators(): JsonObject {
        val of = footprint.indicators()
        val values = mapOf(
            "per-hour" to of.perHour, "per-shooting-day" to of.perShootingDay, "per-1000" to of.perThousand,
            "physical-share" to of.physicalShare, "monetary-share" to of.monetaryShare,
            "derived-share" to of.derivedShare,
        )
        return JsonObject(values.mapValues { if (it.value == null) JsonNull else exact(it.value!!) })
    }

    private fun uncertainty(): JsonElement {
        val wanted = expect["uncertainty"]?.jsonObject ?: return JsonNull
        val factors = FactorSpread.of(wanted["factor_spread"]?.jsonPrimitive?.content ?: "percent")!!
        return Json.parseToJsonElement(footprint.uncertainty(factors).toJson())
    }

    private fun fields(name: String): JsonObject = expect[name]?.jsonObject ?: JsonObject(emptyMap())

    private fun items(name: String): List<JsonObject> = expect[name]?.jsonArray.orEmpty().map { it.jsonObject }

    private fun account(wire: String): Account = Account.of(wire)!!
}

/** A refusal, in the form in which the vectors expect it. */
internal fun refused(problems: List<Diagnostic>, more: Long): JsonObject = JsonObject(
    mapOf(
        "status" to JsonPrimitive("refused"), "problems" to JsonArray(problems.map(::problem)),
        "more" to JsonPrimitive(more),
    ),
)

private fun parameter(of: Any): JsonElement = when (of) {
    is Long -> JsonPrimitive(of)
    is List<*> -> JsonArray(of.map { JsonPrimitive("$it") })
    else -> JsonPrimitive("$of")
}

private fun problem(of: Diagnostic): JsonObject {
    val column = of.column.let { if (it is Long) JsonPrimitive(it) else it?.let { name -> JsonPrimitive("$name") } }
    val location = mapOf(
        "byte" to of.byte?.let(::JsonPrimitive), "file" to of.file?.let(::JsonPrimitive),
        "line" to of.line?.let(::JsonPrimitive), "column" to column,
    )
    val stands = of.pointer?.let { "pointer" to JsonPrimitive(it) }
        ?: ("location" to JsonObject(location.filterValues { it != null }.mapValues { it.value!! }))
    val meant = listOfNotNull(of.suggestion?.let { "suggestion" to JsonPrimitive(it) })
    val parameters = JsonObject(of.parameters.mapValues { parameter(it.value) })
    return JsonObject(mapOf("code" to JsonPrimitive(of.code), stands, "parameters" to parameters) + meant)
}

/** Whether everything that is expected is there. */
internal fun matches(expected: JsonElement, got: JsonElement?): Boolean = when (expected) {
    is JsonObject -> got is JsonObject && expected.all { (name, value) -> name in got && matches(value, got[name]) }
    is JsonArray -> got is JsonArray && got.size == expected.size && expected.zip(got).all { (a, b) -> matches(a, b) }
    is JsonPrimitive -> expected == got
}

/** Whether everything that is expected is there, each once, and nothing else. */
internal fun inAnyOrder(expected: JsonElement, got: JsonElement?): Boolean {
    val left = (got as? JsonArray)?.toMutableList() ?: return false
    for (one in expected as JsonArray) {
        val found = left.indexOfFirst { matches(one, it) }
        if (found < 0) return false
        left.removeAt(found)
    }
    return left.isEmpty()
}

private fun exact(value: BigDecimal): JsonPrimitive = JsonPrimitive(value.toPlainString())

private fun texts(vararg fields: Pair<String, String?>): JsonObject =
    JsonObject(fields.toMap().mapValues { JsonPrimitive(it.value) })

private fun JsonObject.text(name: String): String = getValue(name).jsonPrimitive.content
