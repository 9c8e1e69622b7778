//! Checks of the documents that lines rest on.

use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::string::String;

use super::header::each;
use super::values;
use super::work::Ids;
use crate::diagnostic::{Findings, Problem};
use crate::letter::{is_of_word, upper};
use crate::wire;

/// Checks the documents; what comes back are their identifiers.
pub(super) fn check<'a>(typed: &'a wire::Production, findings: &mut Findings) -> Ids<'a> {
    let mut ids = Ids::default();
    let mut numbers = BTreeMap::new();
    each(typed.documents.items(), "documents", findings, |document, findings| {
        if let Some(id) = document.id.given() {
            ids.add(id, findings);
        }
        values::date(findings, "date", &document.date);
        let wire::Document { kind, supplier, number, .. } = document;
        let (Some(kind), Some(supplier), Some(number)) = (kind.given(), supplier.given(), number.given())
        else {
            return;
        };
        let number = words_of(number);
        if number.is_empty() {
            return;
        }
        match numbers.entry((*kind, words_of(supplier), number)) {
            Entry::Vacant(new) => _ = new.insert(document.id.given()),
            Entry::Occupied(first) => {
                let first = first.get().cloned().unwrap_or_default();
                findings.report_in("number", Problem::DocumentTwice { first });
            }
        }
    });
    ids
}

/// The words of a text in capitals, with one space between them: two people type the same number with other marks between them.
fn words_of(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_of_word(letter) {
            words.push(upper(letter));
        } else if !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words.truncate(words.trim_end().len());
    words
}
