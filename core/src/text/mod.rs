//! Texts: letters, languages, vocabularies and the nearest word.

pub(crate) mod folding;
pub(crate) mod language;
pub(crate) mod printable;
pub(crate) mod quotation;
pub(crate) mod shared;
pub(crate) mod similarity;
pub(crate) mod unknown_term;
pub(crate) mod vocabulary;
