//! Closed vocabularies: terms of the wire format and their labels.

use alloc::vec::Vec;

use crate::text::language::Language;
use crate::text::unknown_term::UnknownTerm;

/// One term of a vocabulary: its code in the wire format, and its labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermRow {
    /// The code in the wire format.
    pub text: &'static str,
    /// The French label.
    pub fr: &'static str,
    /// The English label.
    pub en: &'static str,
}

/// A closed vocabulary, declared by one table.
///
/// ```
/// use claquette::{Language, Term, wire::Section};
/// let section = Section::parse("costume-makeup").unwrap();
/// assert_eq!(section.text(), "costume-makeup");
/// assert_eq!(section.label(Language::Fr), "Coiffure, maquillage, costumes");
/// ```
pub trait Term: Copy + Ord + 'static {
    /// All terms, in declaration order.
    const ALL: &'static [Self];
    /// The rows of all terms, in the same order.
    const ROWS: &'static [TermRow];
    /// The name of its type.
    const NAME: &'static str;
    /// What it is.
    const DOC: &'static str;

    /// The position in the vocabulary.
    fn position(self) -> usize;

    /// The row of this term.
    fn row(self) -> &'static TermRow {
        const NONE: TermRow = TermRow { text: "", fr: "", en: "" };
        Self::ROWS.get(self.position()).unwrap_or(&NONE)
    }

    /// The code in the wire format.
    fn text(self) -> &'static str {
        self.row().text
    }

    /// The label in a language.
    fn label(self, language: Language) -> &'static str {
        language.pick(self.row().fr, self.row().en)
    }

    /// The term with this code, or `None`.
    fn parse(text: &str) -> Option<Self> {
        Self::ALL.get(position(Self::ROWS, text)?).copied()
    }

    /// The term with this code; the error names the vocabulary.
    ///
    /// # Errors
    /// A code that the vocabulary does not have.
    fn named(vocabulary: &'static str, text: &str) -> Result<Self, UnknownTerm> {
        Self::parse(text).ok_or_else(|| unknown(Self::ROWS, vocabulary, text))
    }
}

/// The position of a code among rows; one function for all vocabularies.
pub(crate) fn position(rows: &[TermRow], text: &str) -> Option<usize> {
    rows.iter().position(|row| row.text == text)
}

fn unknown(rows: &[TermRow], vocabulary: &'static str, text: &str) -> UnknownTerm {
    UnknownTerm::new(vocabulary, text, &rows.iter().map(|row| row.text).collect::<Vec<_>>())
}

/// Declares a vocabulary: `Variant = "wire text", "français", "English";`.
macro_rules! vocabulary {
    ($(#[doc = $doc:literal])+ $vis:vis enum $name:ident {
        $($variant:ident = $text:literal, $fr:literal, $en:literal;)+
    }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name {
            $(#[doc = concat!($en, " (`", $text, "`).")] $variant,)+
        }

        impl $crate::text::vocabulary::Term for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const ROWS: &'static [$crate::text::vocabulary::TermRow] =
                &[$($crate::text::vocabulary::TermRow { text: $text, fr: $fr, en: $en }),+];
            const NAME: &'static str = stringify!($name);
            const DOC: &'static str = concat!($($doc, "\n"),+);

            fn position(self) -> usize {
                self as usize
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::text::vocabulary::Term::text(*self))
            }
        }
    };
}
pub(crate) use vocabulary;
