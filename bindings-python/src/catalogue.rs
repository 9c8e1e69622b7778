//! What the library says of itself: the catalogue of problems, the schemas, the version.

use claquette::output::{ENGINE, FootprintSummary, Refusal};
use claquette::{Footprint, Problem, UnknownTerm, schema as schema_of, wire};
use pyo3::prelude::*;

use crate::error::misuse;

/// The catalogue of problems as JSON.
#[pyfunction]
pub(crate) fn catalogue() -> String {
    serde_json::to_string(Problem::CATALOGUE).unwrap_or_default()
}

/// The names of the published JSON Schemas.
const SCHEMAS: [&str; 4] = ["production", "footprint", "summary", "refusal"];

/// A published JSON Schema.
#[pyfunction]
pub(crate) fn schema(name: &str) -> PyResult<String> {
    let schema = match name {
        "production" => schema_of::<wire::Production>("Claquette production, format 1"),
        "footprint" => schema_of::<Footprint>("Claquette footprint, format 1"),
        "summary" => schema_of::<FootprintSummary>("Claquette summary of a footprint, format 1"),
        "refusal" => schema_of::<Refusal>("Claquette refusal, format 1"),
        _ => return Err(misuse(&UnknownTerm::new("schema", name, &SCHEMAS))),
    };
    Ok(format!("{schema:#}"))
}

/// The version of the engine.
#[pyfunction]
pub(crate) fn version() -> &'static str {
    ENGINE
}
