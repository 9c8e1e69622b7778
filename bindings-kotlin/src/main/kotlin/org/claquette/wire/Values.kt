package org.claquette.wire

import java.math.BigDecimal
import kotlin.math.abs
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import org.claquette.CalculationException
import org.claquette.Many
import org.claquette.One
import org.claquette.OneOrMany
import org.claquette.Word

/**
 * The most characters of a number. The core reads 28 digits and says what is wrong with more; a [BigDecimal] takes time
 * that grows with the square of its length, so there is an end before one is made or written.
 */
private const val LONGEST = 10_000

/** The most zeros that a number is written with in place of an exponent. */
private const val ZEROS = 100

/** A number as results write it. */
private val PLAIN = Regex("-?[0-9]+(\\.[0-9]+)?")

/** A number of JSON. */
private val LITERAL = Regex("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?")

/** The number that a text stands for. */
internal fun decimal(text: String): BigDecimal {
    if (text.length > LONGEST) throw CalculationException.Misuse(tooLong(text.length, "characters"))
    return if (PLAIN.matches(text)) BigDecimal(text) else throw CalculationException.Misuse("`${short(text)}` is no decimal number")
}

private fun tooLong(length: Int, unit: String) = "the number has $length $unit, the limit is $LONGEST"

/** The number that JSON has, if it is written in this form. */
private fun decimal(element: JsonElement, wanted: String, form: (JsonPrimitive) -> Regex?): BigDecimal {
    val written = element as? JsonPrimitive ?: misfit(wanted, element)
    if (written.content.length > LONGEST) throw Misfit(tooLong(written.content.length, "characters"))
    return if (form(written)?.matches(written.content) == true) BigDecimal(written.content) else misfit(wanted, element)
}

/** A text. */
internal object Text : Shape<String>() {
    override fun write(value: String): JsonElement = JsonPrimitive(value)

    override fun read(element: JsonElement): String =
        if (element is JsonPrimitive && element.isString) element.content else misfit("a text", element)
}

/** A decimal: written as text, so that nothing on the way rounds it; a number is read, too. */
internal object Number : Shape<BigDecimal>() {
    override fun write(value: BigDecimal): JsonElement {
        // A digit takes more than three bits.
        if (value.unscaledValue().bitLength() > 4 * LONGEST) {
            throw CalculationException.Misuse(tooLong(value.precision(), "digits"))
        }
        // One with an exponent is none to the core, which says so.
        return JsonPrimitive(if (abs(value.scale().toLong()) < ZEROS) value.toPlainString() else value.toString())
    }

    override fun read(element: JsonElement): BigDecimal =
        decimal(element, "a number") { if (it.isString) PLAIN else LITERAL }
}

/** A decimal of a result: always a text. */
internal object Exact : Shape<BigDecimal>() {
    override fun write(value: BigDecimal): JsonElement = Number.write(value)

    override fun read(element: JsonElement): BigDecimal =
        decimal(element, "a decimal as text") { if (it.isString) PLAIN else null }
}

/** A whole number. */
internal object Whole : Shape<Long>() {
    override fun write(value: Long): JsonElement = JsonPrimitive(value)

    override fun read(element: JsonElement): Long {
        val written = (element as? JsonPrimitive)?.takeIf { !it.isString && LITERAL.matches(it.content) }
        return written?.content?.toLongOrNull() ?: misfit("a whole number", element)
    }
}

/** True or false. */
internal object Flag : Shape<Boolean>() {
    override fun write(value: Boolean): JsonElement = JsonPrimitive(value)

    override fun read(element: JsonElement): Boolean {
        val written = (element as? JsonPrimitive)?.takeIf { !it.isString }
        return written?.content?.toBooleanStrictOrNull() ?: misfit("true or false", element)
    }
}

/** A text or a whole number: a [String] or a [Long]. */
internal object TextOrWhole : Shape<Any>() {
    override fun write(value: Any): JsonElement = if (value is Long) Whole.write(value) else Text.write("$value")

    override fun read(element: JsonElement): Any =
        if (element is JsonPrimitive && element.isString) element.content else Whole.read(element)
}

/** An object whose fields are texts. */
internal object Texts : Shape<Map<String, String>>() {
    override fun write(value: Map<String, String>): JsonElement = JsonObject(value.mapValues { Text.write(it.value) })

    override fun read(element: JsonElement): Map<String, String> {
        val fields = element as? JsonObject ?: misfit("an object", element)
        return fields.mapValues { (name, text) -> within(name) { Text.read(text) } }
    }
}

/** An object whose fields are texts, whole numbers and lists of texts: [String], [Long] and a [List] of [String]. */
internal object Parameters : Shape<Map<String, Any>>() {
    private val names = ListOf(Text)

    override fun write(value: Map<String, Any>): JsonElement = JsonObject(
        value.mapValues { (_, one) -> if (one is List<*>) names.write(one.map { "$it" }) else TextOrWhole.write(one) },
    )

    override fun read(element: JsonElement): Map<String, Any> {
        val fields = element as? JsonObject ?: misfit("an object", element)
        return fields.mapValues { (name, one) ->
            within(name) { if (one is JsonArray) names.read(one) else TextOrWhole.read(one) }
        }
    }
}

/** A word of a vocabulary. */
internal class OneOf<T : Word>(private val words: List<T>) : Shape<T>() {
    override fun write(value: T): JsonElement = JsonPrimitive(value.wire)

    override fun read(element: JsonElement): T {
        val written = (element as? JsonPrimitive)?.takeIf { it.isString }
        return words.find { it.wire == written?.content }
            ?: misfit("one of ${words.joinToString { it.wire }}", element)
    }
}

/** A list. */
internal class ListOf<T>(private val item: Shape<T>) : Shape<List<T>>() {
    override fun write(value: List<T>): JsonElement = JsonArray(value.map(item::write))

    override fun read(element: JsonElement): List<T> {
        val items = element as? JsonArray ?: misfit("a list", element)
        return items.mapIndexed { at, each -> within(at) { item.read(each) } }
    }
}

/** One value, or a list of records in its place. */
internal class OneOrManyOf<O, M>(private val one: Shape<O>, many: Shape<M>) : Shape<OneOrMany<O, M>>() {
    private val many = ListOf(many)

    override fun write(value: OneOrMany<O, M>): JsonElement = when (value) {
        is One -> one.write(value.value)
        is Many -> many.write(value.values)
    }

    override fun read(element: JsonElement): OneOrMany<O, M> =
        if (element is JsonArray) Many(many.read(element)) else One(one.read(element))
}
