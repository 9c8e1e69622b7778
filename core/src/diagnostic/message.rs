//! The parameters and messages of problems.

use alloc::string::String;
use alloc::vec::Vec;

use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::parameter::Parameter;
use crate::text::language::Language;
use crate::text::printable::printable;

impl Problem {
    /// The parameters as texts, in the order of the catalogue.
    pub fn parameters(&self) -> Vec<(&'static str, String)> {
        self.given().map(|(name, parameter)| (name, parameter.text())).collect()
    }

    /// The parameters, with the names that the catalogue gives them.
    fn given(&self) -> impl Iterator<Item = (&'static str, &dyn Parameter)> {
        self.row().parameters.iter().copied().zip(self.values())
    }

    /// The message in a language.
    pub fn message(&self, language: Language) -> String {
        let parameters: Vec<_> = self.given().collect();
        let mut message = String::new();
        let mut rest = language.pick(self.row().fr, self.row().en);
        while let Some((before, name, after)) = braced(rest) {
            message.push_str(before);
            let parameter = parameters.iter().find(|(known, _)| *known == name);
            let said = parameter.map(|(_, parameter)| parameter.say(language)).unwrap_or_default();
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
}

/// The next name in braces of a message, with the text before and after it.
fn braced(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}
