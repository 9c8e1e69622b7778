//! What the border throws: a text of JSON, which holds a message and a refusal.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use claquette::output::{Output, Refusal};
use claquette::{Diagnostic, Language, Location, Word};
use wasm_bindgen::JsValue;

/// How many errors a message tells.
const TOLD: usize = 5;

/// What is thrown for problems of an input.
pub(crate) fn refused(diagnostics: Vec<Diagnostic>, more: u64) -> JsValue {
    let message = message(&diagnostics);
    thrown(message, &Refusal::new(diagnostics, more))
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

/// The first errors in English, one a line.
fn message(diagnostics: &[Diagnostic]) -> String {
    let errors: Vec<&Diagnostic> = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).collect();
    let mut lines: Vec<String> = errors.iter().take(TOLD).map(|error| said(error)).collect();
    match errors.len().saturating_sub(TOLD) {
        0 => {}
        more => lines.push(alloc::format!("and {more} more")),
    }
    lines.join("\n")
}

/// A problem after the place where it stands; the root of a document has no name.
fn said(error: &Diagnostic) -> String {
    match &error.location {
        Location::Pointer(pointer) if pointer.is_empty() => error.message(Language::En),
        _ => error.to_string(),
    }
}
