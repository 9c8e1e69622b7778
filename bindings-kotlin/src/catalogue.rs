//! What the library says of itself: the catalogue of problems, the schemas, the version.

use claquette::output::{ENGINE, FootprintResult, Refusal};
use claquette::{Problem, UnknownTerm, schema as schema_of, wire};

use crate::error::BorderError;

/// The catalogue of problems as JSON.
#[uniffi::export]
pub(crate) fn catalogue() -> String {
    serde_json::to_string(Problem::CATALOGUE).unwrap_or_default()
}

/// A published JSON Schema.
#[uniffi::export]
pub(crate) fn schema(name: &str) -> Result<String, BorderError> {
    let schema = match name {
        "production" => schema_of::<wire::Production>("Claquette production, format 1"),
        "footprint" => schema_of::<FootprintResult>("Claquette footprint, format 1"),
        "refusal" => schema_of::<Refusal>("Claquette refusal, format 1"),
        _ => return Err(UnknownTerm::new("schema", name, &["production", "footprint", "refusal"]).into()),
    };
    Ok(format!("{schema:#}"))
}

/// The version of the engine.
#[uniffi::export]
pub(crate) fn version() -> String {
    ENGINE.to_string()
}
