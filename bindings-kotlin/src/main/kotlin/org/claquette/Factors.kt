@file:JvmName("Claquette")
@file:JvmMultifileClass

package org.claquette

/**
 * The factors that a few words in French or English are about, the best first, so many at most.
 *
 * Each word must be found: in names, keys, place, unit, year, note or source. Case, accents and a slip of the
 * keyboard do not count.
 */
@JvmOverloads
fun search(text: String, references: References = References.shared, most: Int = 40): FactorSearch {
    if (most < 0) throw CalculationException.Misuse("`most` is $most; it cannot be less than 0")
    return FactorSearch.fromJson(references.handle.search(whole(text), most.toUInt()))
}

/**
 * One factor in a paragraph, by its identifier: what it covers, its parts and gases, its source.
 *
 * An identifier that no set has is a [CalculationException.Refused], which says what was probably meant.
 */
@JvmOverloads
fun explain(factor: String, language: Language, references: References = References.shared): String =
    errors { references.handle.explain(whole(factor), language.code) }

/** What was added, removed and changed between two collections of factors. */
fun difference(before: References, after: References): FactorDifference =
    // A handle of its own: that of a parameter may be closed during the call.
    after.handle.share().use { later -> FactorDifference.fromJson(before.handle.difference(later)) }
