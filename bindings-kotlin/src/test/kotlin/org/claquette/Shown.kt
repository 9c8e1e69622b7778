package org.claquette

import java.io.ObjectInputStream
import java.io.ObjectOutputStream
import java.nio.file.Files
import java.nio.file.Path

private val AXES = listOf("account", "post", "section", "phase", "country", "kind", "work", "part", "gas")

/** All that a footprint shows. */
internal fun shown(footprint: Footprint): ArrayList<String> {
    val labels = footprint.value().lines.flatMap { it.labels.orEmpty().keys }.toSortedSet()
    val axes = AXES + labels.map { "label:$it" }
    val all = arrayListOf(
        footprint.toJson(), "$footprint", "${footprint.status}", footprint.summary().toJson(), footprint.indicators().toJson(),
        "${footprint.audit()}",
    )
    footprint.coverage().mapTo(all) { it.toJson() }
    Account.entries.mapTo(all) { footprint.total(it).toPlainString() }
    for (language in Language.entries) {
        all += footprint.report(language)
        all += footprint.html(language)
        axes.mapTo(all) { footprint.viewText(it, language) }
    }
    for (account in listOf(Account.COUNTED, Account.BIOGENIC)) axes.mapTo(all) { footprint.view(it, account).toJson() }
    return all
}

/** A process that has no class of tables: it reads a file of stored footprints, and writes one of what they show. */
internal fun main(arguments: Array<String>) {
    for (name in listOf("org.claquette.References", "org.claquette.border.References")) {
        check(runCatching { Class.forName(name) }.exceptionOrNull() is ClassNotFoundException) { "there is $name" }
    }
    val stored = ObjectInputStream(Files.newInputStream(Path.of(arguments[0]))).use { it.readObject() as List<*> }
    val shown = stored.mapTo(ArrayList()) { shown(Footprint.fromJson(it as String)) }
    ObjectOutputStream(Files.newOutputStream(Path.of(arguments[1]))).use { it.writeObject(shown) }
}
