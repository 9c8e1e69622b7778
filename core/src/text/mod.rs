//! Texts: letters, languages, vocabularies and the nearest word.

pub(crate) mod language;
pub(crate) mod letter;
pub(crate) mod suggestion;
pub(crate) mod unknown_word;
pub(crate) mod words;
