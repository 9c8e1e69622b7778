package org.claquette

import java.math.BigDecimal

/** A production of one line: so many kWh of the French grid in 2024. */
internal fun meter(value: String): Production = meter(Amount(value, "kWh"))

internal fun meter(value: BigDecimal): Production = meter(Amount(value, "kWh"))

internal fun meter(energy: Amount): Production = Production(
    format = BigDecimal.ONE,
    kind = ProductionKind.NEWS,
    place = "FR",
    period = Period(year = BigDecimal(2024)),
    lines = listOf(Line("L1", Electricity(energy))),
)

/** The same in JSON, with any JSON as its value. */
internal fun metered(value: String): String =
    """{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": [{"id": "L1",
        "what": {"electricity": {"energy": {"value": $value, "unit": "kWh"}}}}]}"""
