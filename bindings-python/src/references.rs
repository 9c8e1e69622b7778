//! What a computation looks things up in.

use std::sync::OnceLock;

use claquette::{Diagnostic, References as Tables, TableHash};
use pyo3::prelude::*;

use crate::error::refused;

type Read = Result<Tables, Vec<Diagnostic>>;

/// The bundled tables are read once; whoever asks again gets the same ones.
static BUNDLED: OnceLock<Read> = OnceLock::new();

/// Tables that do not change, shared between threads.
#[pyclass(frozen, module = "claquette._native")]
#[derive(Debug)]
pub(crate) struct References(Tables);

#[pymethods]
impl References {
    /// The bundled tables, with the airports, the cities and the stations.
    #[staticmethod]
    fn bundled(py: Python<'_>) -> PyResult<Self> {
        made(py.detach(|| BUNDLED.get_or_init(Tables::bundled).clone()))
    }

    /// Reads a bundle of tables under a name.
    #[staticmethod]
    fn read(py: Python<'_>, name: &str, files: Vec<(String, String)>) -> PyResult<Self> {
        made(py.detach(|| {
            let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
            Tables::read(name, &files)
        }))
    }

    /// Reads an extract.
    #[staticmethod]
    fn read_extract(py: Python<'_>, files: Vec<(String, String)>) -> PyResult<Self> {
        made(py.detach(|| {
            let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
            Tables::read_extract(&files)
        }))
    }

    /// The same tables, if they are those that are pinned.
    fn pinned(&self, pins: Vec<(String, String)>) -> PyResult<Self> {
        let pins: Vec<(&str, &str)> = pins.iter().map(|(name, sha256)| (&**name, &**sha256)).collect();
        made(self.0.clone().pinned(&pins))
    }

    /// Puts a set of the user's own before the bundled one.
    fn with_set(&self, py: Python<'_>, name: &str, csv: &str) -> PyResult<Self> {
        made(py.detach(|| self.0.clone().with_set(name, csv)))
    }

    /// Puts assumptions of the user's own before the bundled ones.
    fn with_assumptions(&self, py: Python<'_>, name: &str, csv: &str) -> PyResult<Self> {
        made(py.detach(|| self.0.clone().with_assumptions(name, csv)))
    }

    /// Replaces the declared proxies.
    fn with_proxies(&self, py: Python<'_>, name: &str, csv: &str) -> PyResult<Self> {
        made(py.detach(|| self.0.clone().with_proxies(name, csv)))
    }

    /// Adds the table of airports.
    fn with_airports(&self, py: Python<'_>, name: &str, csv: &str) -> PyResult<Self> {
        made(py.detach(|| self.0.clone().with_airports(name, csv)))
    }

    /// The SHA-256 of the extract that they were read from.
    fn extract(&self) -> Option<String> {
        self.0.extract().map(str::to_string)
    }

    /// Adds the table of cities.
    fn with_cities(&self, py: Python<'_>, name: &str, csv: &str) -> PyResult<Self> {
        made(py.detach(|| self.0.clone().with_cities(name, csv)))
    }

    /// Adds the table of stations.
    fn with_stations(&self, py: Python<'_>, name: &str, csv: &str) -> PyResult<Self> {
        made(py.detach(|| self.0.clone().with_stations(name, csv)))
    }

    /// The name and the SHA-256 of each set and table.
    fn hashes(&self) -> Vec<(String, String, Option<String>)> {
        let row = |hash: TableHash<'_>| {
            (hash.name.to_string(), hash.sha256.to_string(), hash.extract.map(str::to_string))
        };
        self.0.hashes().map(row).collect()
    }
}

impl References {
    /// The tables.
    pub(crate) fn tables(&self) -> &Tables {
        &self.0
    }
}

fn made(read: Read) -> PyResult<References> {
    read.map(References).map_err(|problems| refused(problems, 0))
}
