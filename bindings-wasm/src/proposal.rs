//! Lines that follow from the calendar.

use alloc::string::String;

use claquette::output::Output;
use claquette::{check_json, propose as propose_lines};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::check::limits_of;
use crate::error::refused;
use crate::references::References;

/// The lines that follow from the calendar of a document, as JSON.
///
/// # Errors
/// Every problem of the document; that it has no line yet is none.
#[wasm_bindgen]
pub fn propose(
    document: &[u8],
    references: &References,
    bytes: Option<u32>,
    depth: Option<u32>,
    items: Option<u32>,
    problems: Option<u32>,
) -> Result<String, JsValue> {
    let limits = limits_of(bytes, depth, items, problems);
    let checked = check_json(document, references.tables(), &limits);
    match propose_lines(&checked) {
        Some(proposal) => Ok(proposal.to_json()),
        None => Err(refused(checked.diagnostics, checked.omitted)),
    }
}
