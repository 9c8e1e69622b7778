@file:JvmName("Claquette")
@file:JvmMultifileClass

package org.claquette

/**
 * What changes in an account from one footprint of a production to another, factor by factor.
 *
 * The differences of the rows sum to the difference of the totals. Footprints of two productions are a
 * [CalculationException.Misuse].
 */
@JvmOverloads
fun variance(before: Footprint, after: Footprint, account: Account = Account.COUNTED): FootprintVariance =
    FootprintVariance.fromJson(before.ask { earlier -> after.ask { later -> earlier.variance(later, account.wire) } })
