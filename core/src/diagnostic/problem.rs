//! The macro that declares the catalogue of problems.

use serde::ser::SerializeStruct;

use crate::diagnostic::severity::Severity;
use crate::text::vocabulary::Term;

/// A row of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProblemRow {
    /// The stable code.
    pub code: &'static str,
    /// Whether it prevents a computation.
    pub severity: Severity,
    /// The names of its parameters.
    pub parameters: &'static [&'static str],
    /// The French message, with its parameters in braces.
    pub fr: &'static str,
    /// The English message, with its parameters in braces.
    pub en: &'static str,
}

impl serde::Serialize for ProblemRow {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("ProblemRow", 5)?;
        object.serialize_field("code", self.code)?;
        object.serialize_field("severity", self.severity.text())?;
        object.serialize_field("parameters", self.parameters)?;
        object.serialize_field("fr", self.fr)?;
        object.serialize_field("en", self.en)?;
        object.end()
    }
}

/// Declares the catalogue: `Name = "code" Severity (parameters) "français", "English";`.
macro_rules! problems {
    ($($name:ident = $code:literal $severity:ident ($($parameter:ident: $type:ty),*) $fr:literal, $en:literal;)+) => {
        /// A kind of problem with its parameters; the catalogue of problems is [`Problem::CATALOGUE`].
        #[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
        #[non_exhaustive]
        pub enum Problem {
            $(
                #[doc = concat!("`", $code, "`: ", $en, ".")]
                #[error("{}", self.message(Language::En))]
                $name { $(#[doc = concat!("The `", stringify!($parameter), "` of the message.")] $parameter: $type),* },
            )+
        }

        impl Problem {
            /// Every kind of problem, in the order of the catalogue.
            pub const CATALOGUE: &'static [ProblemRow] = &[$(ProblemRow {
                code: $code,
                severity: Severity::$severity,
                parameters: &[$(stringify!($parameter)),*],
                fr: $fr,
                en: $en,
            }),+];

            /// Its row in the catalogue.
            pub fn row(&self) -> &'static ProblemRow {
                enum Ordinal {
                    $($name,)+
                }
                let position = match self {
                    $(Self::$name { .. } => Ordinal::$name,)+
                };
                const NONE: ProblemRow =
                    ProblemRow { code: "", severity: Severity::Error, parameters: &[], fr: "", en: "" };
                Self::CATALOGUE.get(position as usize).unwrap_or(&NONE)
            }

            /// Its parameters, in the order of the catalogue.
            pub(crate) fn values(&self) -> Vec<&dyn Parameter> {
                match self {
                    $(Self::$name { $($parameter),* } => alloc::vec![$($parameter),*],)+
                }
            }

            /// The same problem, with its texts shortened to what its message quotes.
            pub(crate) fn bounded(mut self) -> Self {
                match &mut self {
                    $(Self::$name { $($parameter),* } => {
                        $(Parameter::bound($parameter);)*
                    })+
                }
                self
            }
        }

        // This compiles only if the messages name no other parameters than these.
        const _: fn() = || {
            $({
                $(let $parameter = "";)*
                let _named = (format_args!($fr), format_args!($en));
            })+
        };
    };
}
pub(crate) use problems;
