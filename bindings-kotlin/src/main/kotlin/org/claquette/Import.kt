@file:JvmName("Claquette")
@file:JvmMultifileClass

package org.claquette

import org.claquette.border.TableFile

/**
 * Reads an export of the Base Carbone, the flat file of the British factors, or a set of your own.
 *
 * `file` is the name that problems name. `csv` of what comes back is a table for [References.withSet]. The key maps
 * say which rows serve which keys: the bundled ones, or your own by the names of their files (`base-carbone.csv`,
 * `desnz.csv`). A file whose structure is not as it should be is a [CalculationException.Refused], with line and
 * column.
 */
@JvmOverloads
fun importBase(
    file: String,
    content: ByteArray,
    references: References = References.shared,
    maps: Map<String, String>? = null,
): ImportedBase {
    val given = maps?.map { (name, csv) -> TableFile(whole(name), whole(csv)) }
    return ImportedBase.fromJson(errors { references.handle.importBase(whole(file), content, given) })
}
