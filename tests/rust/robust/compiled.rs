//! Compiled tables that something happened to on their way: they are refused, or read with every check.

use claquette::References;
use claquette_factors::COMPILED;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::config;

fn asset(name: &str) -> &'static [u8] {
    COMPILED.iter().find(|(file, _)| *file == name).expect("a compiled table").1
}

/// Reads what was given; what is refused has a reason with a place and words.
fn assert_answered(assets: &[&[u8]]) {
    match References::read_compiled(assets) {
        Ok(references) => assert!(references.hashes().all(|hash| hash.sha256.len() == 64)),
        Err(problems) => {
            assert!(!problems.is_empty());
            assert!(problems.iter().all(|problem| problem.is_error() && !problem.to_string().is_empty()));
        }
    }
}

/// What a bad line, a wrong file or somebody does to bytes: cuts them, puts others in, or other ones in their place.
fn damaged(bytes: &[u8], (at, length): (Index, usize), put: &[u8]) -> Vec<u8> {
    let start = at.index(bytes.len());
    let end = (start + length).min(bytes.len());
    [&bytes[..start], put, &bytes[end..]].concat()
}

/// Beginnings of the right form: the mark, then any kind, notes or not, an empty name and hash, and anything.
fn nearly() -> impl Strategy<Value = Vec<u8>> {
    let rest = prop::collection::vec(prop_oneof![Just(0_u8), Just(1), Just(255), any::<u8>()], 0..60);
    (0..9_u8, 0..3_u8, rest)
        .prop_map(|(kind, notes, rest)| [b"CLAQ\x01", &[kind, notes, 0, 0][..], &rest].concat())
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn any_bytes_are_answered(one in nearly(), other in nearly(), any in prop::collection::vec(any::<u8>(), 0..40)) {
        assert_answered(&[&one]);
        assert_answered(&[&one, &other, &any]);
    }
}

proptest! {
    #![proptest_config(config(120))]

    #[test]
    fn damaged_tables_are_answered(
        name in select(&["tables.bin", "tables.bin", "tables-notes.bin", "stations.bin"][..]),
        place in any::<Index>().prop_flat_map(|at| (Just(at), 0..4_usize)),
        put in prop::collection::vec(any::<u8>(), 0..4),
    ) {
        let bytes = damaged(asset(name), place, &put);
        let with = |file: &str| if file == name { bytes.clone() } else { asset(file).to_vec() };
        let assets = ["tables.bin", "tables-notes.bin", "stations.bin"].map(with);
        assert_answered(&assets.each_ref().map(Vec::as_slice));
    }
}

/// A word of a column can stand in each of many rows: few bytes that would be more text than fits are refused.
#[test]
fn few_bytes_do_not_become_much_text() {
    let count = |count: usize| {
        let bytes = [count & 0x7f, count >> 7 & 0x7f, count >> 14 & 0x7f, count >> 21];
        let last = bytes.iter().rposition(|byte| *byte > 0).unwrap_or_default();
        let set = |(at, byte): (usize, &usize)| *byte as u8 | if at < last { 0x80 } else { 0 };
        bytes[..=last].iter().enumerate().map(set).collect::<Vec<u8>>()
    };
    let (rows, word) = (1 << 20, "x".repeat(1 << 12));
    // The bundle, no notes, no name, no hash; one file `k` of so many rows with the column `c`; one word, in all of them.
    let mut bytes =
        [b"CLAQ\x01".as_slice(), &[1, 0, 0, 0, 1, 1, b'k'], &count(rows), &[1, b'c', 1, 1, b'c', 0, 1, 0]]
            .concat();
    bytes.extend(count(word.len()));
    bytes.extend(word.as_bytes());
    bytes.push(1);
    bytes.push(0);
    bytes.extend(vec![1; rows - 1]);
    let problems = References::read_compiled(&[&bytes]).unwrap_err();
    assert_eq!(problems[0].code(), "missing-notes");
}
