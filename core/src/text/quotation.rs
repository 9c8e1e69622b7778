//! What is quoted of a text that may be of any length.

use alloc::string::{String, ToString};

/// The most characters of an entered text that a message quotes.
pub(crate) const QUOTED: usize = 64;

/// The most characters of a list that a message gives.
pub(crate) const LISTED: usize = 2_000;

/// The beginning of a text that a message quotes.
pub(crate) fn shortened(text: &str) -> String {
    shortened_to(text, QUOTED)
}

/// The first characters of a text, and `…` if there are others; shortening it again changes nothing.
pub(crate) fn shortened_to(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => {
            let mut start = text.get(..end).unwrap_or("").to_string();
            start.push('…');
            start
        }
        None => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortens_to_characters_once() {
        assert_eq!(shortened("Brest"), "Brest");
        let exact = "é".repeat(64);
        assert_eq!(shortened(&exact), exact);
        let once = shortened(&"é".repeat(65));
        assert_eq!(once, exact + "…");
        assert_eq!(shortened(&once), once);
    }
}
