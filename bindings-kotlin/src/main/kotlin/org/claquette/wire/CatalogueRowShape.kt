package org.claquette.wire

import org.claquette.CatalogueRow
import org.claquette.Severity

internal object CatalogueRowShape : RecordShape<CatalogueRow>() {
    override fun write(value: CatalogueRow, into: Written) {
        into.put("code", Text, value.code)
        into.put("severity", OneOf(Severity.entries), value.severity)
        into.put("parameters", ListOf(Text), value.parameters)
        into.put("fr", Text, value.fr)
        into.put("en", Text, value.en)
    }

    override fun read(from: Given): CatalogueRow = CatalogueRow(
        code = from.must("code", Text),
        severity = from.must("severity", OneOf(Severity.entries)),
        parameters = from.must("parameters", ListOf(Text)),
        fr = from.must("fr", Text),
        en = from.must("en", Text),
    )
}
