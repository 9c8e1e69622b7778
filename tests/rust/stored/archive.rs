//! Archives: what an auditor computes again in ten years.

use claquette::output::Output;
use claquette::{Archive, Limits, check_json};
use claquette_conformance::{cases, fixtures};
use serde_json::{Value, json};

/// The archives of all shipped productions and of all vectors that can be computed.
fn archives() -> Vec<(String, Archive)> {
    let fixtures =
        fixtures().into_iter().map(|of| (of.name.to_string(), of.bytes(), of.references(), of.options()));
    let cases = cases().into_iter().flat_map(|(_, cases)| cases);
    let cases =
        cases.filter_map(|of| Some((of.name.clone(), of.bytes(), of.references().ok()?, of.options())));
    let all = fixtures.chain(cases).filter_map(|(name, bytes, references, options)| {
        let production = check_json(&bytes, &references, &Limits::default()).production?;
        Some((name, Archive::of(&production, &references, &options).ok()?))
    });
    all.collect()
}

#[test]
fn every_archive_is_computed_again_from_itself_alone() {
    let archives = archives();
    assert!(archives.len() > 300, "{}", archives.len());
    for (name, archive) in archives {
        let kept = archive.to_json();
        let read = Archive::from_json(kept.as_bytes(), &Limits::default());
        let read = read.unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
        assert_eq!(read.to_json(), kept, "{name}");
        assert_eq!(read.footprint, archive.footprint, "{name}");
        let verification = read.verify().unwrap_or_else(|rejection| panic!("{name}: {rejection}"));
        assert!(verification.holds(), "{name}: {:?}", verification.deviations);
    }
}

/// The film's archive as JSON.
fn kept() -> Value {
    let film = fixtures().into_iter().find(|of| of.name.starts_with("feature-film")).expect("the film");
    let references = film.references();
    let production = check_json(&film.bytes(), &references, &Limits::default()).production.expect("valid");
    let archive = Archive::of(&production, &references, &film.options()).expect("it can be computed");
    serde_json::to_value(&archive).expect("an archive is written")
}

#[track_caller]
fn codes(archive: &Value) -> Vec<String> {
    let problems = Archive::from_json(archive.to_string().as_bytes(), &Limits::default()).unwrap_err();
    problems.iter().map(|problem| format!("{} {}", problem.code(), problem.location)).collect()
}

#[test]
fn what_was_changed_is_found() {
    let kept = kept();
    let forged = |pointer: &str, value: Value| {
        let mut forged = kept.clone();
        *forged.pointer_mut(pointer).expect("a place in the archive") = value;
        forged
    };
    // Another mass, another line and another factor than the others say.
    let verified = |forged: Value| {
        let archive =
            Archive::from_json(forged.to_string().as_bytes(), &Limits::default()).expect("an archive");
        archive.verify().expect("it can be computed").holds()
    };
    assert!(verified(kept.clone()));
    assert!(!verified(forged("/footprint/products/0/masses/0", json!("1"))));
    let amount = "/production/lines/3/what/spend/amount/value";
    assert!(!verified(forged(amount, json!("1"))));
    let files = kept["tables"].as_object().expect("texts");
    let (name, text) = files.iter().find(|(name, _)| name.ends_with("spend.csv")).expect("the spend ratios");
    let path = format!("/tables/{}", name.replace('/', "~1"));
    let mut changed = text.as_str().expect("a text").to_string();
    // 67 kgCO2e per 1,000 euros of legal services and accounting.
    assert!(changed.contains(",67,"), "{changed}");
    changed = changed.replace(",67,", ",68,");
    let archive = forged(&path, json!(changed));
    let archive = Archive::from_json(archive.to_string().as_bytes(), &Limits::default()).expect("an archive");
    assert!(archive.verify().map_or(true, |verification| !verification.holds()));

    // What is no archive is refused where it is wrong.
    assert_eq!(codes(&forged("/format", json!(2))), ["unsupported-format /format"]);
    assert_eq!(codes(&forged("/footprint/format", json!(2))), ["unsupported-format /footprint/format"]);
    assert_eq!(
        codes(&forged("/footprint/products/0/request", json!(100_000))),
        ["unknown-position /footprint/products/0/request"]
    );
    assert_eq!(codes(&forged("/tables", json!([]))), ["wrong-type /tables"]);
    assert_eq!(codes(&forged("/production", json!(1))), ["wrong-type /production"]);
}
