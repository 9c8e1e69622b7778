//! A look into factors: search and explanation. The difference of two collections and the importers would be a
//! fifth more of what every page fetches; Rust, Python and Kotlin have them.

use alloc::string::String;

use claquette::output::{FactorSearch, Output};
use claquette::{Language, explain as explain_factor};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::{misuse, refused};
use crate::references::References;

/// The factors that a few words are about, as JSON.
#[wasm_bindgen]
pub fn search(references: &References, text: &str, most: u32) -> String {
    FactorSearch::of(references.tables(), text, usize::try_from(most).unwrap_or(usize::MAX)).to_json()
}

/// One factor in a paragraph.
///
/// # Errors
/// An unknown identifier or language.
#[wasm_bindgen]
pub fn explain(references: &References, id: &str, code: &str) -> Result<String, JsValue> {
    let language = Language::named(code).map_err(|unknown| misuse(&unknown))?;
    let tables = references.tables();
    let factor = tables.find_factor(id).map_err(|problem| refused(alloc::vec![problem], 0))?;
    Ok(explain_factor(factor, tables, language))
}
