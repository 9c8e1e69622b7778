//! An official series of a country beside a worldwide data set: which of them serves.

use claquette::{Limits, Options, PeriodReason, References, check_json, compute};

/// The bundled tables, with these rows of French electricity alone: identifier, year, the last year vouched for, source.
fn with_electricity(rows: &[[&str; 4]]) -> References {
    let mut table =
        String::from("id,key,place,year,valid_until,unit,value,raw,boundary,source,name_fr,name_en\n");
    for [id, year, until, source] in rows {
        table += &format!(
            "{id},energy.electricity,FR,{year},{until},kgCO2e/kWh,0.1,0.1,life-cycle,{source},a,b\n"
        );
    }
    let files: Vec<(&str, &str)> = claquette_factors::FILES
        .iter()
        .map(|(name, text)| (*name, if *name == "electricity.csv" { &*table } else { *text }))
        .collect();
    References::read(claquette_factors::NAME, &files).expect("valid tables")
}

/// What serves a kilowatt-hour of 2026, and why.
fn serving(rows: &[[&str; 4]]) -> (String, PeriodReason) {
    let references = with_electricity(rows);
    let typed = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2026},
        "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": "1", "unit": "kWh"}}}}]}"#;
    let checked = check_json(typed, &references, &Limits::default());
    let footprint = compute(&checked.production.unwrap(), &references, &Options::default()).unwrap();
    (footprint.factors[0].id.to_string(), footprint.requests[0].period_reason)
}

#[test]
fn a_worldwide_row_serves_if_it_is_more_than_three_years_newer() {
    let worldwide = ["w", "2024", "", "owid-energy-2026"];
    let base = "ademe-base-carbone-23.6";
    // 2024 is four years after 2020, three after 2021; what a source vouches for until 2021 is as good.
    for (year, until, expected, reason) in [
        ("2020", "", "w", PeriodReason::Worldwide),
        ("2021", "", "o", PeriodReason::National),
        ("2020", "2021", "o", PeriodReason::National),
        ("2019", "2020", "w", PeriodReason::Worldwide),
    ] {
        let found = serving(&[["o", year, until, base], worldwide]);
        assert_eq!(found, (expected.to_string(), reason), "{year} {until}");
    }
}
