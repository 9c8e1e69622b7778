//! Names of sets, tables and their files.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::collection::name_map::NameIndex;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::problems::Problems;
use crate::table::table_location;
use crate::text::folding;
use crate::text::quotation::shortened;

/// The longest name, in characters.
const LONGEST: usize = 100;

/// The characters that a name may have besides letters and digits.
const MARKS: [char; 10] = [' ', '.', ',', '_', '-', '+', '(', ')', '\'', '’'];

/// Why a text is not a valid name, or `None` if it is one. A name is a line of the manifest that is hashed and
/// appears in reports, so it must not be able to break that line, point to another folder, or have a letter of another
/// alphabet or one that is not visible.
pub(crate) fn invalid(name: &str) -> Option<Problem> {
    let fits = name.chars().nth(LONGEST).is_none()
        && name.starts_with(is_latin)
        && !name.ends_with(' ')
        && name.chars().all(|letter| is_latin(letter) || MARKS.contains(&letter));
    (!fits).then(|| Problem::InvalidName { name: shown(name), limit: LONGEST as u64 })
}

/// Adds a name to the others, or reports that it is invalid, or that it or one that is read as the same is given already.
pub(crate) fn enter(name: &str, names: &mut NameIndex<'static>, problems: &mut Problems) {
    let problem = invalid(name)
        .or_else(|| (!names.add(alike(name))).then(|| Problem::DuplicateRow { id: name.to_string() }));
    problems.extend(problem.map(|problem| Diagnostic::at(table_location(&shown(name), 1, ""), problem)));
}

/// What names that readers take for the same have in common: case, accents, the kind of an apostrophe and the length of a
/// space do not count. Letters that look the same (`l` and `I`) are distinct.
pub(crate) fn alike(name: &str) -> String {
    let words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    let letters = words.join(" ");
    letters.chars().flat_map(folding::plain).map(|letter| if letter == '’' { '\'' } else { letter }).collect()
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
