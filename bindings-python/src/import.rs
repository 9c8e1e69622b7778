//! Importers: a published base of factors, as its bytes, becomes a set.

use claquette::output::{ImportedBase, Output};
use pyo3::prelude::*;

use crate::error::refused;
use crate::references::References;

/// What an importer makes of a file, as JSON; with the bundled key maps if none are given.
#[pyfunction]
pub(crate) fn import_base(
    py: Python<'_>,
    references: &References,
    file: &str,
    bytes: &[u8],
    maps: Option<Vec<(String, String)>>,
) -> PyResult<String> {
    let read = py.detach(|| {
        let given: Option<Vec<(&str, &str)>> =
            maps.as_ref().map(|maps| maps.iter().map(|(name, text)| (&**name, &**text)).collect());
        let maps = given.as_deref().unwrap_or(claquette_factors::KEY_MAPS);
        ImportedBase::read(file, bytes, maps, references.tables())
    });
    read.map(|imported| imported.to_json()).map_err(|problems| refused(problems, 0))
}
