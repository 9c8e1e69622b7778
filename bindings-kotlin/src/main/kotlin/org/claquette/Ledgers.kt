package org.claquette

import org.claquette.border.Footprint as Handle
import org.claquette.border.readFootprint

/** The most footprints that the library holds, and the most bytes of their JSON. */
private const val KEPT = 64
private const val KEPT_BYTES = 16L shl 20

/** Its JSON was written by the library, so no limit but that of memory holds for it. */
internal val UNLIMITED = Limits(bytes = Long.MAX_VALUE, items = Int.MAX_VALUE)

/** A footprint in the JSON that the library wrote of it. */
internal class Ledger(val json: ByteArray)

/**
 * What the library holds of the latest footprints. The garbage collector of the JVM does not see it, so it is not left to
 * the collector: the oldest ones are given back, and read again from their JSON, which the collector does see.
 */
internal class Ledgers(
    private val most: Int = KEPT,
    private val mostBytes: Long = KEPT_BYTES,
    private val read: (ByteArray) -> Handle = { readFootprint(it, UNLIMITED.given()) },
) {
    /** A handle, which is closed when it is neither kept nor in use. */
    private class Held(val handle: Handle) {
        var users = 0
        var isKept = true

        fun closeIfUnused() {
            if (users == 0 && !isKept) handle.close()
        }
    }

    private val kept = LinkedHashMap<Ledger, Held>(16, 0.75f, true)
    private var bytes = 0L

    /** Takes over a handle: what it holds, in its JSON. */
    fun take(handle: Handle): Ledger {
        val ledger = try {
            Ledger(handle.toJson())
        } catch (failure: Throwable) {
            handle.close()
            throw failure
        }
        synchronized(kept) { keep(ledger, handle) }
        return ledger
    }

    /** Asks the handle of a ledger, which stays open meanwhile. */
    fun <T> ask(ledger: Ledger, act: (Handle) -> T): T {
        val held = synchronized(kept) { kept[ledger]?.also { it.users++ } } ?: again(ledger)
        try {
            return act(held.handle)
        } finally {
            synchronized(kept) {
                held.users--
                held.closeIfUnused()
            }
        }
    }

    /** Gives back what the library holds of a ledger. */
    fun release(ledger: Ledger) {
        synchronized(kept) {
            val held = kept.remove(ledger) ?: return
            bytes -= ledger.json.size
            held.isKept = false
            held.closeIfUnused()
        }
    }

    /** Reads a ledger, for one user. Others may do so at the same time: the first one is kept. */
    private fun again(ledger: Ledger): Held {
        val handle = read(ledger.json)
        synchronized(kept) {
            val held = kept[ledger]?.also { handle.close() } ?: keep(ledger, handle)
            held.users++
            return held
        }
    }

    /** Keeps the latest one, whatever its size, and others as there is room. */
    private fun keep(ledger: Ledger, handle: Handle): Held {
        while (kept.isNotEmpty() && (kept.size >= most || bytes + ledger.json.size > mostBytes)) release(kept.keys.first())
        bytes += ledger.json.size
        return Held(handle).also { kept[ledger] = it }
    }

    companion object {
        /** Those of all footprints. */
        val shared = Ledgers()
    }
}
