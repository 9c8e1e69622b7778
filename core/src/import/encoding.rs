//! The encoding of a file: UTF-8, with or without a byte order mark, or Windows-1252.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::table::table_location;
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// An encoding that importers do not accept.
    pub enum Encoding {
        Utf16 = "utf-16", "UTF-16", "UTF-16";
        TwiceUtf8 = "twice-utf-8", "UTF-8 lu comme du Windows-1252 puis réencodé (« Ã© » au lieu de « é »)", "UTF-8 that was read as Windows-1252 and encoded again (`Ã©` instead of `é`)";
        Mixed = "mixed", "UTF-8 au début, autre chose ensuite", "UTF-8 at first and something else further on";
        Workbook = "workbook", "format de classeur (xlsx), pas de texte", "the format of a workbook (xlsx), not of text";
        Binary = "binary", "format binaire (un octet nul)", "a binary format (a zero byte)";
        Unknown = "unknown", "un encodage inconnu", "an unknown encoding";
    }
}

/// The bytes 0x80 to 0x9F of Windows-1252, according to the table at unicode.org; five are undefined.
const HIGH: [Option<char>; 32] = [
    Some('€'),
    None,
    Some('‚'),
    Some('ƒ'),
    Some('„'),
    Some('…'),
    Some('†'),
    Some('‡'),
    Some('ˆ'),
    Some('‰'),
    Some('Š'),
    Some('‹'),
    Some('Œ'),
    None,
    Some('Ž'),
    None,
    None,
    Some('‘'),
    Some('’'),
    Some('“'),
    Some('”'),
    Some('•'),
    Some('–'),
    Some('—'),
    Some('˜'),
    Some('™'),
    Some('š'),
    Some('›'),
    Some('œ'),
    None,
    Some('ž'),
    Some('Ÿ'),
];

/// The first bytes of a workbook, which is a ZIP archive.
const WORKBOOK: &[u8] = b"PK\x03\x04";

/// The text of a file in UTF-8 or Windows-1252, such as a set of factors saved by a spreadsheet.
///
/// ```
/// assert_eq!(claquette::import::text("own.csv", b"h\xf4tel").unwrap(), "hôtel");
/// ```
///
/// # Errors
/// Any other encoding, with the line where it shows; a file that ends within a character.
pub fn text<'a>(file: &str, bytes: &'a [u8]) -> Result<Cow<'a, str>, Vec<Diagnostic>> {
    let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let wrong = |found: Encoding, at: usize| {
        alloc::vec![problem(file, plain, at, Problem::WrongEncoding { found: found.row() })]
    };
    if bytes.starts_with(WORKBOOK) {
        return Err(wrong(Encoding::Workbook, 0));
    }
    if bytes.get(..4).unwrap_or(bytes).contains(&0) {
        return Err(wrong(Encoding::Utf16, 0));
    }
    if let Some(at) = plain.iter().position(|byte| *byte == 0) {
        return Err(wrong(Encoding::Binary, at));
    }
    let header = plain.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let header_is_utf8 = !header.is_ascii() && core::str::from_utf8(header).is_ok();
    let text = match core::str::from_utf8(plain) {
        Ok(text) => Cow::Borrowed(text),
        Err(error) if header_is_utf8 => {
            return Err(match error.error_len() {
                None => alloc::vec![problem(file, plain, plain.len(), Problem::CutOff {})],
                Some(_) => wrong(Encoding::Mixed, error.valid_up_to()),
            });
        }
        Err(_) => {
            let undefined = plain.iter().position(|byte| letter(*byte).is_none());
            let decoded: Option<String> = plain.iter().map(|byte| letter(*byte)).collect();
            match decoded {
                Some(text) => Cow::Owned(text),
                None => return Err(wrong(Encoding::Unknown, undefined.unwrap_or(0))),
            }
        }
    };
    // The sign of UTF-8 that was decoded as Windows-1252: `é` has become `Ã©`.
    if text.lines().next().unwrap_or_default().contains('Ã') {
        return Err(wrong(Encoding::TwiceUtf8, 0));
    }
    Ok(text)
}

/// The character of a byte in Windows-1252.
fn letter(byte: u8) -> Option<char> {
    match byte.checked_sub(0x80).map(usize::from) {
        None => Some(char::from(byte)),
        Some(at) => HIGH.get(at).copied().unwrap_or(Some(char::from(byte))),
    }
}

/// A problem at a byte of a file, located by its line.
fn problem(file: &str, bytes: &[u8], at: usize, problem: Problem) -> Diagnostic {
    let before = bytes.get(..at).unwrap_or(bytes).iter().filter(|byte| **byte == b'\n').count();
    let line = u64::try_from(before).unwrap_or(u64::MAX).saturating_add(1);
    Diagnostic::at(table_location(file, line, ""), problem)
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    fn refused(bytes: &[u8]) -> (&'static str, String) {
        let problem = text("f.csv", bytes).unwrap_err().remove(0);
        (problem.code(), problem.location.to_string())
    }

    #[test]
    fn reads_utf_8_and_windows_1252() {
        // é is C3 A9 in UTF-8 and E9 in Windows-1252; € is 80, œ is 9C there.
        assert_eq!(text("f", "Élément\nœuf 5 €".as_bytes()).unwrap(), "Élément\nœuf 5 €");
        assert_eq!(text("f", b"\xef\xbb\xbfa;\xc3\xa9").unwrap(), "a;é");
        assert_eq!(text("f", b"\xc9l\xe9ment\n\x9cuf 5 \x80").unwrap(), "Élément\nœuf 5 €");
    }

    #[test]
    fn says_what_else_it_is() {
        assert_eq!(refused(b"\xff\xfeT\0y\0"), ("wrong-encoding", "f.csv:1".into()));
        assert_eq!(refused("ElÃ©ment\n".as_bytes()), ("wrong-encoding", "f.csv:1".into()));
        // 81 is undefined in Windows-1252; it is on the third line.
        assert_eq!(refused(b"a\n\xe9\n\x81\n"), ("wrong-encoding", "f.csv:3".into()));
        assert_eq!(refused(b"PK\x03\x04\x14\0\x06\0"), ("wrong-encoding", "f.csv:1".into()));
        assert_eq!(refused(b"a;b\n1;\0\n"), ("wrong-encoding", "f.csv:2".into()));
        // The header is UTF-8, the second line is not; a file that ends in the middle of an é.
        assert_eq!(refused(b"\xc3\xa9\n\xe9 b\n"), ("wrong-encoding", "f.csv:2".into()));
        assert_eq!(refused(b"\xc3\xa9\nb\xc3"), ("cut-off", "f.csv:2".into()));
    }
}
