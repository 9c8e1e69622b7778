package org.claquette.wire

import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import org.claquette.CalculationException
import org.claquette.refused

/** What a value looks like on the wire: how it is written and how it is read. */
internal abstract class Shape<T> {
    /** The JSON of a value. */
    abstract fun write(value: T): JsonElement

    /** The value of JSON; a [Misfit] if it does not fit. */
    abstract fun read(element: JsonElement): T

    /** A value as text. */
    fun text(value: T): String = try {
        write(value).toString()
    } catch (_: StackOverflowError) {
        throw CalculationException.Misuse("it holds itself, or is too deep to be written")
    }

    /** The value of a text. */
    fun parse(json: String): T {
        val what = try {
            scan(json)
            return read(Json.parseToJsonElement(json))
        } catch (error: SerializationException) {
            "this is not JSON that can be read: ${error.message}"
        } catch (found: Misfit) {
            found.message
        }
        // Of a production the core tells every problem, with its code and its place.
        val shape: Any = this
        if (shape === ProductionShape) refused(json)
        throw CalculationException.Misuse(what)
    }
}

/** What does not fit a type; where it stands is gathered on the way out. */
internal class Misfit(private val what: String, private val path: String = "") : Exception() {
    /** The same, a level further out. */
    fun within(segment: Any): Misfit = Misfit(what, "/${short("$segment")}$path")

    override val message: String
        get() = "${path.ifEmpty { "the document" }}: $what"

    /** It is always caught by [Shape.parse]: nobody reads where it was thrown. */
    override fun fillInStackTrace(): Throwable = this
}

/** Says that JSON does not fit a type. */
internal fun misfit(wanted: String, element: JsonElement): Nothing =
    throw Misfit("should be $wanted, not ${short(element.toString())}")

/** The beginning of a text, for a message. */
internal fun short(text: String): String = if (text.length > 64) "${text.take(64)}…" else text

/** Reads a part of a value. */
internal inline fun <T> within(segment: Any, read: () -> T): T = try {
    read()
} catch (found: Misfit) {
    throw found.within(segment)
}
