//! The languages that people read.

use crate::unknown_word::UnknownWord;

/// A language of messages, labels and reports. French and English are equals.
///
/// ```
/// use claquette::Language;
/// assert_eq!(Language::parse("fr"), Some(Language::Fr));
/// assert_eq!(Language::parse("de"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// French.
    Fr,
    /// English.
    En,
}

impl Language {
    /// The language of an ISO 639-1 code, `fr` or `en`.
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "fr" => Some(Self::Fr),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The language of an ISO 639-1 code, `fr` or `en`.
    ///
    /// # Errors
    /// Any other code.
    pub fn named(code: &str) -> Result<Self, UnknownWord> {
        Self::parse(code).ok_or_else(|| UnknownWord::new("language", code, &["fr", "en"]))
    }

    /// The colon between two phrases: French puts a space before it.
    pub(crate) fn colon(self) -> &'static str {
        self.pick("\u{a0}: ", ": ")
    }

    /// The semicolon between two phrases: French puts a space before it.
    pub(crate) fn semicolon(self) -> &'static str {
        self.pick("\u{a0}; ", "; ")
    }

    /// The one of two texts that is in this language.
    pub(crate) fn pick<T>(self, fr: T, en: T) -> T {
        match self {
            Self::Fr => fr,
            Self::En => en,
        }
    }
}
