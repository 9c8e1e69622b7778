//! Footprints that leave lines out, computed again from their extracts: the same lines, for the same reasons.

use claquette::{Aviation, ElectricityMethod, Footprint, Gwp, Options, References, Unpriced};
use claquette_conformance::{Case, Outcome, Tables, bundled, cases, fixtures, without_factors};

use crate::extract::{priced, replays};

/// Lines without a factor are left out; in each warming potential and by each method in turn.
fn options(turn: usize) -> Options {
    let gwp = [Gwp::Published, Gwp::Ar5, Gwp::Ar6][turn % 3];
    let electricity = [ElectricityMethod::Location, ElectricityMethod::Market][turn % 2];
    let aviation = [Aviation::ByPlace, Aviation::ByHaul, Aviation::BySeats][turn % 3];
    Options { unpriced: Unpriced::Exclude, gwp, electricity, aviation }
}

/// The bundle without every third row of factors, from one of the first three on.
fn thinned(from: usize) -> References {
    let is_of_factors = |text: &str| text.lines().next().is_some_and(|header| header.starts_with("id,key,"));
    let rows = |text: &str| -> String {
        let kept = text.lines().enumerate().filter(|(at, _)| *at == 0 || at % 3 != from);
        kept.flat_map(|(_, row)| [row, "\n"]).collect()
    };
    let files = claquette_factors::FILES.iter();
    let files: Vec<(&str, String)> = files
        .map(|(name, text)| (*name, if is_of_factors(text) { rows(text) } else { text.to_string() }))
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, &**text)).collect();
    let (airports, cities, stations) =
        (claquette_factors::AIRPORTS, claquette_factors::CITIES, claquette_factors::STATIONS);
    let read = References::read("thinned", &files).unwrap().with_airports(airports.0, airports.1).unwrap();
    read.with_cities(cities.0, cities.1).unwrap().with_stations(stations.0, stations.1).unwrap()
}

/// Computes again what leaves something out, and answers whether it does.
fn again(bytes: &[u8], references: &References, options: &Options, what: &str) -> bool {
    let Outcome::Priced(first) = Outcome::of(bytes, references, options) else { return false };
    replays(bytes, references, options, what);
    !first.excluded.is_empty()
}

/// The codes of why lines are left out.
fn left_out(footprint: &Footprint) -> Vec<(u32, &str)> {
    footprint.excluded.iter().map(|excluded| (excluded.line.0, &*excluded.reason.code)).collect()
}

/// Every vector without one of its own factors, and every third one as it is.
#[test]
fn every_vector_that_lacks_a_factor() {
    let without = without_factors();
    let tables = Tables { bundled: without.clone(), without_factors: without };
    let mut count = 0;
    for (turn, mut case) in cases().into_iter().flat_map(|(_, cases)| cases).enumerate() {
        let run = |case: &Case, turn: usize| match case.references_over(&tables) {
            Ok(references) => again(&case.bytes(), &references, &options(turn), &case.name),
            Err(_) => false,
        };
        if turn % 3 == 0 {
            count += usize::from(run(&case, turn));
        }
        let with_rows = |set: &&mut claquette_conformance::Set| set.rows.len() > 1;
        if let Some(set) = case.factors.iter_mut().find(with_rows) {
            set.rows.remove(1 + turn % (set.rows.len() - 1));
            count += usize::from(run(&case, turn / 3));
        }
    }
    assert!(count > 150, "{count} footprints leave lines out");
}

#[test]
fn every_shipped_production_that_lacks_factors() {
    let tables = [without_factors(), thinned(1), thinned(2)];
    let mut count = 0;
    for (turn, fixture) in fixtures().into_iter().enumerate() {
        for (at, bundle) in tables.iter().enumerate() {
            let own = fixture.factors.zip(fixture.own_factors());
            let references = own.map(|(name, text)| bundle.clone().with_set(name, &text).unwrap());
            let references = references.unwrap_or_else(|| bundle.clone());
            count += usize::from(again(&fixture.bytes(), &references, &options(turn + at), fixture.name));
        }
    }
    assert!(count > 25, "{count} footprints leave lines out");
}

