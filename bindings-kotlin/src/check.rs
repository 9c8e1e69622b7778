//! Is what was typed sound? Every problem at once.

use claquette::output::{Output, Refusal};
use claquette::{Limits as Most, check_json};

use crate::references::References;

/// What checking found.
#[derive(Debug, uniffi::Record)]
pub(crate) struct Verdict {
    /// Whether there is no error.
    pub(crate) sound: bool,
    /// The problems, as the JSON of a refusal.
    pub(crate) refusal: String,
}

/// How large an input may be; what is not given is as the core has it.
#[derive(Debug, Clone, Copy, uniffi::Record)]
pub(crate) struct GivenLimits {
    /// The most bytes of a document.
    pub(crate) bytes: Option<u64>,
    /// The most nested levels.
    pub(crate) depth: Option<u32>,
    /// The most items of a list.
    pub(crate) items: Option<u32>,
    /// The most problems that are kept.
    pub(crate) problems: Option<u32>,
}

impl GivenLimits {
    /// The limits for the core.
    pub(crate) fn most(self) -> Most {
        Most::given(self.bytes, self.depth, self.items, self.problems)
    }
}

// A method, not a function: only then does uniffi's Kotlin keep the tables alive while it calls, and refuse
// those that were closed.
#[uniffi::export]
impl References {
    /// Whether a document is sound, and its problems.
    pub(crate) fn check(&self, document: Vec<u8>, limits: GivenLimits) -> Verdict {
        let checked = check_json(&document, self.tables(), &limits.most());
        let sound = checked.production.is_some();
        Verdict { sound, refusal: Refusal::new(checked.diagnostics, checked.omitted).to_json() }
    }
}
