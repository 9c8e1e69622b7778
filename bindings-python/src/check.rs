//! Is what was typed sound? Every problem at once.

use claquette::output::{Output, Refusal};
use claquette::{Limits, check_json};
use pyo3::prelude::*;

use crate::references::References;

/// Whether a document is sound, and its problems as the JSON of a refusal.
#[pyfunction]
#[pyo3(signature = (document, references, bytes=None, depth=None, items=None, problems=None))]
pub(crate) fn check(
    py: Python<'_>,
    document: &[u8],
    references: &References,
    bytes: Option<u64>,
    depth: Option<u32>,
    items: Option<u32>,
    problems: Option<u32>,
) -> (bool, String) {
    let usual = Limits::default();
    let limits = Limits {
        bytes: bytes.unwrap_or(usual.bytes),
        depth: depth.unwrap_or(usual.depth),
        items: items.unwrap_or(usual.items),
        problems: problems.unwrap_or(usual.problems),
    };
    py.detach(|| {
        let checked = check_json(document, references.tables(), &limits);
        (checked.production.is_some(), Refusal::new(checked.diagnostics, checked.more).to_json())
    })
}
