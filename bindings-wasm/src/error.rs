//! What the border throws: a text of JSON, which holds a message and a refusal.

use alloc::string::String;
use alloc::vec::Vec;

use claquette::output::{Output, Refusal};
use claquette::{Diagnostic, Language, Word};
use wasm_bindgen::JsValue;

/// What is thrown for problems of an input.
pub(crate) fn refused(diagnostics: Vec<Diagnostic>, more: u64) -> JsValue {
    let refusal = Refusal::new(diagnostics, more);
    thrown(refusal.message(), &refusal)
}

/// What is thrown for a word that a caller must not say here.
pub(crate) fn misuse(what: &str, given: &str, allowed: &str) -> JsValue {
    let message = alloc::format!("unknown {what} `{given}`; allowed: {allowed}");
    thrown(message, &Refusal::new(Vec::new(), 0))
}

/// A word of a vocabulary, or what is thrown and names all of them.
pub(crate) fn word<T: Word>(what: &str, text: &str) -> Result<T, JsValue> {
    let allowed = || T::ROWS.iter().map(|row| row.text).collect::<Vec<_>>().join(", ");
    T::parse(text).ok_or_else(|| misuse(what, text, &allowed()))
}

/// A language, or what is thrown and names both.
pub(crate) fn language(code: &str) -> Result<Language, JsValue> {
    Language::parse(code).ok_or_else(|| misuse("language", code, "fr, en"))
}

fn thrown(message: String, refusal: &Refusal) -> JsValue {
    let message = serde_json::to_string(&message).unwrap_or_default();
    alloc::format!(r#"{{"message":{message},"refusal":{}}}"#, refusal.to_json()).into()
}
