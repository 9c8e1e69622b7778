package org.claquette

/** What cannot be computed; the message tells the first errors in English. */
sealed class CalculationException(
    message: String,
    /** Every problem, errors and warnings; none if it was a word that is not known. */
    val diagnostics: List<Diagnostic>,
    /** How many problems there are beyond those. */
    val more: Long,
) : RuntimeException(message) {
    /** A production or a table that was refused. */
    class Refused internal constructor(message: String, diagnostics: List<Diagnostic>, more: Long) :
        CalculationException(message, diagnostics, more)

    /** A word that is not known, or a text that the types cannot hold. */
    class Misuse internal constructor(message: String) : CalculationException(message, emptyList(), 0)
}
