//! What the library says of itself: the catalogue of problems, the schemas, the version.

use alloc::string::{String, ToString};

use claquette::Problem;
use claquette::output::ENGINE;
use wasm_bindgen::prelude::wasm_bindgen;

/// The catalogue of problems as JSON.
#[wasm_bindgen]
pub fn catalogue() -> String {
    serde_json::to_string(Problem::CATALOGUE).unwrap_or_default()
}

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    ENGINE.to_string()
}
