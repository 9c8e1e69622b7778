//! The diagnostics that a footprint keeps.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::location::Location;
use crate::diagnostic::message::{filled, with_suggestion};
use crate::diagnostic::parameter::ParameterValue;
use crate::diagnostic::severity::Severity;
use crate::factor::row::Boundary;
use crate::factor::split::Part;
use crate::format::parameters::Parameters;
use crate::format::stored::stored;
use crate::ledger::position::LineAt;
use crate::number;
use crate::number::display;
use crate::number::mass::Mass;
use crate::pricing::aviation::Aviation;
use crate::reference::kind::Kind;
use crate::text::language::Language;
use crate::text::shared::Text;
use crate::text::vocabulary::Term;
use crate::wire::line::Section;
use crate::wire::{Cabin, Haul};

stored! {
    /// A diagnostic that a footprint keeps. Its message is not in it: it is that of its code, in the catalogue of the
    /// engine that reads it.
    ///
    /// ```
    /// use claquette::{Language, Limits, Options, References, check_json, compute};
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
    ///   "lines": [{"id": "L1", "what": {"meals": {"meals": 0}}}]}"#;
    /// let production = check_json(input, &references, &Limits::default()).production.unwrap();
    /// let footprint = compute(&production, &references, &Options::default()).unwrap();
    /// let notice = &footprint.warnings[0];
    /// assert_eq!((&*notice.code, &*notice.location()), ("nothing-counted", "/lines/0/what"));
    /// assert_eq!(footprint.tags(notice.line.unwrap()).unwrap().id, "L1");
    /// ```
    pub struct Notice {
        /// The stable code of the problem.
        code: Cow<'static, str>,
        /// Whether the problem prevents a computation; defaults to that it doesn't.
        severity: Severity = unless(Severity::Warning),
        /// The line that it is about.
        line: Option<LineAt> = optional,
        /// A JSON pointer (RFC 6901) to the value: from the line, or from the production if it is about no line; defaults to
        /// `/what`, the activity of a line.
        pointer: Text = unless(Text::from(ACTIVITY)),
        /// The parameters of the problem.
        parameters: Parameters = or_default,
        /// What was probably meant.
        suggestion: Option<String> = optional,
    }
}

impl From<&Diagnostic> for Notice {
    fn from(diagnostic: &Diagnostic) -> Self {
        let (line, pointer) = match &diagnostic.location {
            Location::Pointer(pointer) => {
                let (line, rest) = of_line(pointer);
                (line, Text::from(rest))
            }
            other => (None, other.to_string().into()),
        };
        let row = diagnostic.problem.row();
        Self {
            code: Cow::Borrowed(row.code),
            severity: row.severity,
            line,
            pointer,
            parameters: diagnostic.problem.parameters().into_iter().collect(),
            suggestion: diagnostic.suggestion.clone(),
        }
    }
}

/// The line that a pointer leads into, and the pointer from there; all of it if it leads into no line.
fn of_line(pointer: &str) -> (Option<LineAt>, &str) {
    let of = || {
        let rest = pointer.strip_prefix(LINES)?;
        let (digits, rest) = rest.split_at_checked(rest.find('/').unwrap_or(rest.len()))?;
        Some((Some(LineAt(digits.parse().ok()?)), rest))
    };
    of().unwrap_or((None, pointer))
}

/// The pointer from a line to its activity.
const ACTIVITY: &str = "/what";

/// What the pointers into lines begin with.
const LINES: &str = "/lines/";

impl Notice {
    /// A JSON pointer (RFC 6901) to the value in the production.
    pub fn location(&self) -> Cow<'_, str> {
        match self.line {
            Some(LineAt(at)) => Cow::Owned(format!("{LINES}{at}{}", self.pointer)),
            None => Cow::Borrowed(&self.pointer),
        }
    }

    /// The message in a language, with what was probably meant. For a code that the catalogue of this engine lacks it is
    /// the code with its parameters.
    pub fn message(&self, language: Language) -> String {
        let message = match Problem::CATALOGUE.iter().find(|row| row.code == self.code) {
            Some(row) => filled(language.pick(row.fr, row.en), |name| {
                Some(said(name, self.parameters.get(name)?, language))
            }),
            None => {
                let colon = language.colon();
                let parameters = self.parameters.iter().map(|(name, value)| format!("{name}{colon}{value}"));
                let parameters: Vec<String> = parameters.collect();
                format!("{} ({})", self.code, parameters.join("; "))
            }
        };
        with_suggestion(message, self.suggestion.as_deref(), language)
    }
}

/// What a message says for a parameter: the label of a code, a mass as in a report, anything else as it is.
fn said(name: &str, value: &ParameterValue, language: Language) -> String {
    let ParameterValue::Text(text) = value else { return value.to_string() };
    let label = match name {
        "section" => label::<Section>(text, language),
        "haul" => label::<Haul>(text, language),
        "cabin" => label::<Cabin>(text, language),
        "counted" => label::<Aviation>(text, language),
        "part" => label::<Part>(text, language),
        "boundary" => label::<Boundary>(text, language),
        "kind" => label::<Kind>(text, language),
        "kgco2e" => {
            let mass = number::parse(text).ok().and_then(Mass::from_kilograms);
            return mass.map_or_else(|| text.clone(), |mass| display::mass(mass, language));
        }
        _ => None,
    };
    label.unwrap_or(text).to_string()
}

fn label<T: Term>(text: &str, language: Language) -> Option<&'static str> {
    T::parse(text).map(|term| term.label(language))
}

/// The English message, after the place where it stands.
impl core::fmt::Display for Notice {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        use crate::text::printable::Printable;
        write!(f, "{}: {}", Printable(&self.location()), Printable(&self.message(Language::En)))
    }
}
