//! Text that is safe to print on a terminal and in a page.

use core::fmt::{self, Write};

/// A space in place of a character that would break the line, move the cursor, start an escape sequence or turn the
/// direction of the text around it, or that has no width, so that two texts would look the same; any other character
/// unchanged.
pub(crate) fn printable(letter: char) -> char {
    if is_hidden(letter) { ' ' } else { letter }
}

/// Whether a character is a control, turns the direction of a text, breaks a line or has no width.
pub(crate) fn is_hidden(letter: char) -> bool {
    // The Arabic letter mark, the Mongolian vowel separator; zero-width spaces and joiners, and marks of direction; line and
    // paragraph separators, embeddings and overrides; the word joiner, invisible operators, isolates; the byte order mark;
    // tags.
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(letter, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// Displays a text of an input in one line, with a space in place of each control character, line break and mark of
/// direction. Messages and reports do it already; names and identifiers are as they were entered.
///
/// ```
/// use claquette::Printable;
/// assert_eq!(Printable("tgv\u{1b}[2J\n").to_string(), "tgv [2J ");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Printable<'a>(pub &'a str);

impl fmt::Display for Printable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|letter| f.write_char(printable(letter)))
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn nothing_moves_the_cursor() {
        assert_eq!(
            Printable("a\u{1b}[2J\r\nb\u{9b}c\u{202e}d\u{7f}é\u{a0}:").to_string(),
            "a [2J  b c d é\u{a0}:"
        );
        // These were printed: they end a line, or are not seen.
        assert_eq!(
            Printable("a\u{2028}b\u{2029}c\u{200b}d\u{feff}e\u{200d}f\u{2060}").to_string(),
            "a b c d e f "
        );
    }
}
