package org.claquette.wire

import java.util.Collections

/** What a record keeps of a list: a copy, so that it does not change when the caller's list does. */
internal fun <T> kept(list: List<T>): List<T> = Collections.unmodifiableList(ArrayList(list))

/** What a record keeps of a map. */
internal fun <K, V> kept(map: Map<K, V>): Map<K, V> = Collections.unmodifiableMap(LinkedHashMap(map))
