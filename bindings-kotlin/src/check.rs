//! Is what was typed sound? Every problem at once.

use claquette::output::{Output, Refusal};
use claquette::{Limits, check_json};

use crate::references::References;

/// What checking found.
#[derive(Debug, uniffi::Record)]
pub(crate) struct Verdict {
    /// Whether there is no error.
    pub(crate) sound: bool,
    /// The problems, as the JSON of a refusal.
    pub(crate) refusal: String,
}

// A method, not a function: only then does uniffi's Kotlin keep the tables alive while it calls, and refuse
// those that were closed.
#[uniffi::export]
impl References {
    /// Whether a document is sound, and its problems.
    pub(crate) fn check(
        &self,
        document: Vec<u8>,
        bytes: Option<u64>,
        depth: Option<u32>,
        items: Option<u32>,
        problems: Option<u32>,
    ) -> Verdict {
        let usual = Limits::default();
        let limits = Limits {
            bytes: bytes.unwrap_or(usual.bytes),
            depth: depth.unwrap_or(usual.depth),
            items: items.unwrap_or(usual.items),
            problems: problems.unwrap_or(usual.problems),
        };
        let checked = check_json(&document, self.tables(), &limits);
        let sound = checked.production.is_some();
        Verdict { sound, refusal: Refusal::new(checked.diagnostics, checked.more).to_json() }
    }
}
