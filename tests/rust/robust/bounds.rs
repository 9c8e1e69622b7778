//! What is told of an input is bounded, however large the input is: texts, lists.

use claquette::output::{FootprintSummary, FootprintVerification, Output, Refusal};
use claquette::{
    Diagnostic, Language, Limits, Options, Problem, References, Unpriced, Verification, check_json, compute,
    report,
};
use claquette_conformance::{bundled, without_factors};

/// The most bytes of a message that quotes two texts of 64 characters and lists what there is.
const SAID: usize = 4096;

#[track_caller]
fn assert_short(problems: &[Diagnostic], code: &str) {
    assert!(problems.iter().any(|problem| problem.code() == code), "no {code}: {problems:.300?}");
    for problem in problems {
        let quoted = problem.problem.parameters().into_iter().map(|(_, value)| value.to_string());
        let said = [problem.message(Language::Fr), problem.message(Language::En), problem.to_string()];
        for text in quoted.chain(said).chain(problem.suggestion.clone()) {
            assert!(text.len() < SAID, "{} bytes: {}", text.len(), problem.code());
        }
    }
}

/// Identifiers of 90 kB wherever one refers to another.
#[test]
fn references_of_ninety_kilobytes() {
    let long = "x".repeat(90_000);
    let line = |id: &str, more: &str| {
        format!(r#"{{"id": "{id}", {more} "what": {{"hotel": {{"rooms": 1, "nights": 1}}}}}}"#)
    };
    let production = |lines: &[String], more: &str| {
        format!(r#"{{"format": 1, "kind": "news", {more} "lines": [{}]}}"#, lines.join(","))
    };
    let corrects = production(&[line("a", &format!(r#""corrects": "{long}","#))], "");
    let field = production(&[], &format!(r#""{long}": 1,"#));
    let twice = production(&[line(&long, ""), line(&long, "")], "");
    for (text, code) in [(corrects, "unknown-reference"), (field, "unknown-field"), (twice, "duplicate-id")] {
        let checked = check_json(text.as_bytes(), &bundled(), &Limits::default());
        assert_short(&checked.diagnostics, code);
    }
}

/// Columns, names, values and identifiers of 90 kB in a table.
#[test]
fn cells_of_ninety_kilobytes() {
    let long = "x".repeat(90_000);
    let header = "id,key,place,year,unit,value,source";
    let row = format!("{long},transport.train.high-speed,FR,2026,kgCO2e/passenger.km,1,me");
    for (table, code) in [
        (format!("{header},{long}\n"), "unknown-column"),
        (format!("{header}\na,{long},FR,2026,kgCO2e/kWh,1,me\n"), "unknown-name"),
        (format!("{header}\na,,FR,2026,kgCO2e/kWh,{long},me\n"), "invalid-value"),
        (format!("{header}\n{long}\n"), "invalid-value"),
        (format!("{header}\n{row}\n{row}\n"), "duplicate-row"),
    ] {
        let problems = without_factors().with_set("mine", &table).unwrap_err();
        assert_short(&problems, code);
    }
}

/// A problem that a host makes itself says no more than one of the engine.
#[test]
fn a_problem_of_ninety_kilobytes() {
    let problem = Problem::UnknownReference { id: "é".repeat(90_000) };
    // 64 letters of two bytes, and an ellipsis of three.
    assert_eq!(problem.parameters()[0].1.to_string().len(), 64 * 2 + 3);
    assert!(problem.to_string().len() < SAID);
}

/// Of 5,000 rows that are wrong, 1,000 are told in full and the others as one count.
#[test]
fn a_table_that_is_wrong_in_every_row() {
    let mut table = String::from("id,key,place,year,unit,value,source\n");
    (0..5_000).for_each(|at| table += &format!("e{at},energy.electricity,FR,2024,kgCO2e/kWh,x,hand\n"));
    let problems = bundled().with_set("mine", &table).unwrap_err();
    assert_eq!(problems.len(), 1_001);
    assert_eq!(problems[1_000].code(), "other-problems");
    assert_eq!(problems[1_000].message(Language::En), "4000 further problems were found and are not listed");
    // The problems of several tables share the bound: places and the set, each wrong in 900 rows.
    let few = |header: &str, row: &str| [header, &row.repeat(900)].concat();
    let places = few("code,parent,fr,en,also,subdivisions\n", "XX,,,,,\n");
    let set =
        few("id,key,place,year,unit,value,source\n", "e,energy.electricity,FR,2024,kgCO2e/kWh,x,hand\n");
    let problems = References::read("mine", &[("places.csv", &places), ("mine.csv", &set)]).unwrap_err();
    assert!(problems.len() <= 1_001, "{}", problems.len());
    assert_eq!(problems.last().map(Diagnostic::code), Some("other-problems"));
}

/// Of the 5,000 fields that a stored result gives again, 1,000 are told in full and the others as one count.
#[test]
fn a_stored_result_that_repeats_every_field() {
    let references = bundled();
    let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": [
        {"id": "L1", "what": {"electricity": {"energy": {"value": "1", "unit": "kWh"}}}}]}"#;
    let production = check_json(input, &references, &Limits::default()).production.unwrap();
    let footprint = compute(&production, &references, &Options::default()).unwrap();
    let fields: Vec<String> = (0..5_001).map(|_| r#""engine": 1"#.to_string()).collect();
    let stored = format!("{{{}}}", fields.join(", "));
    let problems = Verification::of(stored.as_bytes(), &footprint).unwrap_err();
    assert_eq!(problems.len(), 1_001);
    assert_eq!((problems[0].code(), problems[1_000].code()), ("duplicate-field", "other-problems"));
    assert_eq!(problems[1_000].message(Language::En), "4000 further problems were found and are not listed");
    assert_eq!(problems[1_000].location.to_string(), "/engine");
}

/// A report lists some lines that are left out, and counts the others.
#[test]
fn a_report_of_many_exclusions() {
    let line = |at: usize| {
        format!(r#"{{"id": "L{at}", "what": {{"equipment": {{"device": "cinema-camera", "pieces": 1}}}}}}"#)
    };
    let lines: Vec<String> = (0..2_000).map(line).collect();
    let text = format!(
        r#"{{"format": 1, "kind": "news", "place": "FR", "period": {{"year": 2024}}, "lines": [{}]}}"#,
        lines.join(", ")
    );
    let references = bundled();
    let production = check_json(text.as_bytes(), &references, &Limits::default()).production.unwrap();
    let options = Options { unpriced: Unpriced::Exclude, ..Options::default() };
    let footprint = compute(&production, &references, &options).unwrap();
    assert_eq!(footprint.excluded.len(), 2_000);
    let report = report(&footprint, Language::En);
    assert!(report.contains("L49:") && !report.contains("L50:"), "{report}");
    // 2,000 less the 50 that are listed
    assert!(report.contains("1,950 others, not listed"), "{report}");
}

/// As deep as any limit lets a document be, on the small stack of a thread of some hosts.
#[test]
fn a_deep_document_on_a_small_stack() {
    let references = bundled();
    let parts = |levels: usize| {
        let open: String = (0..levels).map(|at| format!(r#"{{"id": "p{at}", "parts": ["#)).collect();
        let part = open + r#"{"id": "last", "minutes": 1}"# + &"]}".repeat(levels);
        let line = r#"{"id": "L1", "what": {"electricity": {"energy": {"value": "1", "unit": "kWh"}}}}"#;
        format!(
            r#"{{"format": 1, "kind": "news", "place": "FR", "period": {{"year": 2024}}, "work": [{part}], "lines": [{line}]}}"#
        )
    };
    let computed = |levels: usize| {
        let (text, references) = (parts(levels), references.clone());
        let limits = Limits { depth: u32::MAX, ..Limits::default() };
        let work = move || {
            let checked = check_json(text.as_bytes(), &references, &limits);
            let Some(production) = checked.production else {
                return Err(checked.diagnostics.iter().map(Diagnostic::code).collect::<Vec<_>>());
            };
            let footprint = compute(&production, &references, &Options::default()).unwrap();
            Ok((production.sha256().len(), report(&footprint, Language::En).is_empty()))
        };
        std::thread::Builder::new().stack_size(128 << 10).spawn(work).unwrap().join().unwrap()
    };
    // The document, the list of parts, and an object and a list for each of 31 levels: 64.
    assert_eq!(computed(30), Ok((64, false)));
    assert_eq!(computed(31), Err(vec!["too-deep"]));
    assert_eq!(computed(100_000), Err(vec!["too-deep"]));
}

/// What differs was told whole: one text, list or name of 2 MB in a stored result was a message of 2 MB.
#[test]
fn deviations_of_a_megabyte() {
    let production = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
        "lines": [{"id": "L1", "what": {"hotel": {"rooms": 1, "nights": 1}}}]}"#;
    let references = bundled();
    let checked = check_json(production, &references, &Limits::default());
    let footprint = compute(&checked.production.unwrap(), &references, &Options::default()).unwrap();
    let stored = FootprintSummary::new(&footprint).to_json();
    let long = "é".repeat(1_000_000);
    for (forged, shown) in [
        (
            stored.replacen(r#""status":""#, &format!(r#""status":"{long}"#), 1),
            format!("\"{}…", "é".repeat(199)),
        ),
        (
            stored.replacen('{', &format!(r#"{{"zz":[{}0],"#, "0, ".repeat(500_000)), 1),
            // A bracket, and 99 items and a half of two characters.
            format!("[{}0…", "0,".repeat(99)),
        ),
        (stored.replacen('{', &format!(r#"{{"{long}":1,"#), 1), "1".to_string()),
    ] {
        let verification = Verification::of(forged.as_bytes(), &footprint).unwrap();
        assert_eq!(verification.deviations.len(), 1);
        assert_eq!(verification.deviations[0].stored, shown);
        assert!(verification.deviations[0].pointer.chars().count() <= 201);
        assert!(verification.text(Language::Fr).len() < SAID);
        assert!(FootprintVerification::new(verification).to_json().len() < SAID);
    }
    let forged = stored.replacen(r#""engine":""#, &format!(r#""engine":"{long}"#), 1);
    let verification = Verification::of(forged.as_bytes(), &footprint).unwrap();
    assert!(verification.holds());
    assert_eq!(verification.engine, format!("{}…", "é".repeat(64)));
}

/// Nothing held how many errors an exception tells, and how many others it counts.
#[test]
fn an_exception_tells_five_errors_and_counts_the_others() {
    let refusal = |errors: u32, more: u64| {
        let fields: String = (0..errors).map(|at| format!("\"zz{at}\": 1, ")).collect();
        let text = format!(r#"{{{fields}"format": 1, "kind": "news", "lines": []}}"#);
        let checked = check_json(text.as_bytes(), &bundled(), &Limits::default());
        let mut problems: Vec<Diagnostic> = checked.diagnostics;
        // Without lines there is one error more, and warnings, which are not told.
        assert_eq!(problems.iter().filter(|problem| problem.is_error()).count(), errors as usize + 1);
        problems.sort_by_key(|problem| problem.is_error());
        let message = Refusal::new(problems, more).message();
        let last = message.lines().last().unwrap().to_string();
        (message.lines().count(), last.starts_with("and ").then_some(last))
    };
    assert_eq!(refusal(4, 0), (5, None));
    assert_eq!(refusal(4, 1), (6, Some("and 1 more".into())));
    assert_eq!(refusal(6, 0), (6, Some("and 2 more".into())));
    assert_eq!(refusal(6, 40), (6, Some("and 42 more".into())));
}

/// Nothing held that the problems after the first hundred have no suggestion.
#[test]
fn a_hundred_problems_have_suggestions() {
    let line = |at: u32| {
        let what = r#""what": {"hotel": {"rooms": 1, "nights": 1}}"#;
        format!(r#"{{"id": "{at}", "documents": ["invoices"], {what}}}"#)
    };
    let lines = (0..300).map(line).collect::<Vec<_>>().join(",");
    let text = format!(
        r#"{{"format": 1, "kind": "news", "documents": [{{"id": "invoice", "kind": "invoice"}}], "lines": [{lines}]}}"#
    );
    let checked = check_json(text.as_bytes(), &bundled(), &Limits::default());
    let unknown = |at: &usize| checked.diagnostics[*at].code() == "unknown-reference";
    let suggested = |at: &usize| checked.diagnostics[*at].suggestion.is_some();
    let positions: Vec<usize> = (0..checked.diagnostics.len()).filter(unknown).collect();
    assert_eq!(positions, (0..300).collect::<Vec<_>>(), "one problem for each line, and nothing before them");
    assert!(positions.iter().all(|at| suggested(at) == (*at < 100)), "{positions:?}");
}

/// Characters that are not seen or move what is around them stood in JSON as they are.
#[test]
fn json_has_escapes_for_what_is_not_seen() {
    let hidden = "\u{7f}\u{9b}\u{202e}\u{2028}\u{200b}\u{feff}\u{e0041}";
    let text = format!(
        r#"{{"format": 1, "kind": "news", "title": "a{hidden}é", "place": "FR", "period": {{"year": 2024}},
        "lines": [{{"id": "L1", "what": {{"hotel": {{"rooms": 1, "nights": 1}}}}}}]}}"#
    );
    let references = bundled();
    let checked = check_json(text.as_bytes(), &references, &Limits::default());
    let footprint = compute(&checked.production.unwrap(), &references, &Options::default()).unwrap();
    let result = FootprintSummary::new(&footprint);
    for json in [result.to_json(), result.to_json_pretty()] {
        assert!(json.contains(r"a\u007f\u009b\u202e\u2028\u200b\ufeff\udb40\udc41é"), "{json:.400}");
        assert!(!json.contains(|letter| hidden.contains(letter)));
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(read, serde_json::to_value(&result).unwrap());
        assert!(Verification::of(json.as_bytes(), &footprint).unwrap().holds());
    }
}
