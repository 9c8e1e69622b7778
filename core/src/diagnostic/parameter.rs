//! The parameters of problems, as data and as text for people.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::number::display;
use crate::number::mass::Mass;
use crate::text::language::Language;
use crate::text::quotation::{LISTED, QUOTED, shortened, shortened_to};
use crate::text::vocabulary::{Term, TermRow, vocabulary};

/// A parameter of a problem as data: the same in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParameterValue {
    /// A text, the code of a term of a vocabulary, or an exact decimal.
    Text(String),
    /// A count, a limit, or a year.
    Whole(u64),
    /// Names.
    List(Vec<String>),
}

impl serde::Serialize for ParameterValue {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(serializer),
            Self::Whole(whole) => whole.serialize(serializer),
            Self::List(names) => names.serialize(serializer),
        }
    }
}

/// As people read it: the names of a list behind each other.
impl fmt::Display for ParameterValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Whole(whole) => write!(f, "{whole}"),
            Self::List(names) => {
                // Names of places have commas of their own.
                let separator = if names.iter().any(|name| name.contains(", ")) { "; " } else { ", " };
                for (at, name) in names.iter().enumerate() {
                    f.write_str(if at == 0 { "" } else { separator })?;
                    f.write_str(name)?;
                }
                Ok(())
            }
        }
    }
}

/// A parameter of a problem.
pub(crate) trait Parameter {
    /// The parameter as data.
    fn value(&self) -> ParameterValue;

    /// The parameter inside a message.
    fn say(&self, language: Language) -> String;

    /// Drops what messages do not quote, so that no problem holds a text of unlimited length.
    fn bound(&mut self) {}
}

/// Declares types whose text is the same in every language.
macro_rules! plain {
    ($($type:ty: $value:expr),+) => {
        $(impl Parameter for $type {
            fn value(&self) -> ParameterValue {
                $value(self)
            }

            fn say(&self, _language: Language) -> String {
                self.to_string()
            }
        })+
    };
}
plain!(
    &'static str: |text: &&str| ParameterValue::Text(text.to_string()),
    u64: |whole: &u64| ParameterValue::Whole(*whole),
    u32: |whole: &u32| ParameterValue::Whole((*whole).into())
);

/// A text that was entered, or derived from one: only its beginning is kept.
impl Parameter for String {
    fn value(&self) -> ParameterValue {
        ParameterValue::Text(shortened(self))
    }

    fn say(&self, _language: Language) -> String {
        shortened(self)
    }

    fn bound(&mut self) {
        // As many bytes hold no more letters.
        if self.len() > QUOTED {
            *self = shortened(self);
        }
    }
}

/// A text of a table, of which more is kept than of one that was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt(pub String);

impl Parameter for Excerpt {
    fn value(&self) -> ParameterValue {
        ParameterValue::Text(self.0.clone())
    }

    fn say(&self, _language: Language) -> String {
        self.0.clone()
    }

    fn bound(&mut self) {
        self.0 = shortened_to(&self.0, LISTED);
    }
}

/// An excerpt that may be absent.
impl Parameter for Option<Excerpt> {
    fn value(&self) -> ParameterValue {
        self.as_ref().map_or_else(|| ParameterValue::Text(String::new()), Parameter::value)
    }

    fn say(&self, language: Language) -> String {
        self.as_ref()
            .map_or_else(|| language.pick("aucun", "none").to_string(), |excerpt| excerpt.say(language))
    }

    fn bound(&mut self) {
        self.iter_mut().for_each(Parameter::bound);
    }
}

/// Any number of names. What a message doesn't quote is dropped; `…` stands for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing(pub Vec<String>);

impl Listing {
    /// A single name.
    pub(crate) fn of(name: impl Into<String>) -> Self {
        Self(alloc::vec![name.into()])
    }
}

impl<T: Into<String>> FromIterator<T> for Listing {
    fn from_iter<I: IntoIterator<Item = T>>(names: I) -> Self {
        Self(names.into_iter().map(Into::into).collect())
    }
}

