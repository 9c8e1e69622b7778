package org.claquette

/** A word of a closed vocabulary. */
sealed interface Word {
    /** The word of the wire format. */
    val wire: String

    /** What a French speaker calls it. */
    val fr: String

    /** What an English speaker calls it. */
    val en: String

    /** What people call it. */
    fun label(language: Language): String = when (language) {
        Language.FR -> fr
        Language.EN -> en
    }
}
