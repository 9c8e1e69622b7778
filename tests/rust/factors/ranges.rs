//! Usual ranges: every row speaks of a field that there is, an extract has those of its kinds, and a table says what
//! is wrong with it.

use claquette::shape::{RecordShape, Shape, Shaped};
use claquette::{Diagnostic, Language, Options, References, Term, wire};
use claquette_conformance::bundled;

use super::extract::{priced, replays};

/// The fields of a record, and of the records in it.
fn fields(record: &'static RecordShape) -> Vec<&'static str> {
    let inner = |shape: Shape| match shape {
        Shape::List(of) => match of() {
            Shape::Record(record) => fields(record),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    record.fields.iter().flat_map(|field| [vec![field.name], inner((field.shape)())].concat()).collect()
}

#[test]
fn every_range_is_of_a_field_of_its_kind_and_names_its_source() {
    let Shape::Choice(kinds) = wire::What::shape() else { panic!("an activity is one of the kinds") };
    let references = bundled();
    let (mut seen, mut count) = (Vec::new(), 0);
    for range in references.usual_ranges() {
        let kind = kinds.fields.iter().find(|kind| kind.name == range.kind.text()).unwrap();
        let Shape::Record(record) = (kind.shape)() else { panic!("{} has fields", kind.name) };
        assert!(fields(record).contains(&&*range.field), "{} has no {}", kind.name, range.field);
        let unit = range.unit.map(|unit| unit.to_string());
        assert!(!seen.contains(&(range.kind, range.field.clone(), unit.clone())), "{unit:?} twice");
        seen.push((range.kind, range.field.clone(), unit));
        assert!(!range.source_row.is_empty(), "{} {}", kind.name, range.field);
        let ends = [range.least, range.most, range.maximum].into_iter().flatten();
        assert!(ends.is_sorted() && (!range.text().is_empty() || range.maximum.is_some()));
        count += 1;
    }
    let table = claquette_factors::FILES.iter().find(|(name, _)| *name == "ranges.csv").unwrap().1;
    assert_eq!(count, table.lines().count() - 1);
}

/// A commute of 100 km beyond the 80.5 km (50 miles) that the Census Bureau calls long.
#[test]
fn an_extract_has_the_ranges_of_its_kinds() {
    let typed =
        br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": [{"id": "L1",
        "what": {"commute": {"people": "2", "days": "3", "distance": {"value": "100", "unit": "km"},
        "modes": [{"mode": "train", "share": "100"}]}}}]}"#;
    let first = priced(typed, &bundled(), &Options::default());
    let said: Vec<String> = first.warnings.iter().map(|warning| warning.message(Language::En)).collect();
    let by = "US Census Bureau, 2013, CB13-41: long-distance commutes";
    let unusual = format!("`distance`: 100 km is unusual; usually ≤ 80.5 km ({by}): check what was typed");
    assert!(said.contains(&unusual), "{said:?}");
    let files = replays(typed, &bundled(), &Options::default(), "ranges");
    let ranges = files.iter().find(|(name, _)| name.ends_with("/ranges.csv")).unwrap();
    let rows: Vec<&str> =
        ranges.1.lines().skip(1).map(|row| &row[..row.match_indices(',').nth(1).unwrap().0]).collect();
    assert_eq!(rows, ["commute,distance", "commute,occupants"]);
}

#[test]
fn a_table_of_ranges_says_what_is_wrong_with_it() {
    let problems = |text: &str| -> Vec<(String, String)> {
        let mut files = claquette_factors::FILES.to_vec();
        files.iter_mut().find(|(file, _)| *file == "ranges.csv").unwrap().1 = text;
        let problems: Vec<Diagnostic> = References::read("tables", &files).unwrap_err();
        problems.iter().map(|problem| (problem.code().into(), problem.location.to_string())).collect()
    };
    let at = |code: &str, place: &str| (code.to_string(), place.to_string());
    let header = "kind,field,unit,least,most,maximum,raw,source,source_row,note\n";
    let row = "trains,distance,mil,x,-1,0,,,,\n";
    let wrong = ["kind", "unit", "least", "most", "maximum", "source"];
    let wrong = wrong.map(|column| at("invalid-value", &format!("ranges.csv:2:{column}")));
    assert_eq!(problems(&[header, row].concat()), wrong);
    assert_eq!(problems("kind,field\n").len(), 8);
}
