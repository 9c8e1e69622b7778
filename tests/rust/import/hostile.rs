//! Files that are not what they are taken for: a diagnostic with line and column, never half an import.

use claquette::Diagnostic;
use claquette::import::{AnomalyKind, Import, SkipReason, Skipped};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;

use crate::export::{Export, HEADER, read, windows_1252};
use crate::refused;

/// A small sound export with parts, gases and quotes.
fn sound() -> Export {
    Export::new()
        .element("1", "kgCO2e/kWh", "0,05", &[("Structure", "élément décomposé par poste")])
        .part("1", "Amont", "0,02", &[("CO2f", "0,02")])
        .part("1", "Combustion", "0,03", &[("CO2f", "3E-2")])
        .element("2", "kgCO2e/kg", "-5", &[("Nom base français", "le \"bac\" ; jaune")])
        .element("3", "kgCO2e/kg", "7", &[("Statut de l'élément", "Archivé")])
}

/// The problems of an export in which one cell is another.
#[track_caller]
fn changed(row: usize, column: &str, text: &str) -> Vec<(&'static str, String)> {
    let mut export = sound();
    let at = HEADER.split(';').position(|name| name == column).unwrap();
    export.rows[row][at] = text.to_string();
    refused(read(export.text().as_bytes()))
}

#[test]
fn a_cut_off_file() {
    let bytes = windows_1252(&sound().text());
    assert!(read(&bytes).is_ok());
    for cut in 0..bytes.len() {
        // The only cuts that leave a whole file are those between rows.
        match read(&bytes[..cut]) {
            Ok(import) => assert!(bytes[..cut].ends_with(b"\n") && import.elements.len() <= 2, "{cut}"),
            Err(problems) => assert!(problems.iter().all(Diagnostic::is_error) && !problems.is_empty()),
        }
    }
    // Within the last row, which begins on line 6.
    assert_eq!(refused(read(&bytes[..bytes.len() - 1])), [("cut-off", "base.csv:6".to_string())]);
}

#[test]
fn another_encoding() {
    let text = sound().text();
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(refused(read(&utf16)), [("wrong-encoding", "base.csv:1".to_string())]);
    // A workbook is a ZIP archive, whatever its name; a zero byte is in no text.
    let workbook = b"PK\x03\x04\x14\0\x06\0\x08\0";
    assert_eq!(refused(read(workbook)), [("wrong-encoding", "base.csv:1".to_string())]);
    let zero = text.replacen("0,05", "0,0\u{0}5", 1);
    assert_eq!(refused(read(zero.as_bytes())), [("wrong-encoding", "base.csv:2".to_string())]);
    let twice: String = text.bytes().map(char::from).collect();
    assert_eq!(refused(read(twice.as_bytes())), [("wrong-encoding", "base.csv:1".to_string())]);
}

#[test]
fn columns_that_are_missing_or_there_twice() {
    let text = sound().text();
    let renamed = text.replacen("Total poste non décomposé", "Total", 1);
    assert_eq!(
        refused(read(renamed.as_bytes())),
        [("missing-column", "base.csv:1:Total poste non décomposé".to_string())]
    );
    let twice = text.replacen(";CO2b", ";CO2f", 1);
    let problems = refused(read(twice.as_bytes()));
    assert_eq!(problems[0], ("duplicate-row", "base.csv:1:CO2f".to_string()));
    let bars = text.replace(';', "|");
    assert_eq!(refused(read(bars.as_bytes())).len(), 39); // every column: none is apart
}

/// A portal writes underscores, a Mac takes é apart, a spreadsheet puts tabs; and a point among decimal commas may be either.
#[test]
fn names_and_delimiters_of_other_tools() {
    let text = sound().text();
    let whole = read(text.as_bytes()).unwrap();
    let (head, rows) = text.split_once('\n').unwrap();
    for head in
        [head.replace(' ', "_"), head.replace('é', "e\u{301}"), head.to_uppercase(), head.replace('\'', "’")]
    {
        let import = read(format!("{head}\n{rows}").as_bytes()).unwrap();
        assert_eq!(import.elements, whole.elements, "{head}");
    }
    let tabs = read(text.replace(';', "\t").as_bytes()).unwrap();
    let values =
        |import: &Import| -> Vec<_> { import.elements.iter().map(|element| element.value).collect() };
    assert_eq!(values(&tabs), values(&whole));
    let total = "Total poste non décomposé";
    for (cell, is_known) in
        [("2.211", false), ("-12.500", false), ("0.211", true), ("2.21", true), ("2.2111", true)]
    {
        let mut export = sound();
        let at = HEADER.split(';').position(|name| name == total).unwrap();
        export.rows[3][at] = cell.to_string();
        let found = read(export.text().as_bytes());
        assert_eq!(found.is_ok(), is_known, "{cell}");
        if let Err(problems) = found {
            assert_eq!(problems[0].code(), "ambiguous-number", "{cell}");
        }
    }
}

/// What a later edition calls otherwise is left out or taken up as other, and said; all else serves.
#[test]
fn words_that_the_importer_does_not_know() {
    let with = |row: usize, column: &str, text: &str| {
        let mut export = sound();
        let at = HEADER.split(';').position(|name| name == column).unwrap();
        export.rows[row][at] = text.to_string();
        read(export.text().as_bytes()).unwrap()
    };
    let whole = sound().import();
    for (column, word) in [("Statut de l'élément", "Proposé"), ("Type de l'élément", "Facteur de stockage")]
    {
        let import = with(3, column, word);
        assert_eq!(import.elements.len() + 1, whole.elements.len(), "{word}");
        let is_told = |row: &Skipped| (row.line, row.reason) == (5, SkipReason::UnknownStatus);
        assert!(import.skipped.iter().any(is_told), "{word}");
    }
    let import = with(1, "Type poste", "Aval");
    assert_eq!(import.elements.len(), whole.elements.len());
    let anomaly = import.anomalies.iter().find(|anomaly| anomaly.kind == AnomalyKind::UnknownPart).unwrap();
    assert_eq!((anomaly.line, anomaly.other.as_str()), (3, "Aval"));
}

