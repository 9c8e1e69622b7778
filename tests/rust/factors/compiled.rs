//! The compiled tables say what the texts say: in every result, extract, hash, search and report.

use claquette::output::{FootprintSummary, Output};
use claquette::{
    Footprint, Language, Limits, Problem, References, Statistics, check_json, explain, extract, report,
    search,
};
use claquette_conformance::{Outcome, Tables, bundled, cases, fixtures};
use claquette_factors::{COMPILED, COMPILED_SHA256};

use crate::extract::{extracted, priced};
use crate::name::sha256;

fn asset(name: &str) -> &'static [u8] {
    COMPILED.iter().find(|(file, _)| *file == name).expect("a compiled table").1
}

/// All compiled tables, or what computing needs of them.
fn assets(notes: bool) -> Vec<&'static [u8]> {
    let kept = COMPILED.iter().filter(|(name, _)| notes || !name.ends_with("-notes.bin"));
    kept.map(|(_, bytes)| *bytes).collect()
}

/// What a footprint says, stored, summed up and reported.
fn said(footprint: &Footprint) -> String {
    let reports = [Language::Fr, Language::En].map(|language| report(footprint, language));
    [&FootprintSummary::new(footprint).to_json(), &footprint.to_json(), &*reports.concat()].concat()
}

#[test]
fn the_hashes_are_those_of_the_texts() {
    let compiled = References::bundled().unwrap();
    assert!(compiled.hashes().eq(bundled().hashes()));
    assert_eq!(compiled.hashes().count(), 4);
    for ((name, bytes), (named, hash)) in COMPILED.iter().zip(COMPILED_SHA256) {
        assert_eq!((name, &*sha256(bytes)), (named, *hash));
    }
}

#[test]
fn every_factor_and_every_page_is_the_same() {
    let (read, compiled) = (bundled(), References::bundled().unwrap());
    assert!(compiled.factors().eq(read.factors()));
    assert!(compiled.sources().eq(read.sources()));
    assert!(compiled.equivalences().eq(read.equivalences()));
    assert!(compiled.published_means().eq(read.published_means()));
    assert!(compiled.usual_ranges().eq(read.usual_ranges()));
    let pages = |references: &References| {
        let statistics = format!("{:?}", Statistics::of(references));
        let words = ["train france", "électricité", "hotel 2024", "suspect", "kgCO2e/t"];
        let found =
            words.map(|words| search(references, words).iter().map(|found| found.id.to_string()).collect());
        let explained =
            references.factors().map(|factor| explain(factor, references, Language::Fr)).collect();
        let misspelt = references.find_factor("train.fr.tvg.2022.ademe").unwrap_err().suggestion;
        (statistics, found, explained, misspelt)
    };
    let (one, other): ((_, [Vec<String>; 5], Vec<String>, _), _) = (pages(&read), pages(&compiled));
    assert!(one == other);
}

#[test]
fn every_vector_gives_the_same() {
    let both = [bundled(), References::bundled().unwrap()];
    let both = both.map(|bundled| Tables { without_factors: bundled.clone(), bundled });
    let mut priced = 0;
    for case in cases().into_iter().flat_map(|(_, cases)| cases) {
        let [read, compiled] = both.each_ref().map(|tables| case.references_over(tables));
        let (read, compiled) = match (read, compiled) {
            (Ok(read), Ok(compiled)) => (read, compiled),
            (read, compiled) => {
                assert_eq!(read.err(), compiled.err(), "{}", case.name);
                continue;
            }
        };
        let of = |references: &References| Outcome::of(&case.bytes(), references, &case.options());
        match (of(&read), of(&compiled)) {
            (Outcome::Priced(one), Outcome::Priced(other)) => {
                priced += 1;
                assert!(said(&one) == said(&other), "{}", case.name);
            }
            (Outcome::Refused(one, more), Outcome::Refused(other, others)) => {
                assert_eq!((one, more), (other, others), "{}", case.name);
            }
            _ => panic!("{}", case.name),
        }
    }
    assert!(priced > 200, "{priced} vectors are priced");
}

