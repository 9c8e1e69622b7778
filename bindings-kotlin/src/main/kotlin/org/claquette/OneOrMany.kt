package org.claquette

/** One value, or a list of records in its place: 12 shooting days, or those of each unit. */
sealed interface OneOrMany<out O, out M>

/** The one value. */
data class One<out O>(val value: O) : OneOrMany<O, Nothing>

/** The list in its place. */
data class Many<out M>(val values: List<M>) : OneOrMany<Nothing, M>
