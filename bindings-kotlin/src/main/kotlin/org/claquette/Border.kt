package org.claquette

import java.io.ByteArrayOutputStream
import org.claquette.border.BorderException

/** What the core refuses, as the exception of this package. */
internal inline fun <T> errors(act: () -> T): T = try {
    act()
} catch (refused: BorderException.Refused) {
    throw CalculationException.Refused(refused.said, refused.refusal)
} catch (misuse: BorderException.Misuse) {
    throw CalculationException.Misuse(misuse.said)
}

/** Throws what the core finds wrong with a production, if there is an error. */
internal fun refused(json: String) {
    val (tables, limits) = References.shared.handle to Limits().given()
    if (tables.check(document(json), limits).sound) return
    errors {
        val options = given(Unpriced.REFUSE, ElectricityMethod.LOCATION, Gwp.PUBLISHED, Aviation.BY_PLACE)
        tables.compute(document(json), options, limits).close()
    }
}

/** The bytes of a text. Half a character crosses as it is, so that the core finds it and says where. */
internal fun document(json: String): ByteArray {
    if (isWhole(json)) return json.encodeToByteArray()
    val bytes = ByteArrayOutputStream()
    json.codePoints().forEach { point ->
        if (point in SURROGATES) {
            bytes.write(0xE0 or (point shr 12))
            bytes.write(0x80 or (point shr 6 and 0x3F))
            bytes.write(0x80 or (point and 0x3F))
        } else {
            bytes.write(Character.toString(point).encodeToByteArray())
        }
    }
    return bytes.toByteArray()
}

/** A name or a table, which crosses as text: that takes whole characters. */
internal fun whole(text: String): String =
    if (isWhole(text)) text else throw CalculationException.Misuse("the text has half a character in it")

private fun isWhole(text: String): Boolean = text.codePoints().noneMatch { it in SURROGATES }

private val SURROGATES = 0xD800..0xDFFF
