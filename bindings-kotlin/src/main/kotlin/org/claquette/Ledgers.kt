package org.claquette

import org.claquette.border.Footprint as Handle

/** The most ledgers that are kept, and the most bytes of their documents. */
private const val KEPT = 64
private const val KEPT_BYTES = 4 shl 20

/**
 * The ledgers of the latest footprints. The garbage collector of the JVM does not see what a library holds, so it
 * is not left to it: the oldest ones are given back, and computed again when they are asked.
 */
internal object Ledgers {
    private val kept = LinkedHashMap<Footprint, Handle>(KEPT, 0.75f, true)
    private var bytes = 0L

    /** Asks the ledger of a footprint. */
    fun <T> ask(footprint: Footprint, act: (Handle) -> T): T {
        while (true) {
            val handle = of(footprint)
            try {
                return act(handle)
            } catch (error: IllegalStateException) {
                // Another thread made room between the two lines, or closed the footprint.
                if (synchronized(kept) { kept[footprint] } === handle) throw error
            }
        }
    }

    /** Gives the ledger of a footprint back, for good. */
    fun close(footprint: Footprint) {
        synchronized(kept) {
            footprint.closed = true
            remove(footprint)
        }
    }

    private fun of(footprint: Footprint): Handle {
        synchronized(kept) { kept[footprint] }?.let { return it }
        check(!footprint.closed) { "the footprint was closed" }
        val made = footprint.compute()
        synchronized(kept) {
            val other = kept[footprint]
            if (other != null || footprint.closed) {
                made.close()
                return checkNotNull(other) { "the footprint was closed" }
            }
            bytes += footprint.weight
            while (kept.isNotEmpty() && (kept.size >= KEPT || bytes > KEPT_BYTES)) remove(kept.keys.first())
            kept[footprint] = made
        }
        return made
    }

    private fun remove(footprint: Footprint) {
        val handle = kept.remove(footprint) ?: return
        bytes -= footprint.weight
        handle.close()
    }
}
