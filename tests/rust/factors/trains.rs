//! Trains through two countries, and the table of rails.

use claquette::{Account, Limits, Mass, Options, References, check_json, compute};
use claquette_conformance::bundled;

/// Paris–Berlin, 881 km × 1.2, a TGV in France (0.00293) and a train in Germany (0.0668): half of it abroad 1.548798 and
/// 35.31048 kg; a fifth of it 1057.2 × (0.8 × 0.00293 + 0.2 × 0.0668) = 16.6022688, four fifths 57.1162872.
#[test]
fn the_share_of_two_countries_keeps_its_range() {
    let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2026}, "lines": [{"id": "L1", "what":
        {"train": {"from": "Paris", "to": "Berlin, DE", "passengers": 1, "service": "high-speed"}}}]}"#;
    let references = bundled();
    let production = check_json(input, &references, &Limits::default()).production.expect("sound");
    let footprint = compute(&production, &references, &Options::default()).expect("a footprint");
    assert_eq!(footprint.total(Account::Counted).kilograms().to_string(), "36.859278");
    let share = footprint.assumptions.iter().find(|of| &*of.id == "rail.share").expect("the assumption");
    let [low, value, high] =
        [share.low, Some(share.value), share.high].map(|of| of.map(|of| of.0.to_string()));
    assert_eq!([low.as_deref(), value.as_deref(), high.as_deref()], [Some("0.2"), Some("0.5"), Some("0.8")]);
    let of = |product: &claquette::footprint::Product| -> i128 {
        product.masses.iter().copied().map(Mass::micrograms).sum()
    };
    let [home, abroad] = &*footprint.products else { panic!("a half in each country") };
    // Twice each half is the whole way in that country.
    let way = |tenths: i128| (of(home) * 2 * (10 - tenths) + of(abroad) * 2 * tenths) / 10;
    assert_eq!([way(2), way(8)], [16_602_268_800, 57_116_287_200]);
    let options = Options::default();
    let files = claquette::extract(&production, &references, &options).expect("an extract");
    let rails = files.iter().find(|(name, _)| name == "0/rails.csv").expect("its rails");
    // The header, Paris, where Eurostar calls, and the continent.
    assert_eq!(rails.1.lines().count(), 3, "{}", rails.1);
}

/// The codes and columns of the problems of the bundle with another table of rails.
fn problems(text: &str) -> Vec<(&'static str, String)> {
    let mut files = claquette_factors::FILES.to_vec();
    files.iter_mut().find(|(file, _)| *file == "rails.csv").expect("a bundled table").1 = text;
    let problems = References::read("bundle", &files).err().unwrap_or_default();
    let column = |location: String| location.rsplit(':').next().unwrap_or_default().to_string();
    problems.iter().map(|problem| (problem.code(), column(problem.location.to_string()))).collect()
}

#[test]
fn a_row_of_rails_is_whole_or_refused() {
    const HEADER: &str = "id,part,place,south,north,west,east,serves,note\n";
    let with = |row: &str| problems(&format!("{HEADER}{row}\n"));
    assert_eq!(with("corsica,corsica,FR,41.3,43.1,8.5,9.7,FR-20R,"), []);
    let invalid = |column: &str| vec![("invalid-value", column.to_string())];
    assert_eq!(with("a,a,FR  GB,,,,,,"), invalid("place"));
    assert_eq!(with("a,a,FR,41.3,91,8.5,9.7,,"), invalid("north"));
    assert_eq!(with("a,a,FR,41.3,43.1,8.5,,,"), invalid("east"));
    assert_eq!(with("a,a,FR,,,,,Corsica,"), invalid("serves"));
    let codes = |name: &str| {
        let text =
            claquette_factors::FILES.iter().find(|(file, _)| *file == name).expect("a bundled table").1;
        text.lines().skip(1).map(str::to_string).collect::<Vec<_>>()
    };
    let places = codes("places.csv");
    for row in codes("rails.csv") {
        for place in row.split(',').nth(2).expect("places").split(' ') {
            let known = places.iter().any(|known| known.starts_with(&format!("{place},")));
            assert!(known, "{place} of {row}");
        }
    }
    assert_eq!(with("a,a,FR,,,,,,\na,b,GB,,,,,,"), [("duplicate-row", "id".to_string())]);
}
