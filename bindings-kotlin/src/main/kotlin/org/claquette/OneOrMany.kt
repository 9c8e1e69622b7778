package org.claquette

import org.claquette.wire.kept

/** One value, or a list of records in its place: 12 shooting days, or those of each unit. */
sealed interface OneOrMany<out O, out M>

/** The one value. */
data class One<out O>(val value: O) : OneOrMany<O, Nothing>

/** The list in its place. */
class Many<out M>(values: List<M>) : OneOrMany<Nothing, M> {
    /** The records, a copy of the list that was given. */
    val values: List<M> = kept(values)

    override fun equals(other: Any?): Boolean = other is Many<*> && values == other.values

    override fun hashCode(): Int = values.hashCode()

    override fun toString(): String = "Many(values=$values)"
}
