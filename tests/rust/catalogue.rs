//! The catalogue of problems: every code can be raised, and every message says what it is given.

use std::collections::BTreeSet;

use claquette::import::desnz;
use claquette::output::Output;
use claquette::{
    Aviation, Diagnostic, Footprint, Language, Limits, Options, Problem, References, Verification, check,
    check_json, compute, extract,
};
use claquette_conformance::{bundled, cases, without_factors};

const HEADER: &str = "id,key,place,year,unit,value,source,raw,parts\n";

/// A production of one line without any problem but those of the line.
fn production(what: &str) -> String {
    format!(
        r#"{{"format": 1, "kind": "news", "place": "FR", "period": {{"year": 2024}},
            "lines": [{{"id": "L1", "what": {what}}}]}}"#
    )
}

fn codes(problems: &[Diagnostic]) -> Vec<&'static str> {
    problems.iter().map(Diagnostic::code).collect()
}

/// The codes that a production has under some limits.
fn limited(text: &str, limits: &Limits) -> Vec<&'static str> {
    codes(&check_json(text.as_bytes(), &bundled(), limits).diagnostics)
}

/// The codes that a table of factors has.
fn table(rows: &str) -> Vec<&'static str> {
    let read = without_factors().with_set("mine", &[HEADER, rows].concat());
    codes(&read.err().unwrap_or_default())
}

/// The codes that a flat file of the British factors has.
fn import(content: &[u8]) -> Vec<&'static str> {
    codes(&desnz("flat.csv", content, &without_factors()).err().unwrap_or_default())
}

const FLAT: &str =
    "ID,Scope,Level 1,Level 2,Level 3,Level 4,Column Text,UOM,GHG/Unit,GHG Conversion Factor 2025\n";
const HOTEL: &str = "29_600_4016_13_1,Scope 3,Hotel stay,Hotel stay,France,,,Room per night,kg CO2e,6.9\n";
const ORPHAN: &str = "1_100_1000_8_1,Scope 1,Fuels,Gaseous fuels,Butane,,,litres,kg CO2e,1.74532\n\
    1_100_1000_9_2,Scope 1,Fuels,Gaseous fuels,Butane,,,litres,kg CO2e of CO2 per unit,1.74296\n";
const END: &str = ",END,,,,,,,,\n";

/// Raises a problem, and gives all the codes that come of it.
type Raise = fn() -> Vec<&'static str>;

