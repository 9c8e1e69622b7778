//! A look into factors: search, explanation, difference.

use claquette::output::{FactorDifference, FactorSearch, Output};
use claquette::{Language, explain as explain_factor};
use pyo3::prelude::*;

use crate::error::{misuse, refused};
use crate::references::References;

/// The factors that a few words are about, as JSON.
#[pyfunction]
pub(crate) fn search(py: Python<'_>, references: &References, text: &str, most: usize) -> String {
    py.detach(|| FactorSearch::of(references.tables(), text, most).to_json())
}

/// One factor in a paragraph.
#[pyfunction]
pub(crate) fn explain(references: &References, id: &str, code: &str) -> PyResult<String> {
    let language = Language::named(code).map_err(|unknown| misuse(&unknown))?;
    let tables = references.tables();
    let factor = tables.find_factor(id).map_err(|problem| refused(vec![problem], 0))?;
    Ok(explain_factor(factor, tables, language))
}

/// The difference of two collections of factors, as JSON.
#[pyfunction]
pub(crate) fn difference(py: Python<'_>, before: &References, after: &References) -> String {
    py.detach(|| FactorDifference::between(before.tables(), after.tables()).to_json())
}
