@file:JvmName("Claquette")
@file:JvmMultifileClass

package org.claquette

import org.claquette.border.GivenOptions

/**
 * Computes the footprint of a production.
 *
 * What is not sound, and a line without a factor unless `unpriced` is [Unpriced.EXCLUDE], is a
 * [CalculationException.Refused]. Electricity is taken at the average of its grid, or, with
 * [ElectricityMethod.MARKET], by its contract. Gases have the warming potentials of each source, or those of a report of
 * the IPCC; the result names what cannot be restated. Flights are priced as `aviation` says, else as the place of the
 * production has it.
 */
@JvmOverloads
fun compute(
    production: Production,
    references: References = References.shared,
    unpriced: Unpriced = Unpriced.REFUSE,
    electricity: ElectricityMethod = ElectricityMethod.LOCATION,
    gwp: Gwp = Gwp.PUBLISHED,
    aviation: Aviation = Aviation.BY_PLACE,
    limits: Limits = Limits(),
): Footprint = compute(production.toJson(), references, unpriced, electricity, gwp, aviation, limits)

/** Computes the footprint of a production in JSON. */
@JvmOverloads
fun compute(
    json: String,
    references: References = References.shared,
    unpriced: Unpriced = Unpriced.REFUSE,
    electricity: ElectricityMethod = ElectricityMethod.LOCATION,
    gwp: Gwp = Gwp.PUBLISHED,
    aviation: Aviation = Aviation.BY_PLACE,
    limits: Limits = Limits(),
): Footprint = compute(document(json), references, unpriced, electricity, gwp, aviation, limits)

/** Computes the footprint of a production in JSON, in UTF-8. */
@JvmOverloads
fun compute(
    json: ByteArray,
    references: References = References.shared,
    unpriced: Unpriced = Unpriced.REFUSE,
    electricity: ElectricityMethod = ElectricityMethod.LOCATION,
    gwp: Gwp = Gwp.PUBLISHED,
    aviation: Aviation = Aviation.BY_PLACE,
    limits: Limits = Limits(),
): Footprint = Footprint(errors { references.handle.compute(json, given(unpriced, electricity, gwp, aviation), limits.given()) })

internal fun given(unpriced: Unpriced, electricity: ElectricityMethod, gwp: Gwp, aviation: Aviation) =
    GivenOptions(unpriced.wire, electricity.wire, gwp.wire, aviation.wire)
