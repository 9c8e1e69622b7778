package org.claquette.wire

import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject

/** A record. */
internal abstract class RecordShape<T> : Shape<T>() {
    /** Writes its fields. */
    abstract fun write(value: T, into: Written)

    /** Makes it of its fields. */
    abstract fun read(from: Given): T

    final override fun write(value: T): JsonElement {
        val into = Written()
        write(value, into)
        return JsonObject(into.fields)
    }

    final override fun read(element: JsonElement): T {
        val from = Given(element as? JsonObject ?: misfit("an object", element))
        val value = read(from)
        from.end()
        return value
    }
}

/** The fields that were written. */
internal class Written {
    val fields = LinkedHashMap<String, JsonElement>()

    /** Writes a field, unless it is absent. */
    fun <T> put(name: String, shape: Shape<T>, value: T?) {
        if (value != null) fields[name] = shape.write(value)
    }
}

/** The fields that were given. */
internal class Given(private val fields: JsonObject) {
    private val read = mutableSetOf<String>()

    /** A field that may be absent. */
    fun <T : Any> may(name: String, shape: Shape<T>): T? {
        read += name
        val element = fields[name] ?: return null
        return within(name) { shape.read(element) }
    }

    /** A field that must be there. */
    fun <T : Any> must(name: String, shape: Shape<T>): T =
        may(name, shape) ?: throw Misfit("the field `$name` is missing")

    /** Nothing else may be there. */
    fun end() {
        val other = fields.keys.firstOrNull { it !in read } ?: return
        throw Misfit("there is no such field").within(other)
    }
}

/** An object with exactly one of its fields; in Kotlin, the record itself. */
internal abstract class ChoiceShape<T> : Shape<T>() {
    /** The name and the JSON of a record. */
    abstract fun chosen(value: T): Pair<String, JsonElement>

    /** The record of a name. */
    abstract fun shape(name: String): Shape<out T>?

    final override fun write(value: T): JsonElement = JsonObject(mapOf(chosen(value)))

    final override fun read(element: JsonElement): T {
        val fields = element as? JsonObject
        val (name, record) = fields?.entries?.singleOrNull() ?: misfit("an object of exactly one field", element)
        return within(name) { (shape(name) ?: throw Misfit("there is no such choice")).read(record) }
    }
}
