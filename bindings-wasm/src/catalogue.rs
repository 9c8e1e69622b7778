//! What the library says of itself: the catalogue of problems, the schemas, the version.

use alloc::string::{String, ToString};

use claquette::output::ENGINE;
use claquette::{Problem, Word};
use serde_json::{Value, json};
use wasm_bindgen::prelude::wasm_bindgen;

/// The catalogue of problems as JSON.
#[wasm_bindgen]
pub fn catalogue() -> String {
    let rows = Problem::CATALOGUE.iter().map(|row| {
        json!({
            "code": row.code,
            "severity": row.severity.text(),
            "parameters": row.parameters,
            "fr": row.fr,
            "en": row.en,
        })
    });
    rows.collect::<Value>().to_string()
}

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    ENGINE.to_string()
}
