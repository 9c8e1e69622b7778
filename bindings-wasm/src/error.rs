//! What the border throws: a text of JSON, which holds a message and a refusal.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use claquette::output::{Output, Refusal};
use claquette::{Diagnostic, UnknownTerm};
use wasm_bindgen::JsValue;

/// What is thrown for problems of an input.
pub(crate) fn refused(diagnostics: Vec<Diagnostic>, more: u64) -> JsValue {
    let refusal = Refusal::new(diagnostics, more);
    thrown(refusal.message(), &refusal)
}

/// What is thrown for a word that a caller must not say here.
pub(crate) fn misuse(unknown: &UnknownTerm) -> JsValue {
    thrown(unknown.to_string(), &Refusal::new(Vec::new(), 0))
}

fn thrown(message: String, refusal: &Refusal) -> JsValue {
    let message = serde_json::to_string(&message).unwrap_or_default();
    alloc::format!(r#"{{"message":{message},"refusal":{}}}"#, refusal.to_json()).into()
}
