//! The fields of a record that could not be read into it.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;

/// The names of the fields that a record was given but cannot hold: unknown fields and repeated ones.
///
/// Such a record is invalid and is not written, so that nothing that was entered is lost silently. Clear the names
/// once the record has been corrected.
///
/// ```
/// use claquette::{Limits, References, check, check_json};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let text = br#"{"format": 1, "kind": "news", "lines": [], "tittle": "Brest"}"#;
/// let mut input = check_json(text, &references, &Limits::default()).input.unwrap();
/// assert_eq!(input.unread.names(), ["tittle"]);
/// assert!(serde_json::to_string(&input).is_err());
/// assert_eq!(check(input.clone(), &references).diagnostics[0].code(), "unknown-field");
/// input.unread.clear();
/// assert!(check(input, &references).diagnostics.iter().all(|problem| problem.code() != "unknown-field"));
/// ```
// A thin pointer, because every record has one and nearly all are empty.
#[expect(clippy::box_collection, reason = "a vector is three words, in each record")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unread(Option<Box<Vec<String>>>);

impl Unread {
    /// The names, in the order of the document.
    pub fn names(&self) -> &[String] {
        self.0.as_deref().map_or(&[], Vec::as_slice)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.names().is_empty()
    }

    /// Removes them.
    pub fn clear(&mut self) {
        self.0 = None;
    }

    /// Adds a name.
    pub(crate) fn push(&mut self, name: String) {
        self.0.get_or_insert_default().push(name);
    }

    /// Reports them, for a record with these fields. Not inlined, so that all records share one copy.
    #[cold]
    #[inline(never)]
    pub(crate) fn report(&self, fields: &[&'static str], findings: &mut Findings) {
        for name in self.names() {
            if fields.contains(&name.as_str()) {
                findings.suggest_unknown(name, Problem::DuplicateField { field: name.clone() }, |_| None);
            } else {
                let problem = Problem::UnknownField { field: name.clone() };
                findings
                    .suggest_unknown(name, problem, |guesses| guesses.nearest(name, fields.iter().copied()));
            }
        }
    }
}
