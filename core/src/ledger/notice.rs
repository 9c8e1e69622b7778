//! The diagnostics that a footprint keeps.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::location::Location;
use crate::diagnostic::severity::Severity;
use crate::format::json::reader::Reader;
use crate::format::leaf::Leaf;
use crate::format::read::Read;
use crate::format::shape::{Shape, Shaped};
use crate::format::stored::stored;
use crate::text::language::Language;

/// A diagnostic that a footprint keeps. One that was read back keeps the code, the parameters and the messages that
/// were written, which may be those of another version of the engine.
///
/// ```
/// use claquette::{Language, Limits, Options, References, check_json, compute};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
///   "lines": [{"id": "L1", "what": {"meals": {"meals": 0}}}]}"#;
/// let production = check_json(input, &references, &Limits::default()).production.unwrap();
/// let footprint = compute(&production, &references, &Options::default()).unwrap();
/// let notice = &footprint.warnings[0];
/// assert_eq!((notice.code(), &*notice.location()), ("nothing-counted", "/lines/0/what"));
/// ```
#[derive(Clone, Debug)]
pub struct Notice(Kept);

#[derive(Clone, Debug)]
enum Kept {
    Computed(Diagnostic),
    Read(Arc<WrittenNotice>),
}

stored! {
    /// A diagnostic as it is written.
    struct WrittenNotice {
        /// Its stable code.
        code: String,
        /// Whether it stops a computation.
        severity: Severity,
        /// A JSON pointer to the value in the production.
        pointer: String,
        /// Its parameters.
        parameters: Texts,
        /// What was probably meant.
        suggestion: Option<String> = optional,
        /// The French message.
        fr: String,
        /// The English message.
        en: String,
    }
}

/// Texts by their names.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Texts(Vec<(String, String)>);

impl Shaped for Texts {
    fn shape() -> Shape {
        Shape::Texts
    }
}

impl serde::Serialize for Texts {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, text)| (name, text)))
    }
}

impl Read for Texts {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        reader.texts().map_or(Leaf::Unreadable, |texts| Leaf::Given(Self(texts)))
    }
}

impl From<Diagnostic> for Notice {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(Kept::Computed(diagnostic))
    }
}

impl Notice {
    /// The diagnostic, with its problem as data; `None` if the footprint was read back.
    pub fn diagnostic(&self) -> Option<&Diagnostic> {
        match &self.0 {
            Kept::Computed(diagnostic) => Some(diagnostic),
            Kept::Read(_) => None,
        }
    }

    /// The stable code of the problem.
    pub fn code(&self) -> &str {
        match &self.0 {
            Kept::Computed(diagnostic) => diagnostic.code(),
            Kept::Read(written) => &written.code,
        }
    }

    /// Whether the problem stops a computation.
    pub fn severity(&self) -> Severity {
        match &self.0 {
            Kept::Computed(diagnostic) => diagnostic.severity(),
            Kept::Read(written) => written.severity,
        }
    }

    /// A JSON pointer (RFC 6901) to the value in the production.
    pub fn location(&self) -> Cow<'_, str> {
        match &self.0 {
            Kept::Computed(Diagnostic { location: Location::Pointer(pointer), .. }) => Cow::Borrowed(pointer),
            Kept::Computed(diagnostic) => Cow::Owned(diagnostic.location.to_string()),
            Kept::Read(written) => Cow::Borrowed(&written.pointer),
        }
    }

    /// The parameters of the problem, by their names.
    pub fn parameters(&self) -> Vec<(Cow<'_, str>, Cow<'_, str>)> {
        match &self.0 {
            Kept::Computed(diagnostic) => {
                let parameters = diagnostic.problem.parameters().into_iter();
                parameters.map(|(name, text)| (Cow::Borrowed(name), Cow::Owned(text))).collect()
            }
            Kept::Read(written) => {
                let parameters = written.parameters.0.iter();
                parameters.map(|(name, text)| (Cow::Borrowed(&**name), Cow::Borrowed(&**text))).collect()
            }
        }
    }

    /// What was probably meant.
    pub fn suggestion(&self) -> Option<&str> {
        match &self.0 {
            Kept::Computed(diagnostic) => diagnostic.suggestion.as_deref(),
            Kept::Read(written) => written.suggestion.as_deref(),
        }
    }

    /// The message in a language, with what was probably meant.
    pub fn message(&self, language: Language) -> Cow<'_, str> {
        match &self.0 {
            Kept::Computed(diagnostic) => Cow::Owned(diagnostic.message(language)),
            Kept::Read(written) => Cow::Borrowed(language.pick(&written.fr, &written.en)),
        }
    }
}

impl PartialEq for Notice {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Kept::Computed(one), Kept::Computed(two)) => one == two,
            (Kept::Read(one), Kept::Read(two)) => one == two,
            _ => {
                let messages = |notice: &Self| {
                    [Language::Fr, Language::En].map(|language| notice.message(language).into_owned())
                };
                self.code() == other.code()
                    && self.severity() == other.severity()
                    && self.location() == other.location()
                    && self.suggestion() == other.suggestion()
                    && self.parameters() == other.parameters()
                    && messages(self) == messages(other)
            }
        }
    }
}

impl Eq for Notice {}

/// The English message, after the place where it stands.
impl core::fmt::Display for Notice {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        use crate::text::printable::Printable;
        write!(f, "{}: {}", Printable(&self.location()), Printable(&self.message(Language::En)))
    }
}

impl serde::Serialize for Notice {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Kept::Computed(diagnostic) => diagnostic.serialize(serializer),
            Kept::Read(written) => written.serialize(serializer),
        }
    }
}

impl Shaped for Notice {
    fn shape() -> Shape {
        Diagnostic::shape()
    }
}

impl Read for Notice {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        WrittenNotice::read(reader).map(|written| Self(Kept::Read(Arc::new(written))))
    }
}