/// Without notes the masses are the same, and an extract says what is missing.
#[test]
fn every_shipped_production_gives_the_same() {
    let compiled = References::bundled().unwrap();
    let bare = References::read_compiled(&assets(false)).unwrap();
    for fixture in fixtures() {
        let over = |references: &References| match fixture.own_factors() {
            Some(rows) => references.clone().with_set("own", &rows).unwrap(),
            None => references.clone(),
        };
        let [read, compiled, bare] = [&bundled(), &compiled, &bare].map(over);
        let (bytes, options) = (fixture.bytes(), fixture.options());
        let of = |references: &References| priced(&bytes, references, &options);
        assert!(said(&of(&read)) == said(&of(&compiled)), "{}", fixture.name);
        let files = extracted(&bytes, &read, &options);
        assert!(files == extracted(&bytes, &compiled, &options), "{}", fixture.name);
        let masses = |footprint: &Footprint| {
            let masses = footprint.products.iter().map(|product| format!("{:?}", product.masses));
            masses.collect::<Vec<_>>()
        };
        assert_eq!(masses(&of(&bare)), masses(&of(&read)), "{}", fixture.name);
        let production = check_json(&bytes, &bare, &Limits::default()).production.unwrap();
        let missing = extract(&production, &bare, &options).unwrap_err();
        let named = missing.diagnostics.iter().map(|diagnostic| match &*diagnostic.problem {
            Problem::MissingNotes { name } => name.as_str(),
            other => panic!("{other}"),
        });
        // The stations have none.
        assert_eq!(named.collect::<Vec<_>>(), [claquette_factors::NAME, "airports.csv", "cities.csv"]);
    }
}

#[test]
fn assets_are_read_in_any_order_and_each_once() {
    let mut reversed = assets(true);
    reversed.reverse();
    assert!(References::read_compiled(&reversed).unwrap().hashes().eq(bundled().hashes()));
    let said = |assets: &[&[u8]]| {
        let problems = References::read_compiled(assets).unwrap_err();
        problems.iter().map(|problem| format!("{} {}", problem.code(), problem.location)).collect::<Vec<_>>()
    };
    let (tables, notes, airports) = (asset("tables.bin"), asset("tables-notes.bin"), asset("airports.bin"));
    assert_eq!(said(&[]), ["invalid-compiled "]);
    assert_eq!(said(&[airports]), ["invalid-compiled "]);
    assert_eq!(said(&[tables, tables]), ["invalid-compiled /1"]);
    assert_eq!(said(&[notes, tables, notes]), ["invalid-compiled /2"]);
    assert_eq!(said(&[tables, asset("airports-notes.bin")]), ["invalid-compiled /1"]);
    assert_eq!(said(&[b"", tables, b"id,place\n"]), ["invalid-compiled /0", "invalid-compiled /2"]);
}

/// A value that was changed has the hash of its own texts, since the rows were read again with every check.
#[test]
fn what_was_changed_is_read_as_text() {
    let changed = |name: &str, from: &[u8], into: &[u8]| {
        let bytes = asset(name);
        let at = bytes.windows(from.len()).position(|window| window == from).expect("a text that is there");
        [&bytes[..at], into, &bytes[at + from.len()..]].concat()
    };
    let notes = changed("tables-notes.bin", b"Energy Security", b"Energy Sekurity");
    let references = References::read_compiled(&[asset("tables.bin"), &notes]).unwrap();
    assert_ne!(references.hashes().next(), bundled().hashes().next());
    assert!(
        references.factors().map(|factor| factor.value).eq(bundled().factors().map(|factor| factor.value))
    );
    assert!(references.sources().any(|source| source.publisher.contains("Sekurity")));
    // Without the notes there is no text to be read again.
    let tables = changed("tables.bin", b"energy.electricity", b"energy.electricitz");
    let problems = References::read_compiled(&[&tables]).unwrap_err();
    assert_eq!(problems[0].code(), "missing-notes");
    // With them, the key of the factors is not one of the table of keys.
    let problems = References::read_compiled(&[&tables, asset("tables-notes.bin")]).unwrap_err();
    assert!(problems.iter().any(|problem| problem.code() == "unknown-name"), "{problems:?}");
}
