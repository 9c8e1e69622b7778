//! Is what was typed sound? Every problem at once.

use claquette::output::{Output, Refusal};
use claquette::{Limits, check_json};
use pyo3::prelude::*;

use crate::error::refused;
use crate::references::References;

/// How large an input may be, as it crosses the border: bytes, depth, items, problems.
pub(crate) type Given = (Option<u64>, Option<u32>, Option<u32>, Option<u32>);

/// Whether a document is sound, and its problems as the JSON of a refusal.
#[pyfunction]
pub(crate) fn check(
    py: Python<'_>,
    document: &[u8],
    references: &References,
    limits: Given,
) -> (bool, String) {
    let limits = limits_of(limits);
    py.detach(|| {
        let checked = check_json(document, references.tables(), &limits);
        (checked.production.is_some(), Refusal::new(checked.diagnostics, checked.omitted).to_json())
    })
}

/// The SHA-256 of the canonical JSON of the production of a document.
#[pyfunction]
pub(crate) fn sha256(
    py: Python<'_>,
    document: &[u8],
    references: &References,
    limits: Given,
) -> PyResult<String> {
    let limits = limits_of(limits);
    let hash = py.detach(|| {
        let checked = check_json(document, references.tables(), &limits);
        let hash = checked.production.map(|production| production.sha256());
        hash.ok_or((checked.diagnostics, checked.omitted))
    });
    hash.map_err(|(diagnostics, more)| refused(diagnostics, more))
}

/// The limits that are given, else the usual ones.
pub(crate) fn limits_of((bytes, depth, items, problems): Given) -> Limits {
    Limits::given(bytes, depth, items, problems)
}
