//! Lines that follow from the calendar.

use claquette::output::Output;
use claquette::{check_json, propose as propose_lines};
use pyo3::prelude::*;

use crate::check::{Given, limits_of};
use crate::error::refused;
use crate::references::References;

/// The lines that follow from the calendar of a document, as JSON.
#[pyfunction]
pub(crate) fn propose(
    py: Python<'_>,
    document: &[u8],
    references: &References,
    limits: Given,
) -> PyResult<String> {
    let limits = limits_of(limits);
    let proposed = py.detach(|| {
        let checked = check_json(document, references.tables(), &limits);
        propose_lines(&checked)
            .map(|proposal| proposal.to_json())
            .ok_or((checked.diagnostics, checked.omitted))
    });
    proposed.map_err(|(diagnostics, more)| refused(diagnostics, more))
}