const HEADER: &str = "id,key,place,year,unit,value,source\n";

/// A commute by metro and by car: the line names the factor of the metro, and there is none of the car. The line is left
/// out, and still names a factor that must be there when it is computed again. So does a correction of it.
#[test]
fn a_line_that_is_left_out_names_a_factor() {
    let typed = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": [
        {"id": "L1", "factor": "mine", "what": {"commute": {"people": 3, "days": 2, "return": true,
         "distance": {"value": "10", "unit": "km"},
         "modes": [{"mode": "car", "share": 50, "occupants": 1}, {"mode": "metro", "share": 50}]}}},
        {"id": "L2", "corrects": "L1", "factor": "mine", "what": {"commute": {"people": -1, "days": 2, "return": true,
         "distance": {"value": "10", "unit": "km"}, "modes": [{"mode": "metro", "share": 100}]}}},
        {"id": "L3", "what": {"hotel": {"rooms": 1, "nights": 1}}}]}"#;
    let mine = format!(
        "{HEADER}mine,transport.metro,FR,2024,kgCO2e/passenger.km,0.004,hand\n\
         inn,accommodation.hotel,FR,2024,kgCO2e/room.night,4,hand\n"
    );
    let references = without_factors().with_set("own", &mine).unwrap();
    for turn in 0..6 {
        let first = priced(typed, &references, &options(turn));
        assert_eq!(left_out(&first), [(0, "factor-missing"), (1, "factor-missing")]);
        replays(typed, &references, &options(turn), "named");
    }
}

/// Money of 1990 has no price; nor has a correction of it, whose own money has. Electricity has a contract, by one method.
#[test]
fn a_line_that_is_left_out_rests_on_prices() {
    let typed = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": [
        {"id": "L1", "what": {"spend": {"category": "insurance", "amount": {"value": "100", "unit": "EUR"}, "year": 1990, "vat": "excluded"}}},
        {"id": "L2", "corrects": "L1", "what": {"spend": {"category": "insurance", "amount": {"value": "-10", "unit": "USD"}, "year": 2022, "vat": "excluded"}}},
        {"id": "L3", "what": {"spend": {"category": "insurance", "amount": {"value": "100", "unit": "USD"}, "year": 2022, "vat": "excluded"}}},
        {"id": "L4", "what": {"electricity": {"energy": {"value": "1", "unit": "kWh"}}}}],
        "contracts": [{"id": "green", "value": "0.01", "unit": "kgCO2e/kWh", "source": "bill", "evidence": "p. 3"}], "contract": "green"}"#;
    for turn in 0..6 {
        let first = priced(typed, &bundled(), &options(turn));
        assert_eq!(left_out(&first), [(0, "price-year"), (1, "price-year")]);
        replays(typed, &bundled(), &options(turn), "prices");
    }
}

/// A calendar is judged by the usual ranges of meals and ways, though no line has their kind.
#[test]
fn what_a_calendar_is_judged_by_is_in_the_extract() {
    let typed = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
        "calendar": [{"phase": "shoot", "days": 5,
          "people": [{"id": "crew", "group": "crew", "persons": 40, "meals": 9, "distance": {"value": "900", "unit": "km"},
            "modes": [{"mode": "car", "share": 100, "occupants": 30}]}]}],
        "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": "1", "unit": "kWh"}}}}]}"#;
    let first = priced(typed, &bundled(), &options(0));
    let unusual =
        first.warnings.iter().filter(|warning| ["unusual", "implausible"].contains(&&*warning.code));
    assert!(unusual.count() >= 2, "{:?}", first.warnings);
    replays(typed, &bundled(), &options(0), "calendar");
}
