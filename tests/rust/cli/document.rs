//! What the command makes of documents, of each sort and of what they hold.

use std::fs;
use std::process::{Command, Stdio};

use claquette_conformance::{fixtures, path};

use crate::file;
use crate::footprint::{FOOTPRINT, printed, refused, run};

/// An archive is computed again as it is, so nothing else is asked of it; with a mark of byte order or cut in half it is an
/// archive still.
#[test]
fn an_archive_is_nothing_but_verified() {
    let magazine =
        fixtures().into_iter().find(|fixture| fixture.name == "magazine.json").expect("the magazine");
    let archive = printed(&magazine, &["--archive"]);
    let kept = file("kept-archive.json", archive.as_bytes());
    let holds = String::from_utf8(run(&[&kept, "--lang", "en"]).stdout).unwrap();
    assert!(holds.starts_with("the result holds"), "{holds}");
    for arguments in [
        &["--view", "post"][..],
        &["--coverage"],
        &["--audit"],
        &["--summary"],
        &["--aviation", "by-haul"],
        &["--factors", "small-shoot-factors.csv"],
    ] {
        let said = refused(&kept, &[arguments, &["--lang", "en"]].concat());
        assert!(said.contains("is not used with an archive") && said.contains(arguments[0]), "{said}");
    }
    let marked = file("marked-archive.json", format!("\u{feff}{archive}").as_bytes());
    assert!(run(&[&marked]).status.success());
    let half = file("half-archive.json", &archive.as_bytes()[..archive.len() / 2]);
    let said = refused(&half, &["--lang", "en"]);
    assert!(said.contains("malformed-json") && !said.contains("unknown-field"), "{said}");
}

/// Whether a line would have been left out is no difference where none is.
#[test]
fn a_result_that_leaves_nothing_out_is_verified_either_way() {
    let magazine =
        fixtures().into_iter().find(|fixture| fixture.name == "magazine.json").expect("the magazine");
    for kind in ["--json", "--summary"] {
        let stored = file("excluding.json", printed(&magazine, &[kind, "--unpriced", "exclude"]).as_bytes());
        let said = printed(&magazine, &["--verify", &stored, "--lang", "fr"]);
        assert!(said.starts_with("le résultat est confirmé"), "{said}");
    }
}

/// The extract of flights by seats has nothing to count them by territory with.
#[test]
fn an_extract_says_that_it_is_of_another_way_of_flights() {
    let flight = r#"{"id": "a", "what": {"plane": {"from": "CDG", "to": "JFK", "passengers": 1}}}"#;
    let header = r#""format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}"#;
    let production = file("flight.json", format!(r#"{{{header}, "lines": [{flight}]}}"#).as_bytes());
    let folder = production.replace("flight.json", "flight-rows");
    for (of, other, said) in [
        (
            "by-seats",
            "by-haul",
            "[no-flights] /lines/0/what/plane : the tables do not have what it takes to count flights by territory",
        ),
        (
            "by-haul",
            "by-seats",
            "[factor-missing] /lines/0/what : no factor for `transport.plane.seats-over-220.over-5000`",
        ),
    ] {
        let _fresh = fs::remove_dir_all(&folder);
        assert!(run(&[&production, "--aviation", of, "--extract", &folder]).status.success());
        assert!(run(&[&production, "--aviation", of, "--from", &folder]).status.success());
        let refusal = refused(&production, &["--aviation", other, "--from", &folder, "--lang", "en"]);
        assert!(refusal.contains(said), "{refusal}");
    }
}

/// Whoever closes the pipe has read enough.
#[test]
fn a_closed_pipe_is_no_error() {
    let mut command = Command::new(&*FOOTPRINT);
    command.current_dir(path("productions")).args(["feature-film.json", "--json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}

/// What counts nothing has no post, no indicator and no largest line: no section without a line.
#[test]
fn a_report_has_no_empty_sections() {
    let line = r#"{"id": "a", "what": {"electricity": {"energy": {"value": "0", "unit": "kWh"}}}}"#;
    let header = r#""format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}"#;
    let production = file("nothing.json", format!(r#"{{{header}, "lines": [{line}]}}"#).as_bytes());
    for (language, headings) in [("en", ["BY POST", "INDICATORS"]), ("fr", ["PAR POSTE", "INDICATEURS"])] {
        let report = String::from_utf8(run(&[&production, "--lang", language]).stdout).unwrap();
        assert!(
            report.contains("SOURCES") && headings.iter().all(|heading| !report.contains(heading)),
            "{report}"
        );
    }
}
