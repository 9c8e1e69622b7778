//! Productions that were sound until something happened to them.

use std::collections::BTreeSet;

use claquette_conformance::{bundled, fixtures};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::{answer, config, refused, stays_refused};

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

/// Every value of a document in turn, by its pointer.
fn pointers(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_string());
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| pointers(value, &format!("{here}/{name}"), all));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, value)| pointers(value, &format!("{here}/{at}"), all));
        }
        _ => {}
    }
}

/// Values of every shipped production, of one line of each kind, become something else, get a field that no record has,
/// or appear twice: what is refused for it stays refused.
#[test]
fn what_could_not_be_read_stays_unreadable() {
    let references = bundled();
    let mut tried = 0;
    for fixture in fixtures() {
        let mut production: Value = serde_json::from_slice(&fixture.bytes()).unwrap();
        let mut kinds = BTreeSet::new();
        let lines = production["lines"].as_array_mut().unwrap();
        lines.retain(|line| {
            line["what"].as_object().is_none_or(|what| what.keys().any(|kind| kinds.insert(kind.clone())))
        });
        let mut all = Vec::new();
        pointers(&production, "", &mut all);
        // An odd step that no list of fields has as its length: over all productions every field is met.
        for (at, pointer) in all.iter().enumerate().step_by(11) {
            let others = [json!([3]), json!("text"), json!({"unknown": 1}), json!(null), json!(true)];
            let mut mutant = production.clone();
            *mutant.pointer_mut(pointer).unwrap() = others[at / 11 % others.len()].clone();
            stays_refused(mutant.to_string().as_bytes(), &references);
            if let Some(fields) = production.pointer(pointer).unwrap().as_object() {
                let mut mutant = production.clone();
                mutant.pointer_mut(pointer).unwrap()["unknown"] = json!(1);
                refused(mutant.to_string().as_bytes(), &references);
                let (name, value) = fields.iter().next().unwrap();
                *mutant.pointer_mut(pointer).unwrap() = json!("MARK");
                let twice = format!("{{{}:{value},{}:{value}}}", json!(name), json!(name));
                refused(mutant.to_string().replacen("\"MARK\"", &twice, 1).as_bytes(), &references);
                tried += 2;
            }
            tried += 1;
        }
    }
    assert!(tried > 500, "only {tried} were tried");
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
