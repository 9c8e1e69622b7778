//! What the library says of itself: the catalogue of problems, the schemas, the version.

use claquette::output::{ENGINE, FootprintResult, Refusal};
use claquette::{Problem, UnknownTerm, schema as schema_of, wire};
use pyo3::prelude::*;

use crate::error::misuse;

/// The catalogue of problems as JSON.
#[pyfunction]
pub(crate) fn catalogue() -> String {
    serde_json::to_string(Problem::CATALOGUE).unwrap_or_default()
}

/// A published JSON Schema.
#[pyfunction]
pub(crate) fn schema(name: &str) -> PyResult<String> {
    let schema = match name {
        "production" => schema_of::<wire::Production>("Claquette production, format 1"),
        "footprint" => schema_of::<FootprintResult>("Claquette footprint, format 1"),
        "refusal" => schema_of::<Refusal>("Claquette refusal, format 1"),
        _ => return Err(misuse(&UnknownTerm::new("schema", name, &["production", "footprint", "refusal"]))),
    };
    Ok(format!("{schema:#}"))
}

/// The version of the engine.
#[pyfunction]
pub(crate) fn version() -> &'static str {
    ENGINE
}
