//! The problems of tables and of stored results: the first ones in full, the others as a count.

use alloc::vec::Vec;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;

/// How many problems are kept.
const MOST: usize = 1_000;

/// The problems found so far. A table of any size may be wrong in every row, a stored result in every field.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    kept: Vec<Diagnostic>,
    omitted: u64,
}

impl Problems {
    /// Adds a problem, or counts it.
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        match &*diagnostic.problem {
            // The count of another table is added to this one.
            Problem::OtherProblems { count } => self.omitted = self.omitted.saturating_add(*count),
            _ if self.kept.len() < MOST => self.kept.push(diagnostic),
            _ => self.omitted = self.omitted.saturating_add(1),
        }
    }

    /// Adds problems, or counts them.
    pub(crate) fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        diagnostics.into_iter().for_each(|diagnostic| self.push(diagnostic));
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// How many are kept and counted.
    pub(crate) fn count(&self) -> u64 {
        u64::try_from(self.kept.len()).unwrap_or(u64::MAX).saturating_add(self.omitted)
    }

    /// The problems that are kept. If there are more, a last one at the location of the one before it gives their
    /// number.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        if let (Some(last), true) = (self.kept.last(), self.omitted > 0) {
            let others =
                Diagnostic::at(last.location.clone(), Problem::OtherProblems { count: self.omitted });
            self.kept.push(others);
        }
        self.kept
    }
}
