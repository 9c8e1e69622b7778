package org.claquette

/** The languages that people read. */
enum class Language(internal val code: String) {
    /** French. */
    FR("fr"),

    /** English. */
    EN("en"),
}
