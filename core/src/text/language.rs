//! The languages that people read.

use rust_decimal::Decimal;

use crate::text::unknown_term::UnknownTerm;

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
    pub fn named(code: &str) -> Result<Self, UnknownTerm> {
        Self::parse(code).ok_or_else(|| UnknownTerm::new("language", code, &["fr", "en"]))
    }

    /// The colon between two phrases: French puts a space before it.
    pub(crate) fn colon(self) -> &'static str {
        self.pick("\u{a0}: ", ": ")
    }

    /// The semicolon between two phrases: French puts a space before it.
    pub(crate) fn semicolon(self) -> &'static str {
        self.pick("\u{a0}; ", "; ")
    }

    /// The singular or the plural of a noun in French or English: French takes the plural from
    /// two on (0,5 jour, 1,5 jour), English for everything but one (0.5 days).
    pub(crate) fn counted(
        self,
        count: Decimal,
        fr: [&'static str; 2],
        en: [&'static str; 2],
    ) -> &'static str {
        let [one, many] = self.pick(fr, en);
        let plural = match self {
            Self::Fr => count.abs() >= Decimal::TWO,
            Self::En => count.abs() != Decimal::ONE,
        };
        if plural { many } else { one }
    }

    /// The noun for a number of lines.
    pub(crate) fn lines(self, count: Decimal) -> &'static str {
        self.counted(count, ["ligne", "lignes"], ["line", "lines"])
    }

    /// The noun for a number of factors.
    pub(crate) fn factors(self, count: Decimal) -> &'static str {
        self.counted(count, ["facteur", "facteurs"], ["factor", "factors"])
    }

    /// Picks the text in this language.
    pub(crate) fn pick<T>(self, fr: T, en: T) -> T {
        match self {
            Self::Fr => fr,
            Self::En => en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_each_language_does() {
        for (count, fr, en) in [
            ("0", "jour", "days"),
            ("0.5", "jour", "days"),
            ("1", "jour", "day"),
            ("1.0", "jour", "day"),
            ("1.99", "jour", "days"),
            ("2", "jours", "days"),
            ("-1", "jour", "day"),
            ("-3", "jours", "days"),
        ] {
            let count = count.parse().unwrap();
            let said = |language: Language| language.counted(count, ["jour", "jours"], ["day", "days"]);
            assert_eq!((said(Language::Fr), said(Language::En)), (fr, en), "{count}");
        }
    }
}
