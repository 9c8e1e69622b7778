//! Productions that were sound until something happened to them.

use claquette_conformance::{bundled, fixtures};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::{answer, config, refused};

fn film() -> Vec<u8> {
    fixtures()[0].bytes()
}

fn magazine() -> Vec<u8> {
    fixtures()[1].bytes()
}

/// A text as its tokens: strings, punctuation, whatever stands between.
fn tokens(text: &str) -> Vec<&str> {
    let (mut tokens, mut start, mut inside) = (Vec::new(), 0, false);
    for (at, letter) in text.char_indices() {
        let boundary = if inside { letter == '"' } else { "{}[],:\" \n".contains(letter) };
        if boundary && !inside {
            tokens.push(&text[start..at]);
            start = at;
        }
        if boundary && (inside || letter != '"') {
            tokens.push(&text[start..=at]);
            start = at + 1;
        }
        if letter == '"' {
            inside = !inside;
        }
    }
    tokens.push(&text[start..]);
    tokens.retain(|token| !token.trim().is_empty());
    tokens
}

/// Cut off anywhere, a document is refused and what it lacks is named.
#[test]
fn truncation() {
    let references = bundled();
    for bytes in fixtures().map(|fixture| fixture.bytes()) {
        let end = bytes.trim_ascii_end().len();
        // Each step is odd, so that cuts fall everywhere in a line: all of the short ones, some of the long ones.
        for cut in (0..end).step_by(if end < 10_000 { 37 } else { 211 }) {
            let codes = refused(&bytes[..cut], &references);
            let expected = ["malformed-json", "invalid-utf8"];
            assert!(codes.iter().any(|code| expected.contains(code)), "at {cut}: {codes:?}");
        }
    }
}

/// A document is one value: nothing may follow it.
#[test]
fn repetition() {
    let bytes = magazine();
    assert!(refused(&[&bytes[..], &bytes[..]].concat(), &bundled()).contains(&"malformed-json"));
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn flipped_bytes(flips in prop::collection::vec((any::<Index>(), any::<u8>()), 1..6)) {
        let mut bytes = magazine();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        answer(&bytes, &bundled());
    }

    /// Flips that keep the text UTF-8, so that they reach further than the first check.
    #[test]
    fn flipped_letters(flips in prop::collection::vec((any::<Index>(), 32..127_u8), 1..4)) {
        let mut bytes = film();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            if bytes[at].is_ascii() {
                bytes[at] = byte;
            }
        }
        answer(&bytes, &bundled());
    }

    #[test]
    fn dropped_and_duplicated_tokens(edits in prop::collection::vec((any::<Index>(), 0..3_u8), 1..4)) {
        let bytes = magazine();
        let mut tokens = tokens(str::from_utf8(&bytes).unwrap());
        for (at, edit) in edits {
            let at = at.index(tokens.len());
            match edit {
                0 => drop(tokens.remove(at)),
                1 => tokens.insert(at, tokens[at]),
                _ => tokens.swap(at, 0),
            }
        }
        answer(tokens.concat().as_bytes(), &bundled());
    }

    /// Any value where another one was: the answer points at it, or takes it.
    #[test]
    fn values_in_the_wrong_place(from in any::<Index>(), to in any::<Index>()) {
        let bytes = magazine();
        let mut tokens = tokens(str::from_utf8(&bytes).unwrap());
        let values: Vec<usize> = (0..tokens.len()).filter(|at| !"{}[],:".contains(tokens[*at])).collect();
        tokens[values[to.index(values.len())]] = tokens[values[from.index(values.len())]];
        answer(tokens.concat().as_bytes(), &bundled());
    }
}