/// What limits, tables, stored results and imports raise, and no vector does.
const BESIDE_VECTORS: [(&str, Raise); 29] = [
    ("invalid-compiled", || codes(&References::read_compiled(&[b"CLAQ"]).unwrap_err())),
    ("missing-notes", without_notes),
    ("unknown-position", || stored("\"request\":0", "\"request\":7")),
    ("wrong-length", || stored("\"masses\":[", "\"masses\":[\"0\",")),
    ("out-of-order", || stored("\"products\":[{\"line\":0", "\"products\":[{\"line\":2")),
    ("input-too-large", || limited(&production("{}"), &Limits { bytes: 10, ..Limits::default() })),
    ("too-many-items", || {
        let text = r#"{"format": 1, "kind": "news", "lines": [{"id": "a"}, {"id": "b"}]}"#;
        limited(text, &Limits { items: 1, ..Limits::default() })
    }),
    ("too-deep", || {
        let what = r#"{"hotel": {"rooms": "1", "nights": "1"}}"#;
        limited(&production(what), &Limits { depth: 4, ..Limits::default() })
    }),
    ("unreadable", || {
        let text = production(r#"{"hotel": {"rooms": ["1"], "nights": "1"}}"#);
        let input = check_json(text.as_bytes(), &bundled(), &Limits::default()).input.unwrap();
        codes(&check(input, &bundled()).diagnostics)
    }),
    ("not-a-result", no_result),
    ("no-flights", no_flights),
    ("not-a-count", || stored(r#""omitted":0"#, r#""omitted":-1"#)),
    ("too-fine", || stored(r#""masses":["#, r#""masses":["0.0000000001","#)),
    ("zero-denominator", || stored(r#""numerator":"3""#, r#""numerator":"3","denominator":"0""#)),
    ("uncounted-line", || stored(r#""line":2,"request""#, r#""line":1,"request""#)),
    ("product-twice", || stored(r#""line":2,"request""#, r#""line":1,"request""#)),
    ("excluded-counted", || {
        stored(r#""excluded":[]"#, r#""excluded":[{"line":0,"reason":{"code":"price-year"}}]"#)
    }),
    ("budget-sum", || {
        stored(r#""currencies":[]"#, r#""currencies":[{"currency":"EUR","total":"1","unlisted":"2"}]"#)
    }),
    ("raw-mismatch", || table("e,energy.electricity,FR,2024,kgCO2e/kWh,0.05,hand,\"0,06\",\n")),
    ("parts-sum", || {
        table("e,energy.electricity,FR,2024,kgCO2e/kWh,0.05,hand,,generation=0.03 transmission=0.01\n")
    }),
    ("other-problems", || table(&"e,energy.electricity,FR,2024,kgCO2e/kWh,x,hand,,\n".repeat(1_200))),
    ("unknown-name", || table("e,energy.electricty,FR,2024,kgCO2e/kWh,0.05,hand,,\n")),
    ("wrong-encoding", || import(&FLAT.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>())),
    ("cut-off", || import([FLAT, HOTEL].concat().as_bytes())),
    ("row-length", || import([FLAT, &HOTEL.replace("6.9", "6,9"), END].concat().as_bytes())),
    ("formula", || import([FLAT, &HOTEL.replace("6.9", "=6+0.9"), END].concat().as_bytes())),
    ("ambiguous-number", || import([FLAT, &HOTEL.replace("6.9", "\"1,006\""), END].concat().as_bytes())),
    ("after-end", || import([FLAT, HOTEL, END, HOTEL].concat().as_bytes())),
    ("orphan-part", || import([FLAT, ORPHAN, END].concat().as_bytes())),
];

#[test]
fn what_no_vector_raises_is_raised_here() {
    for (code, raise) in BESIDE_VECTORS {
        assert!(raise().contains(&code), "{code} is not in {:?}", raise());
    }
}

#[test]
fn a_document_larger_than_the_limit() {
    let limits = Limits { bytes: 10, ..Limits::default() };
    assert_eq!(limited(&production("{}"), &limits), ["input-too-large"]);
}

#[test]
fn more_problems_than_are_kept() {
    let limits = Limits { problems: 2, ..Limits::default() };
    let text = r#"{"format": 1, "kind": "news", "a": 1, "b": 1, "c": 1, "lines": []}"#;
    let checked = check_json(text.as_bytes(), &bundled(), &limits);
    assert!(checked.production.is_none());
    assert_eq!(checked.diagnostics.len(), 2);
    assert!(checked.omitted >= 2, "{} more", checked.omitted);
}

/// What was probably meant, in the first problem of an activity.
fn meant(what: &str) -> Option<String> {
    let checked = check_json(production(what).as_bytes(), &bundled(), &Limits::default());
    checked.diagnostics.first().and_then(|first| first.suggestion.clone())
}

#[test]
fn a_name_is_suggested_for_a_slip_of_the_pen_only() {
    let mass = r#""mass": {"value": "1", "unit": "kg"}"#;
    let waste = |material: &str| meant(&format!(r#"{{"waste": {{"material": "{material}", {mass}}}}}"#));
    assert_eq!(waste("wod").as_deref(), Some("wood"));
    // Food waste is in the tables, though not with an average treatment: wood is not what was meant.
    assert_eq!(waste("food"), None);
}

fn without_notes() -> Vec<&'static str> {
    let tables = claquette_factors::COMPILED.iter().find(|(name, _)| *name == "tables.bin").unwrap().1;
    let references = References::read_compiled(&[tables]).unwrap();
    let text = production(r#"{"electricity": {"energy": {"value": "1", "unit": "kWh"}}}"#);
    let production = check_json(text.as_bytes(), &references, &Limits::default()).production.unwrap();
    codes(&extract(&production, &references, &Options::default()).unwrap_err().diagnostics)
}

/// The problems of a flight by territory with the rows of the same flight by seats.
fn no_flights() -> Vec<&'static str> {
    let text = production(r#"{"plane": {"from": "CDG", "to": "JFK", "passengers": 1}}"#);
    let checked = check_json(text.as_bytes(), &bundled(), &Limits::default()).production.expect("valid");
    let [seats, haul] =
        [Aviation::BySeats, Aviation::ByHaul].map(|aviation| Options { aviation, ..Options::default() });
    let files = extract(&checked, &bundled(), &seats).expect("an extract");
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
    let references = References::read_extract(&files).expect("sound tables");
    codes(&compute(&checked, &references, &haul).expect_err("other flights").diagnostics)
}

fn no_result() -> Vec<&'static str> {
    let references = without_factors()
        .with_set("mine", &[HEADER, "m,food.meal.average,FR,2024,kgCO2e/meal,2,hand,,\n"].concat());
    let references = references.expect("a sound table");
    let typed = production(r#"{"meals": {"meals": 3}}"#);
    let checked = check_json(typed.as_bytes(), &references, &Limits::default());
    let footprint = compute(&checked.production.expect("sound"), &references, &Options::default());
    let stored = Verification::of(typed.as_bytes(), &footprint.expect("priced"));
    codes(&stored.err().unwrap_or_default())
}

/// The problems of a footprint of two lines with one text in another's place.
fn stored(text: &str, other: &str) -> Vec<&'static str> {
    let meals = r#""what": {"meals": {"meals": 3}}"#;
    let input = format!(
        r#"{{"format": 1, "kind": "news", "place": "FR", "period": {{"year": 2024}},
            "lines": [{{"id": "a", {meals}}}, {{"id": "b", {meals}}}, {{"id": "c", {meals}}}]}}"#
    );
    let checked = check_json(input.as_bytes(), &bundled(), &Limits::default());
    let footprint = compute(&checked.production.expect("valid"), &bundled(), &Options::default());
    let written = footprint.expect("priced").to_json();
    let changed = written.replacen(text, other, 1);
    assert_ne!(changed, written);
    codes(&Footprint::from_json(changed.as_bytes(), &Limits::default()).err().unwrap_or_default())
}

#[test]
fn a_document_that_is_no_result() {
    assert_eq!(no_result(), ["not-a-result"]);
}

#[test]
fn a_row_whose_source_says_something_else() {
    assert_eq!(table("e,energy.electricity,FR,2024,kgCO2e/kWh,0.05,hand,\"0,06\",\n"), ["raw-mismatch"]);
}

#[test]
fn a_composed_row_that_is_not_the_sum_of_its_parts() {
    let row = "e,energy.electricity,FR,2024,kgCO2e/kWh,0.05,hand,,generation=0.03 transmission=0.01\n";
    assert_eq!(table(row), ["parts-sum"]);
}

#[test]
fn a_row_of_a_key_that_is_not_registered() {
    assert_eq!(table("e,energy.electricty,FR,2024,kgCO2e/kWh,0.05,hand,,\n"), ["unknown-name"]);
}

#[test]
fn a_row_of_another_unit_than_its_key() {
    assert_eq!(table("e,energy.electricity,FR,2024,kgCO2e/L,0.05,hand,,\n"), ["wrong-unit"]);
}

#[test]
fn a_source_that_the_bundle_does_not_have() {
    let files = claquette_factors::FILES.iter().map(|(name, text)| match *name {
        "sources.csv" => (*name, text.lines().next().unwrap_or_default()),
        _ => (*name, *text),
    });
    let problems = References::read("bundle", &files.collect::<Vec<_>>()).unwrap_err();
    let mut codes = codes(&problems);
    codes.dedup();
    assert_eq!(codes, ["unknown-name", "other-problems"]);
}

/// Every code of the catalogue is raised by a vector or beside the vectors.
#[test]
fn every_code_is_raised() {
    let mut raised: BTreeSet<String> = BTreeSet::new();
    for case in cases().into_iter().flat_map(|(_, cases)| cases) {
        raised.extend(case.run().problems().iter().map(|problem| problem.code().to_string()));
    }
    let beside = BESIDE_VECTORS.iter().filter(|(code, raise)| raise().contains(code));
    raised.extend(beside.map(|(code, _)| (*code).to_string()));
    let codes = Problem::CATALOGUE.iter().map(|row| row.code);
    let missing: Vec<&str> = codes.filter(|code| !raised.contains(*code)).collect();
    assert!(missing.is_empty(), "raised by no vector: {missing:?}");
}

/// A vector expects only codes that exist.
#[test]
fn every_expected_code_is_in_the_catalogue() {
    let known: BTreeSet<&str> = Problem::CATALOGUE.iter().map(|row| row.code).collect();
    let mut unknown = BTreeSet::new();
    for case in cases().into_iter().flat_map(|(_, cases)| cases) {
        let problems = case.expect.get("problems").and_then(|problems| problems.as_array());
        let codes = problems.into_iter().flatten().filter_map(|problem| problem["code"].as_str());
        unknown
            .extend(codes.filter(|code| !known.contains(code)).map(|code| format!("{}: {code}", case.name)));
    }
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn codes_are_unique_words() {
    let mut seen = BTreeSet::new();
    for row in Problem::CATALOGUE {
        assert!(seen.insert(row.code), "{} is given twice", row.code);
        assert!(
            !row.code.is_empty()
                && row.code.bytes().all(|byte| byte == b'-' || byte.is_ascii_lowercase() || byte == b'8')
        );
    }
}

#[test]
fn messages_have_their_parameters_and_the_form_of_messages() {
    for row in Problem::CATALOGUE {
        for (message, other) in [(row.fr, "_en"), (row.en, "_fr")] {
            // A name in the other language is not said.
            let said = |parameter: &&str| !parameter.ends_with(other);
            let parameters: BTreeSet<&str> = row.parameters.iter().copied().filter(said).collect();
            assert_eq!(placeholders(message), parameters, "{}: {message}", row.code);
            let first = message.chars().find(|letter| letter.is_alphabetic()).unwrap();
            // A message that begins with a parameter or a proper name of one begins as that does.
            assert!(message.starts_with('{') || first.is_lowercase(), "{}: {message}", row.code);
            assert!(!message.ends_with('.') && message.trim() == message, "{}: {message}", row.code);
        }
        assert_ne!(row.fr, row.en, "{}", row.code);
    }
}

/// A French message holds nothing that was written in English.
#[test]
fn french_messages_are_french() {
    let typed = [
        r#"{"format": 1, "kind": "news", "lines": {}}"#,
        r#"{"format": 1, "kind": "news", "lines": [,]}"#,
        r#"{"format": 1 "kind"}"#,
        r#"{"format": true, "kind": 3, "lines": "a"}"#,
    ];
    for text in typed {
        for problem in check_json(text.as_bytes(), &bundled(), &Limits::default()).diagnostics {
            let message = problem.message(Language::Fr);
            for word in message.split(|letter: char| !letter.is_alphanumeric()) {
                let english = ["the", "a", "an", "list", "object", "string", "value", "number", "expected"];
                assert!(!english.contains(&word), "{message}");
            }
        }
    }
}

fn placeholders(message: &str) -> BTreeSet<&str> {
    message.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}
