//! Inputs that are meant to take for ever. None may: each test runs in the time that its input takes to build.

use claquette::output::{FootprintSummary, FootprintView};
use claquette::{Account, Axis, Limits, Options, check_json, compute, view};
use claquette_conformance::{Outcome, bundled, without_factors};

use crate::refused;

/// The codes by other limits than the default ones.
fn limited(bytes: &[u8], limits: &Limits) -> Vec<&'static str> {
    let checked = check_json(bytes, &bundled(), limits);
    assert!(checked.production.is_none());
    checked.diagnostics.iter().map(claquette::Diagnostic::code).collect()
}

fn production(lines: &str) -> String {
    format!(
        r#"{{"format": 1, "kind": "news", "place": "FR", "period": {{"year": 2024}}, "lines": [{lines}]}}"#
    )
}

#[test]
fn two_hundred_megabytes_of_brackets() {
    let bytes = vec![b'['; 200 << 20];
    assert_eq!(refused(&bytes, &bundled()), ["input-too-large"]);
    // A host that takes documents of any size is not led into any depth.
    let codes = limited(&bytes, &Limits { bytes: u64::MAX, ..Limits::default() });
    assert!(!codes.is_empty() && codes.len() <= 1000, "{codes:?}");
}

#[test]
fn nesting_where_the_format_nests() {
    let work = "{\"id\": \"a\", \"parts\": [".repeat(100_000);
    let codes = refused(format!(r#"{{"format": 1, "kind": "news", "work": [{work}"#).as_bytes(), &bundled());
    assert!(codes.contains(&"too-deep"), "{codes:?}");
    for open in ["[", "{\"a\":", "{\"what\":", "{\"lines\":["] {
        let text = [r#"{"format": 1, "kind": "news", "lines": "#, &open.repeat(100_000)].concat();
        refused(text.as_bytes(), &bundled());
        refused(open.repeat(100_000).as_bytes(), &bundled());
    }
}

/// What is unknown is skipped, but not to any depth.
#[test]
fn nesting_inside_what_is_unknown() {
    let deep = ["[".repeat(10_000), "]".repeat(10_000)].concat();
    let text = format!(r#"{{"format": 1, "kind": "news", "wat": {deep}, "lines": []}}"#);
    let codes = refused(text.as_bytes(), &bundled());
    assert!(codes.contains(&"too-deep"), "{codes:?}");
}

/// A view for each label, and as many labels as lines: the result grows as the lines do, not as their square.
#[test]
fn a_label_of_its_own_for_each_line() {
    let line = |at: u32| {
        format!(
            r#"{{"id": "{at}", "labels": [{{"name": "n{at}", "value": "x"}}], "what": {{"hotel": {{"rooms": 1, "nights": 1}}}}}}"#
        )
    };
    let lines: Vec<String> = (0..10_000).map(line).collect();
    let references = bundled();
    let checked = check_json(production(&lines.join(",")).as_bytes(), &references, &Limits::default());
    let footprint = compute(&checked.production.unwrap(), &references, &Options::default()).unwrap();
    let result = serde_json::to_value(FootprintSummary::new(&footprint)).unwrap();
    let views = result["views"].as_array().unwrap();
    let of_label = |name: &str| views.iter().find(|view| view["view"] == name).unwrap();
    // A night in France is 6.7 kg; the other 9,999 have no such label: 9,999 × 6.7 = 66,993.3.
    for name in ["label:n0", "label:n9999"] {
        let groups: Vec<_> = of_label(name)["groups"].as_array().unwrap().iter().collect();
        assert_eq!((groups[0]["group"].as_str(), groups[0]["kgco2e"].as_str()), (Some("x"), Some("6.7")));
        assert_eq!((groups[1]["group"].as_str(), groups[1]["kgco2e"].as_str()), (Some(""), Some("66993.3")));
        let alone = view(&footprint, &Axis::parse(name).unwrap(), Account::Counted, &[]);
        assert_eq!(of_label(name), &serde_json::to_value(FootprintView::new(&alone)).unwrap());
    }
}

#[test]
fn a_key_of_ten_megabytes() {
    let key = "k".repeat(10 << 20);
    let text = format!(r#"{{"format": 1, "kind": "news", "{key}": 1, "lines": []}}"#);
    assert!(refused(text.as_bytes(), &bundled()).contains(&"unknown-field"));
}

#[test]
fn texts_of_ten_megabytes_where_words_and_numbers_are_wanted() {
    let text = "9".repeat(10 << 20);
    let line = format!(
        r#"{{"id": "a", "section": "{text}", "place": "{text}", "what": {{"electricity":
        {{"energy": {{"value": "{text}", "unit": "{text}"}}}}}}}}"#
    );
    let codes = refused(production(&line).as_bytes(), &bundled());
    for code in ["unknown-word", "unknown-place", "too-many-digits", "unknown-unit"] {
        assert!(codes.contains(&code), "{code} is not in {codes:?}");
    }
}

#[test]
fn numbers_of_a_million_digits() {
    let digits = "7".repeat(1_000_000);
    let numbers =
        [digits.clone(), format!("0.{digits}"), format!("1e{digits}"), format!("-{digits}e-{digits}")];
    for number in numbers {
        let line = |value: &str| {
            format!(
                r#"{{"id": "a", "what": {{"electricity": {{"energy": {{"value": {value}, "unit": "kWh"}}}}}}}}"#
            )
        };
        refused(production(&line(&number)).as_bytes(), &bundled());
        refused(production(&line(&format!("\"{number}\""))).as_bytes(), &bundled());
    }
}

#[test]
fn a_million_and_one_lines() {
    let text = production(&["{},".repeat(1_000_000), "{}".into()].concat());
    assert!(refused(text.as_bytes(), &bundled()).contains(&"too-many-items"));
    let few = Limits { items: 10, problems: 100, ..Limits::default() };
    assert!(limited(text.as_bytes(), &few).contains(&"too-many-items"));
}

/// Each list was bounded, not all of them together: twenty million items in lists of people ended the process, although the
/// document was within every limit.
#[test]
fn two_million_items_in_lists_of_a_thousand() {
    let people = ["{},".repeat(999), "{}".into()].concat();
    let days = vec![format!(r#"{{"people": [{people}]}}"#); 2_000].join(",");
    let text = format!(r#"{{"format": 1, "kind": "news", "calendar": [{days}], "lines": []}}"#);
    assert!(refused(text.as_bytes(), &bundled()).contains(&"too-many-items"));
    let (two, three) = (Limits { items: 4, ..Limits::default() }, Limits { items: 5, ..Limits::default() });
    let lists = br#"{"lines": [{"labels": [0]}, {"labels": [0, 0]}]}"#;
    assert!(limited(lists, &two).contains(&"too-many-items"), "two lines and three labels are five items");
    assert!(!limited(lists, &three).contains(&"too-many-items"));
}

/// Few bytes took the memory of a line, 900 bytes: a million lines that hold nothing took 908 MB.
#[test]
fn three_hundred_thousand_lines_that_hold_nothing() {
    let text = production(&["{},".repeat(299_999), "{}".into()].concat());
    let checked = check_json(text.as_bytes(), &bundled(), &Limits::default());
    assert_eq!(checked.diagnostics[0].code(), "too-many-items");
    let kept = checked.input.unwrap().lines.items().len();
    // 256 bytes × 1,000,000 are so many lines; two more stand for what was not read of the list and of the document.
    let line = size_of::<claquette::wire::Leaf<claquette::wire::Line>>();
    assert_eq!(kept, 256_000_000 / line + 2);
    assert!(kept > 150_000, "a document of the largest size has so many lines");
    // Whoever takes more items takes more memory.
    let more = Limits { items: 2_000_000, ..Limits::default() };
    let checked = check_json(text.as_bytes(), &bundled(), &more);
    assert_eq!(checked.input.unwrap().lines.items().len(), 300_000);
}

/// Names without a place were kept without a bound: 64 MiB held ten million of them.
#[test]
fn a_million_and_one_unknown_fields() {
    let text = format!(r#"{{{}"format": 1, "kind": "news", "lines": []}}"#, r#""a":0,"#.repeat(1_000_001));
    let checked = check_json(text.as_bytes(), &bundled(), &Limits::default());
    assert_eq!(checked.input.unwrap().unread.names().len(), 1_000_000);
}

/// A hundred words were sought in as many candidates as a document holds, each at the cost of two long words: 1.4 MB took
/// 40 seconds. Now all of them together have so many steps, and what is sought after them has no suggestion.
#[test]
fn a_hundred_unknown_documents_beside_twenty_thousand() {
    let known = |at: u32| format!(r#"{{"id": "{}{at:010}", "kind": "invoice"}}"#, "a".repeat(50));
    let line = |at: u32| {
        let what = r#""what": {"hotel": {"rooms": 1, "nights": 1}}"#;
        format!(r#"{{"id": "{at}", "documents": ["{}{}"], {what}}}"#, "a".repeat(50), "x".repeat(10))
    };
    let list = |count: u32, item: &dyn Fn(u32) -> String| (0..count).map(item).collect::<Vec<_>>().join(",");
    let text = format!(
        r#"{{"format": 1, "kind": "news", "place": "FR", "period": {{"year": 2024}}, "documents": [{}], "lines": [{}]}}"#,
        list(20_000, &known),
        list(100, &line)
    );
    let checked = check_json(text.as_bytes(), &bundled(), &Limits::default());
    let unknown = checked.diagnostics.iter().filter(|problem| problem.code() == "unknown-reference");
    let suggested: Vec<bool> = unknown.map(|problem| problem.suggestion.is_some()).collect();
    assert_eq!(suggested.len(), 100);
    // Each takes 20,000 candidates at 560 to 2,520 steps (tests of `text/similarity.rs`): 11 to 50 million of 50 million.
    assert!(suggested.iter().filter(|suggested| **suggested).count() <= 4, "{suggested:?}");
}

/// As many lines as are taken, each of them wrong: the first thousand problems, and how many more.
#[test]
fn a_hundred_thousand_problems() {
    let text = production(&["{},".repeat(99_999), "{}".into()].concat());
    let checked = check_json(text.as_bytes(), &bundled(), &Limits::default());
    assert_eq!((checked.diagnostics.len(), checked.omitted), (1000, 199_000));
}

/// Those that only the computation finds are counted as well: of 1,200 lines each lacks its factor, or counts nothing.
#[test]
fn more_problems_of_a_computation_than_are_kept() {
    let lines = |energy: u32| {
        let line = |at: u32| {
            format!(
                r#"{{"id": "{at}", "what": {{"electricity": {{"energy": {{"value": {energy}, "unit": "kWh"}}}}}}}}"#
            )
        };
        production(&(0..1200).map(line).collect::<Vec<_>>().join(","))
    };
    let refused = Outcome::of(lines(1).as_bytes(), &without_factors(), &Options::default());
    assert!(refused.footprint().is_none());
    assert_eq!((refused.problems().len(), refused.more()), (1000, 200));
    let priced = Outcome::of(lines(0).as_bytes(), &bundled(), &Options::default());
    assert!(priced.footprint().is_some());
    assert_eq!((priced.problems().len(), priced.more()), (1000, 200));
}

/// What is repeated is found without comparing each with each.
#[test]
fn a_hundred_thousand_times_the_same_identifier() {
    let line = r#"{"id": "a", "documents": ["x"], "what": {"hotel": {"rooms": 1, "nights": 1}}}"#;
    let lines = vec![line; 100_000].join(",");
    let codes = refused(production(&lines).as_bytes(), &bundled());
    assert!(codes.contains(&"duplicate-id"), "{codes:?}");
}

/// As many different unknown keys as a document can hold: each suggestion is sought in bounded time.
#[test]
fn twenty_thousand_unknown_fields() {
    let fields: String = (0..20_000).map(|at| format!("\"lnes{at}\": 0, ")).collect();
    let text = format!(r#"{{{fields}"format": 1, "kind": "news", "lines": []}}"#);
    let codes = refused(text.as_bytes(), &bundled());
    assert_eq!(codes.len(), 1000);
}

/// Every part of a name may be a name, and what is behind every comma a place: neither is sought in texts that no
/// place is called by.
#[test]
fn ends_of_journeys_of_a_million_letters() {
    let names = ["-", ",", "a ", "é-", "Paris, "].map(|part| part.repeat(1_000_000 / part.len()));
    let ends = |(at, name): (usize, &String)| {
        format!(
            r#"{{"id": "{at}", "what": {{"train": {{"from": "{name}", "to": "Lyon", "passengers": 1}}}}}}"#
        )
    };
    let lines: Vec<String> = names.iter().enumerate().map(ends).collect();
    let codes = refused(production(&lines.join(",")).as_bytes(), &bundled());
    assert_eq!(codes, ["unknown-city"; 5]);
}

/// No more suggestions are sought where few problems are kept.
#[test]
fn ten_thousand_unknown_stations_of_which_ten_are_reported() {
    let line = |at: u32| {
        format!(
            r#"{{"id": "{at}", "what": {{"train": {{"from": "Gare de Lyonn {at}", "to": "Lyon", "passengers": 1}}}}}}"#
        )
    };
    let lines: Vec<String> = (0..10_000).map(line).collect();
    let limits = Limits { problems: 10, ..Limits::default() };
    assert_eq!(limited(production(&lines.join(",")).as_bytes(), &limits).len(), 10);
}