impl Parameter for Listing {
    fn value(&self) -> ParameterValue {
        ParameterValue::List(self.0.clone())
    }

    fn say(&self, _language: Language) -> String {
        self.value().to_string()
    }

    fn bound(&mut self) {
        let mut room = LISTED;
        for at in 0..self.0.len() {
            let Some(name) = self.0.get_mut(at) else { return };
            let letters = name.chars().count();
            if letters > room {
                *name = shortened_to(name, room);
                self.0.truncate(at.saturating_add(1));
                return;
            }
            room = room.saturating_sub(letters);
        }
    }
}

/// As data, the exact kilograms; for people, rounded as in a report.
impl Parameter for Mass {
    fn value(&self) -> ParameterValue {
        ParameterValue::Text(self.kilograms().to_string())
    }

    fn say(&self, language: Language) -> String {
        display::mass(*self, language)
    }
}

/// A term of any vocabulary: its code as data, its label for people.
impl Parameter for &'static TermRow {
    fn value(&self) -> ParameterValue {
        ParameterValue::Text(self.text.to_string())
    }

    fn say(&self, language: Language) -> String {
        language.pick(self.fr, self.en).to_string()
    }
}

impl<T: Term> Parameter for T {
    fn value(&self) -> ParameterValue {
        ParameterValue::Text(Term::text(*self).to_string())
    }

    fn say(&self, language: Language) -> String {
        self.label(language).to_string()
    }
}

vocabulary! {
    /// The type of a JSON value.
    pub enum JsonType {
        Object = "object", "objet {…}", "object {…}";
        List = "list", "liste […]", "list […]";
        Text = "text", "texte \"…\"", "text \"…\"";
        Number = "number", "nombre", "number";
        Flag = "flag", "true ou false", "true or false";
        Null = "null", "null", "null";
    }
}

vocabulary! {
    /// What a JSON text should have at a position where it has something else.
    pub enum JsonToken {
        Value = "value", "une valeur", "a value";
        Literal = "literal", "true, false ou null", "true, false or null";
        Digit = "digit", "un chiffre", "a digit";
        NumberEnd = "number-end", "la fin du nombre", "the end of the number";
        Text = "text", "un texte entre guillemets", "a text in double quotes";
        TextEnd = "text-end", "la fin du texte (\")", "the end of the text (\")";
        Letter = "letter", "une lettre (un caractère de contrôle s’écrit \\n, \\t, \\u0007)", "a letter (a control character is written \\n, \\t, \\u0007)";
        Escape = "escape", "un échappement de JSON (\\n, \\u00e9)", "an escape of JSON (\\n, \\u00e9)";
        HexDigits = "hex-digits", "quatre chiffres hexadécimaux", "four hexadecimal digits";
        Surrogate = "surrogate", "une paire de demi-codets \\ud83c\\udfac", "a pair of surrogates \\ud83c\\udfac";
        FieldName = "field-name", "le nom d’un champ entre guillemets", "the name of a field in double quotes";
        Colon = "colon", "un deux-points après le nom du champ", "a colon after the name of the field";
        Separator = "separator", "une virgule, ou la fin de la liste ou de l’objet", "a comma, or the end of the list or object";
        DocumentEnd = "document-end", "la fin du document", "the end of the document";
    }
}

vocabulary! {
    /// What a document of this library is, and what takes it.
    pub enum DocumentSort {
        Production = "production", "une production : « check » et « compute » la prennent", "a production, which `check` and `compute` take";
        Footprint = "footprint", "un bilan calculé : « Footprint » le relit", "a footprint, which `Footprint` reads back";
        Archive = "archive", "une archive : « Archive » la relit", "an archive, which `Archive` reads back";
        Summary = "summary", "un résumé, qui ne se relit pas : garder le bilan lui-même", "a summary, which is not read back: keep the footprint itself";
        Refusal = "refusal", "un refus, qui ne contient aucun bilan", "a refusal, which has no footprint";
    }
}
