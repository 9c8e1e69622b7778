@file:JvmName("Claquette")
@file:JvmMultifileClass

package org.claquette

/**
 * The rows of the tables that the footprint of a production rests on, by the names of their files.
 *
 * It takes what [compute] takes. [References.readExtract] reads the rows, and with them the same production has the same
 * footprint, without the whole tables.
 */
@JvmOverloads
fun extract(
    production: Production,
    references: References = References.shared,
    unpriced: Unpriced = Unpriced.REFUSE,
    electricity: ElectricityMethod = ElectricityMethod.LOCATION,
    gwp: Gwp = Gwp.PUBLISHED,
    aviation: Aviation = Aviation.BY_PLACE,
    limits: Limits = Limits(),
): Map<String, String> = extract(production.toJson(), references, unpriced, electricity, gwp, aviation, limits)

/** The rows that the footprint of a production in JSON rests on. */
@JvmOverloads
fun extract(
    json: String,
    references: References = References.shared,
    unpriced: Unpriced = Unpriced.REFUSE,
    electricity: ElectricityMethod = ElectricityMethod.LOCATION,
    gwp: Gwp = Gwp.PUBLISHED,
    aviation: Aviation = Aviation.BY_PLACE,
    limits: Limits = Limits(),
): Map<String, String> = extract(document(json), references, unpriced, electricity, gwp, aviation, limits)

/** The rows that the footprint of a production in JSON, in UTF-8, rests on. */
@JvmOverloads
fun extract(
    json: ByteArray,
    references: References = References.shared,
    unpriced: Unpriced = Unpriced.REFUSE,
    electricity: ElectricityMethod = ElectricityMethod.LOCATION,
    gwp: Gwp = Gwp.PUBLISHED,
    aviation: Aviation = Aviation.BY_PLACE,
    limits: Limits = Limits(),
): Map<String, String> =
    errors { references.handle.extract(json, given(unpriced, electricity, gwp, aviation), limits.given()) }.associate { it.name to it.csv }
