//! Is what was typed sound? Every problem at once.

use alloc::string::String;

use claquette::output::{Output, Refusal};
use claquette::{Aviation, Limits, Production, check_json, check_json_with};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::refused;
use crate::references::References;

/// Whether a document is sound, and its problems as a refusal: `{"sound": …, "refusal": …}`.
#[wasm_bindgen]
pub fn check(
    document: &[u8],
    references: &References,
    bytes: Option<u32>,
    depth: Option<u32>,
    items: Option<u32>,
    problems: Option<u32>,
) -> String {
    let limits = limits_of(bytes, depth, items, problems);
    let checked = check_json(document, references.tables(), &limits);
    let sound = checked.production.is_some();
    let refusal = Refusal::new(checked.diagnostics, checked.omitted).to_json();
    alloc::format!(r#"{{"sound":{sound},"refusal":{refusal}}}"#)
}

/// The SHA-256 of the canonical JSON of the production of a document.
///
/// # Errors
/// Every problem of the document.
#[wasm_bindgen]
pub fn sha256(
    document: &[u8],
    references: &References,
    bytes: Option<u32>,
    depth: Option<u32>,
    items: Option<u32>,
    problems: Option<u32>,
) -> Result<String, JsValue> {
    let limits = limits_of(bytes, depth, items, problems);
    sound(document, references, &limits, Aviation::ByPlace).map(|production| production.sha256())
}

/// The production of a document.
pub(crate) fn sound(
    document: &[u8],
    references: &References,
    limits: &Limits,
    aviation: Aviation,
) -> Result<Production, JsValue> {
    let checked = check_json_with(document, references.tables(), limits, aviation);
    checked.production.ok_or_else(|| refused(checked.diagnostics, checked.omitted))
}

/// The limits that are given, else the usual ones.
pub(crate) fn limits_of(
    bytes: Option<u32>,
    depth: Option<u32>,
    items: Option<u32>,
    problems: Option<u32>,
) -> Limits {
    Limits::given(bytes.map(u64::from), depth, items, problems)
}
