package org.claquette

/** What cannot be computed; the message tells the first errors in English. It can be serialised. */
sealed class CalculationException(
    message: String,
    /** The JSON of a refusal, which is what is serialised; none if it was a word that is not known. */
    private val refusal: String?,
) : RuntimeException(message) {
    @Transient
    private var read: Refusal? = null

    /** Every problem, errors and warnings; none if it was a word that is not known. */
    val diagnostics: List<Diagnostic>
        get() = refusal()?.diagnostics ?: emptyList()

    /** How many problems there are beyond those. */
    val more: Long
        get() = refusal()?.more ?: 0

    private fun refusal(): Refusal? = read ?: refusal?.let(Refusal::fromJson).also { read = it }

    /** A production or a table that was refused. */
    class Refused internal constructor(message: String, refusal: String) : CalculationException(message, refusal) {
        private companion object {
            private const val serialVersionUID = 1L
        }
    }

    /** A word that is not known, or a text that the types cannot hold. */
    class Misuse internal constructor(message: String) : CalculationException(message, null) {
        private companion object {
            private const val serialVersionUID = 1L
        }
    }

    private companion object {
        private const val serialVersionUID = 1L
    }
}
