package org.claquette.wire

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonPrimitive

/** Deeper than any document that can be read. */
private const val DEEPEST = 256

/** Refuses a field that is given twice, of which a tree keeps the last in silence, and what is too deep for one. */
internal fun scan(json: String) {
    val open = ArrayDeque<MutableSet<String>>()
    var at = 0
    while (at < json.length) {
        when (json[at]) {
            '{', '[' -> open.addLast(HashSet())
            '}', ']' -> open.removeLastOrNull()
            '"' -> {
                val start = at
                at = endOfText(json, start)
                if (isName(json, at)) {
                    val name = Json.parseToJsonElement(json.substring(start, at + 1)).jsonPrimitive.content
                    if (open.lastOrNull()?.add(name) == false) refuse("the field `${short(name)}` is given twice")
                }
            }
        }
        if (open.size > DEEPEST) refuse("there are more than $DEEPEST levels")
        at++
    }
}

private fun refuse(what: String): Nothing = throw Misfit(what)

/** Where the text ends that begins here. */
private fun endOfText(json: String, start: Int): Int {
    var at = start + 1
    while (at < json.length && json[at] != '"') at += if (json[at] == '\\') 2 else 1
    return at
}

/** Whether the text that ends here is the name of a field. */
private fun isName(json: String, end: Int): Boolean {
    var at = end + 1
    while (at < json.length && json[at].isWhitespace()) at++
    return at < json.length && json[at] == ':'
}
