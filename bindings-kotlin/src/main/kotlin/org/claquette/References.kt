package org.claquette

import org.claquette.border.References as Handle
import org.claquette.border.TableFile
import org.claquette.border.TableHash

/**
 * Everything that a computation looks things up in: factors, keys, places, proxies, assumptions.
 *
 * Read once, never changed, shared between threads. [close] gives the memory back at once; without it, the
 * garbage collector does.
 */
class References internal constructor(internal val handle: Handle) : AutoCloseable {
    /**
     * Puts a set of your own before the bundled one, after those that you put there before.
     *
     * The columns `id`, `place`, `unit`, `value` and `source` must be there.
     */
    fun withSet(name: String, csv: String): References = made { handle.withSet(whole(name), whole(csv)) }

    /** Puts assumptions of your own before the bundled ones. */
    fun withAssumptions(name: String, csv: String): References =
        made { handle.withAssumptions(whole(name), whole(csv)) }

    /** Replaces the declared proxies. */
    fun withProxies(name: String, csv: String): References = made { handle.withProxies(whole(name), whole(csv)) }

    /** Replaces the table of airports (`iata`, `place`, `latitude`, `longitude`; also `name_en`, `region`). */
    fun withAirports(name: String, csv: String): References = made { handle.withAirports(whole(name), whole(csv)) }

    /** These tables, if they are the ones that are pinned: those of [hashes], in their order, and no others. */
    fun pinned(sets: List<SetHash>): References =
        made { handle.pinned(sets.map { TableHash(whole(it.name), whole(it.sha256), null) }) }

    /** The SHA-256 of the extract that they were read from; then [hashes] are those that it states. */
    val extract: String?
        get() = handle.extractSha256()

    /** Replaces the table of cities (`geonames`, `name`, `name_fr`, `place`, `latitude`, `longitude`). */
    fun withCities(name: String, csv: String): References = made { handle.withCities(whole(name), whole(csv)) }

    /** Replaces the table of stations (`iata`, `name`, `name_fr`, `place`, `latitude`, `longitude`). */
    fun withStations(name: String, csv: String): References = made { handle.withStations(whole(name), whole(csv)) }

    /**
     * The name and the SHA-256 of each set and table, as `sha256sum *.csv | sha256sum` prints it; of what was read from an
     * extract, the one that the extract states, with its own.
     */
    fun hashes(): List<SetHash> = handle.hashes().map { SetHash(it.name, it.sha256, it.extract) }

    /** Gives the memory back; what was computed with it stays. */
    override fun close(): Unit = handle.close()

    /** The names of its sets and tables. It never throws. */
    override fun toString(): String = try {
        "References(${hashes().joinToString { it.name }})"
    } catch (_: IllegalStateException) {
        "References(closed)"
    }

    companion object {
        /** The bundled tables for whoever names none; they are never closed. */
        internal val shared: References by lazy { bundled() }

        /** The bundled tables, with the airports, the cities and the stations. They are read once. */
        @JvmStatic
        fun bundled(): References = made { Handle.bundled() }

        /** Reads a bundle of tables under a name: files of the names and the format of the bundled ones. */
        @JvmStatic
        fun read(name: String, files: Map<String, String>): References =
            made { Handle.read(whole(name), files.map { (file, csv) -> TableFile(whole(file), whole(csv)) }) }

        /** Reads the rows that [extract] gave: the same production has the same result with them. */
        @JvmStatic
        fun readExtract(files: Map<String, String>): References =
            made { Handle.readExtract(files.map { (file, csv) -> TableFile(whole(file), whole(csv)) }) }

        private inline fun made(handle: () -> Handle): References = References(errors(handle))
    }
}
