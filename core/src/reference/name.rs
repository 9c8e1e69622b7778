//! Names of sets, tables and their files.

use alloc::string::{String, ToString};

use crate::collection::name_map::NameIndex;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::problems::Problems;
use crate::table::table_location;
use crate::text::quotation::shortened;

/// The longest name, in characters.
const LONGEST: usize = 100;

/// The characters that a name may have besides letters and digits.
const MARKS: [char; 10] = [' ', '.', ',', '_', '-', '+', '(', ')', '\'', '’'];

/// Why a text is not a valid name, or `None` if it is one. A name is a line of the manifest that is hashed and
/// appears in reports, so it must not be able to break that line, point to another folder or look like another name.
pub(crate) fn invalid(name: &str) -> Option<Problem> {
    let fits = name.chars().nth(LONGEST).is_none()
        && name.starts_with(is_latin)
        && !name.ends_with(' ')
        && name.chars().all(|letter| is_latin(letter) || MARKS.contains(&letter));
    (!fits).then(|| Problem::InvalidName { name: shown(name), limit: LONGEST as u64 })
}

/// Adds a name to the others, or reports that it is invalid or given twice.
pub(crate) fn enter(name: &str, names: &mut NameIndex<'static>, problems: &mut Problems) {
    let problem = invalid(name)
        .or_else(|| (!names.add(name.to_string())).then(|| Problem::DuplicateRow { id: name.to_string() }));
    problems.extend(problem.map(|problem| Diagnostic::at(table_location(&shown(name), 1, ""), problem)));
}

/// A letter of the Latin alphabet, plain or precomposed with its accent, or a digit.
fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || (matches!(letter, '\u{c0}'..='\u{17f}') && letter.is_alphabetic())
}

/// The beginning of a name, with characters that cannot be printed escaped.
pub(crate) fn shown(name: &str) -> String {
    shortened(&name.chars().take(LONGEST).flat_map(char::escape_debug).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let longest = "é".repeat(100);
        for fine in ["mine", "keys.csv", "our, hotels (2025)", "Énergie de l’équipe", "7", &longest] {
            assert!(invalid(fine).is_none(), "{fine}");
        }
        let long = "x".repeat(101);
        for not in [
            "",
            " mine",
            "mine ",
            "../mine",
            "a/b",
            "a\\b",
            ".csv",
            "a\nb",
            "a\tb",
            "a\u{1b}[2J",
            "a\u{202e}b",
            "a\u{200b}b",
            "e\u{301}",
            "\u{430}",
            "a×b",
            &long,
        ] {
            assert_eq!(invalid(not).map(|problem| problem.row().code), Some("invalid-name"), "{not:?}");
        }
        assert_eq!(shown("e\u{301}\n"), "e\\u{301}\\n");
    }
}