#[test]
fn columns_in_another_order_are_read_by_their_names() {
    let text = sound().text();
    let swapped: String = text
        .lines()
        .map(|line| {
            let (first, rest) = line.split_once(';').unwrap();
            format!("{rest};{first}\n")
        })
        .collect();
    let (one, other) = (read(text.as_bytes()).unwrap(), read(swapped.as_bytes()).unwrap());
    assert_eq!(one.elements, other.elements);
}

#[test]
fn columns_whose_contents_are_swapped() {
    // Its parts are not reported again.
    assert_eq!(changed(0, "Type Ligne", "1"), [("invalid-value", "base.csv:2:Type Ligne".to_string())]);
    let total = "Total poste non décomposé";
    assert_eq!(changed(0, total, "kgCO2e/kWh"), [("invalid-value", format!("base.csv:2:{total}"))]);
    assert_eq!(changed(0, total, ""), [("invalid-value", format!("base.csv:2:{total}"))]);
    assert_eq!(changed(1, "CO2f", "Amont"), [("invalid-value", "base.csv:3:CO2f".to_string())]);
}

#[test]
fn formulas_instead_of_values() {
    let total = "Total poste non décomposé";
    assert_eq!(changed(3, total, "=SOMME(A1:A3)"), [("formula", format!("base.csv:5:{total}"))]);
    assert_eq!(changed(3, total, "#REF!"), [("invalid-value", format!("base.csv:5:{total}"))]);
}

#[test]
fn one_identifier_twice_and_a_part_apart() {
    let id = "Identifiant de l'élément";
    assert_eq!(changed(3, id, "1"), [("duplicate-row", format!("base.csv:5:{id}"))]);
    assert_eq!(changed(2, id, "2"), [("orphan-part", format!("base.csv:4:{id}"))]);
    assert_eq!(changed(0, id, ""), [("invalid-value", format!("base.csv:2:{id}"))]);
}

#[test]
fn rows_of_another_length() {
    let text = sound().text().replacen("0,05", "0;05", 1);
    assert_eq!(refused(read(text.as_bytes()))[0], ("row-length", "base.csv:2".to_string()));
}

#[test]
fn an_open_quote() {
    let text = sound().text().replacen("kgCO2e/kg", "\"kgCO2e/kg", 1);
    // The quote opens on line 5, and all that follows is in its cell.
    assert_eq!(refused(read(text.as_bytes())), [("open-quote", "base.csv:5".to_string())]);
}

#[test]
fn nearly_nothing() {
    for bytes in [&b""[..], b"\n", b"\"", b";", b"\xff\xff", b"\0\0\0\0", b"Type Ligne\n", b"\xef\xbb\xbf"] {
        refused(read(bytes));
    }
}

#[test]
fn a_hundred_megabytes_of_quotes() {
    let quotes = vec![b'"'; 100 << 20];
    assert_eq!(refused(read(&quotes)), [("cut-off", "base.csv:1".to_string())]);
    let with_end = [&quotes[..], b"\n"].concat();
    assert_eq!(refused(read(&with_end)).len(), 39); // each column is missing
    let open = [HEADER.as_bytes(), b"\n", &quotes[..99_999], b"\n"].concat();
    assert_eq!(refused(read(&open)), [("open-quote", "base.csv:2".to_string())]);
}

#[test]
fn reading_stops_at_the_thousandth_problem() {
    let text = [HEADER, "\n", &"x\n".repeat(1_000_000)].concat();
    assert_eq!(refused(read(text.as_bytes())).len(), 1_000);
}

/// What spreadsheets and editors put into a file.
const BITS: &[&str] = &[
    "\"", ";", "\n", "\r\n", "\t", "=1+1", "é", "Ã©", "\u{feff}", "\0", "-", "1e99", "9", ",", " ", "Poste",
];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2022),
        ..ProptestConfig::default()
    })]

    /// Whatever is done to a file, it is refused with reasons, or it loads as a set.
    #[test]
    fn an_edited_file(
        edits in prop::collection::vec((any::<Index>(), 0..12_usize, select(BITS)), 1..6),
        latin in any::<bool>(),
    ) {
        let mut letters: Vec<char> = sound().text().chars().collect();
        for (at, dropped, new) in edits {
            let at = at.index(letters.len());
            let end = (at + dropped).min(letters.len());
            letters.splice(at..end, new.chars());
        }
        let text: String = letters.into_iter().collect();
        let is_latin = text.chars().all(|letter| u32::from(letter) < 256);
        let bytes = if latin && is_latin { windows_1252(&text) } else { text.into_bytes() };
        match read(&bytes) {
            Ok(import) => {
                let set = claquette_conformance::without_factors().with_set("base", &import.csv());
                // Of what an importer takes, a set may still refuse a unit's money or a number of digits.
                if let Err(problems) = set {
                    prop_assert!(!problems.is_empty() && problems.iter().all(Diagnostic::is_error));
                }
            }
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    prop_assert!(problem.is_error() && problem.location.to_string().starts_with("base.csv:"));
                    prop_assert!(problem.to_string().len() < 4096);
                }
            }
        }
    }
}
