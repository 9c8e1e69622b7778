@file:JvmName("Claquette")
@file:JvmMultifileClass

package org.claquette

/**
 * The lines that follow from the calendar of a production and that none of its lines counts yet.
 *
 * Nothing is assumed, and nothing is added to the production: `lines` may be put into it, `open` says which fields of
 * the calendar would complete a line, `counted` whom lines count already. What is not sound is a
 * [CalculationException.Refused]; that there is no line yet is not.
 */
@JvmOverloads
fun propose(production: Production, references: References = References.shared, limits: Limits = Limits()): Proposal =
    propose(production.toJson(), references, limits)

/** The lines that follow from the calendar of a production in JSON. */
@JvmOverloads
fun propose(json: String, references: References = References.shared, limits: Limits = Limits()): Proposal =
    propose(document(json), references, limits)

/** The lines that follow from the calendar of a production in JSON, in UTF-8. */
@JvmOverloads
fun propose(json: ByteArray, references: References = References.shared, limits: Limits = Limits()): Proposal =
    Proposal.fromJson(errors { references.handle.propose(json, limits.given()) })
