@file:JvmName("Claquette")
@file:JvmMultifileClass

package org.claquette

/**
 * Computes the footprint of a production.
 *
 * What is not sound, and a line without a factor unless `unpriced` is [Unpriced.EXCLUDE], is a
 * [CalculationException.Refused].
 */
@JvmOverloads
fun compute(
    production: Production,
    references: References = References.shared,
    unpriced: Unpriced = Unpriced.REFUSE,
): Footprint = compute(production.toJson(), references, unpriced)

/** Computes the footprint of a production in JSON. */
@JvmOverloads
fun compute(
    json: String,
    references: References = References.shared,
    unpriced: Unpriced = Unpriced.REFUSE,
): Footprint = compute(document(json), references, unpriced)

/** Computes the footprint of a production in JSON, in UTF-8. */
@JvmOverloads
fun compute(
    json: ByteArray,
    references: References = References.shared,
    unpriced: Unpriced = Unpriced.REFUSE,
): Footprint = Footprint(errors { references.handle.compute(json, unpriced.wire) })
