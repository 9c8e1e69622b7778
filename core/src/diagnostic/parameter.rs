//! The parameters of problems, as data and as text for people.

use alloc::string::{String, ToString};

use crate::number::display;
use crate::number::mass::Mass;
use crate::text::language::Language;
use crate::text::quotation::{LISTED, shortened, shortened_to};
use crate::text::vocabulary::{Term, TermRow, vocabulary};

/// A parameter of a problem.
pub(crate) trait Parameter {
    /// The parameter as data: the same in every language.
    fn text(&self) -> String;

    /// The parameter inside a message.
    fn say(&self, language: Language) -> String;

    /// Drops what messages do not quote, so that no problem holds a text of unlimited length.
    fn bound(&mut self) {}
}

/// Declares types whose text is the same in every language.
macro_rules! plain {
    ($($type:ty),+) => {
        $(impl Parameter for $type {
            fn text(&self) -> String {
                self.to_string()
            }

            fn say(&self, _language: Language) -> String {
                self.to_string()
            }
        })+
    };
}
plain!(&'static str, u64, u32);

/// A text that was entered, or derived from one: only its beginning is kept.
impl Parameter for String {
    fn text(&self) -> String {
        shortened(self)
    }

    fn say(&self, _language: Language) -> String {
        shortened(self)
    }

    fn bound(&mut self) {
        *self = shortened(self);
    }
}

/// Any number of names, in one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing(pub String);

impl From<String> for Listing {
    fn from(names: String) -> Self {
        Self(names)
    }
}

impl Parameter for Listing {
    fn text(&self) -> String {
        shortened_to(&self.0, LISTED)
    }

    fn say(&self, _language: Language) -> String {
        shortened_to(&self.0, LISTED)
    }

    fn bound(&mut self) {
        self.0 = shortened_to(&self.0, LISTED);
    }
}

/// A list of names that may be absent.
impl Parameter for Option<Listing> {
    fn text(&self) -> String {
        self.as_ref().map(Parameter::text).unwrap_or_default()
    }

    fn say(&self, language: Language) -> String {
        self.as_ref()
            .map_or_else(|| language.pick("aucun", "none").to_string(), |listing| listing.say(language))
    }

    fn bound(&mut self) {
        self.iter_mut().for_each(Parameter::bound);
    }
}

/// As data, the exact kilograms; for people, rounded as in a report.
impl Parameter for Mass {
    fn text(&self) -> String {
        self.kilograms().to_string()
    }

    fn say(&self, language: Language) -> String {
        display::mass(*self, language)
    }
}

/// A term of any vocabulary: its code as data, its label for people.
impl Parameter for &'static TermRow {
    fn text(&self) -> String {
        self.text.to_string()
    }

    fn say(&self, language: Language) -> String {
        language.pick(self.fr, self.en).to_string()
    }
}

impl<T: Term> Parameter for T {
    fn text(&self) -> String {
        Term::text(*self).to_string()
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
