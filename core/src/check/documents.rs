//! Checks of the documents that lines rest on.

use alloc::string::{String, ToString};

use crate::check::work::Ids;
use crate::collection::name_map::NameMap;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::field::list::each;
use crate::field::value;
use crate::text::folding::{is_of_word, upper};
use crate::text::shared::Text;
use crate::text::vocabulary::Term;
use crate::wire;

/// Checks the documents; returns their identifiers.
pub(crate) fn check<'a>(input: &'a wire::Production, findings: &mut Findings) -> Ids<'a> {
    let mut ids = Ids::default();
    let mut numbers = NameMap::default();
    each(input.documents.items(), "documents", findings, |document, findings| {
        if let Some(id) = document.id.given() {
            ids.add(id, findings);
        }
        value::date(findings, "date", &document.date);
        let wire::Document { kind, supplier, number, .. } = document;
        let (Some(kind), Some(supplier), Some(number)) = (kind.given(), supplier.given(), number.given())
        else {
            return;
        };
        // Words contain no line feed.
        let mut invoice =
            String::with_capacity(supplier.len().saturating_add(number.len()).saturating_add(32));
        invoice.extend([kind.text(), "\n"]);
        write_words(supplier, &mut invoice);
        invoice.push('\n');
        if !write_words(number, &mut invoice) {
            return;
        }
        if let Some(first) = numbers.enter(invoice, document.id.given()) {
            let first = first.map(Text::to_string).unwrap_or_default();
            findings.report_in("number", Problem::DocumentTwice { first });
        }
    });
    ids
}

/// Writes the words of a text in capitals, with one space between them: two people type the same number with other marks
/// between them. What comes back is whether there are any.
fn write_words(text: &str, out: &mut String) -> bool {
    let start = out.len();
    for letter in text.chars() {
        if is_of_word(letter) {
            out.push(upper(letter));
        } else if out.len() > start && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    out.len() > start
}
