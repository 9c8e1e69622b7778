//! The parameters and messages of problems.

use alloc::string::String;
use alloc::vec::Vec;

use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::parameter::{Parameter, ParameterValue};
use crate::text::language::Language;
use crate::text::printable::printable;

impl Problem {
    /// The parameters as data, in the order of the catalogue.
    pub fn parameters(&self) -> Vec<(&'static str, ParameterValue)> {
        self.given().map(|(name, parameter)| (name, parameter.value())).collect()
    }

    /// The parameters, with the names that the catalogue gives them.
    fn given(&self) -> impl Iterator<Item = (&'static str, &dyn Parameter)> {
        self.row().parameters.iter().copied().zip(self.values())
    }

    /// The message in a language.
    pub fn message(&self, language: Language) -> String {
        let parameters: Vec<_> = self.given().collect();
        filled(language.pick(self.row().fr, self.row().en), |name| {
            let (_, parameter) = parameters.iter().find(|(known, _)| *known == name)?;
            Some(parameter.say(language))
        })
    }
}

/// A message whose names in braces are replaced with what is said for them.
pub(crate) fn filled(template: &str, say: impl Fn(&str) -> Option<String>) -> String {
    let mut message = String::new();
    let mut rest = template;
    while let Some((before, name, after)) = braced(rest) {
        message.push_str(before);
        let said = say(name).unwrap_or_default();
        // A number without a unit must not leave a space where the unit would be.
        if said.is_empty() && message.ends_with(' ') {
            message.pop();
        }
        message.extend(said.chars().map(printable));
        rest = after;
    }
    message.push_str(rest);
    message
}

/// A message with what was probably meant.
pub(crate) fn with_suggestion(mut message: String, meant: Option<&str>, language: Language) -> String {
    if let Some(meant) = meant {
        let (before, after) = match language {
            Language::Fr => (" ; vouliez-vous dire « ", " » ?"),
            Language::En => ("; did you mean `", "`?"),
        };
        message.push_str(before);
        message.extend(meant.chars().map(printable));
        message.push_str(after);
    }
    message
}

/// The next name in braces of a message, with the text before and after it.
fn braced(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}
