//! The tokens of a JSON text (RFC 8259).

use alloc::borrow::Cow;
use alloc::string::String;

use crate::diagnostic::parameter::{JsonToken, JsonType};

/// A position in a text, and the tokens from there on. A missing token is `Err(expected)`.
#[derive(Debug)]
pub(crate) struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

/// The highest bit of each of eight bytes.
const HIGH: u64 = 0x80 * ONES;
/// The lowest bit of each of eight bytes.
const ONES: u64 = 0x0101_0101_0101_0101;

/// How many of eight bytes, counted from the first, need no decoding in a text: no quote, backslash or control
/// character.
///
/// The lowest high bit that is set belongs to the first such byte, since a subtraction borrows only from the bytes
/// after it ("Determine if a word has a byte less than n", S. E. Anderson, Bit Twiddling Hacks).
fn plain(bytes: [u8; 8]) -> usize {
    let word = u64::from_le_bytes(bytes);
    let less = |word: u64, most: u64| word.wrapping_sub(ONES.wrapping_mul(most)) & !word;
    let is = |byte: u8| less(word ^ ONES.wrapping_mul(byte.into()), 1);
    let others = (less(word, 0x20) | is(b'"') | is(b'\\')) & HIGH;
    (others.trailing_zeros() / 8) as usize
}

/// How many bytes, counted from the first, need no decoding in a text.
fn plain_length(bytes: &[u8]) -> usize {
    let (mut length, mut rest) = (0_usize, bytes);
    while let Some((chunk, after)) = rest.split_first_chunk() {
        let plain = plain(*chunk);
        length = length.saturating_add(plain);
        if plain < chunk.len() {
            return length;
        }
        rest = after;
    }
    // A zero is a control character, so it ends the plain part.
    let mut chunk = [0; 8];
    chunk.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    length.saturating_add(plain(chunk))
}

type Token<T> = Result<T, JsonToken>;

impl<'a> Scanner<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, at }
    }

    /// The offset in bytes.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// The line and the column of the offset, both from 1.
    pub(crate) fn line_and_column(&self) -> (u64, u64) {
        let before = self.text.get(..self.at).unwrap_or(self.text);
        let line = before.bytes().filter(|byte| *byte == b'\n').count();
        let column = before.rsplit('\n').next().unwrap_or("").trim_start_matches('\u{feff}').chars().count();
        ((line as u64).saturating_add(1), (column as u64).saturating_add(1))
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Skips a byte.
    pub(crate) fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn skip_space(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.step();
        }
    }

    /// The next byte that is not a space.
    pub(crate) fn mark(&mut self) -> Option<u8> {
        self.skip_space();
        self.byte()
    }

    /// Takes a punctuation mark, if it is next.
    pub(crate) fn take(&mut self, mark: u8) -> bool {
        let there = self.mark() == Some(mark);
        if there {
            self.step();
        }
        there
    }

    /// Whether nothing is left.
    pub(crate) fn is_done(&mut self) -> bool {
        self.skip_space();
        self.at >= self.text.len()
    }

    /// The kind of the next value.
    pub(crate) fn kind(&mut self) -> Token<JsonType> {
        self.skip_space();
        match self.byte() {
            Some(b'{') => Ok(JsonType::Object),
            Some(b'[') => Ok(JsonType::List),
            Some(b'"') => Ok(JsonType::Text),
            Some(b'-' | b'0'..=b'9') => Ok(JsonType::Number),
            Some(b't' | b'f') => Ok(JsonType::Flag),
            Some(b'n') => Ok(JsonType::Null),
            _ => Err(JsonToken::Value),
        }
    }

    /// `true`, `false` (as such) or `null` (as `false`).
    pub(crate) fn literal(&mut self) -> Token<bool> {
        let rest = self.text.get(self.at..).unwrap_or("");
        for (word, value) in [("true", true), ("false", false), ("null", false)] {
            if rest.starts_with(word) {
                self.at = self.at.saturating_add(word.len());
                return Ok(value);
            }
        }
        Err(JsonToken::Literal)
    }

    /// A number, as it is written.
    pub(crate) fn number(&mut self) -> Token<&'a str> {
        let start = self.at;
        if self.byte() == Some(b'-') {
            self.step();
        }
        if self.byte() == Some(b'0') {
            self.step();
        } else {
            self.digits()?;
        }
        if self.byte() == Some(b'.') {
            self.step();
            self.digits()?;
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            self.step();
            if matches!(self.byte(), Some(b'+' | b'-')) {
                self.step();
            }
            self.digits()?;
        }
        if self.byte().is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'.') {
            return Err(JsonToken::NumberEnd);
        }
        Ok(self.text.get(start..self.at).unwrap_or(""))
    }

    fn digits(&mut self) -> Token<()> {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.step();
        }
        if self.at == start { Err(JsonToken::Digit) } else { Ok(()) }
    }

    /// The next text without its quotes, if one is next and has no escape, as is usual; otherwise nothing but
    /// spaces is consumed.
    pub(crate) fn plain_text(&mut self) -> Option<&'a str> {
        if self.mark() != Some(b'"') {
            return None;
        }
        let start = self.at.saturating_add(1);
        let rest = self.text.get(start..)?;
        let length = plain_length(rest.as_bytes());
        let (text, end) = rest.split_at_checked(length)?;
        if !end.starts_with('"') {
            return None;
        }
        self.at = start.saturating_add(length).saturating_add(1);
        Some(text)
    }

    /// The name of a field.
    pub(crate) fn name(&mut self) -> Token<Cow<'a, str>> {
        self.skip_space();
        if self.byte() == Some(b'"') { self.text() } else { Err(JsonToken::FieldName) }
    }

    /// A text without its quotes; borrowed unless it has escapes.
    pub(crate) fn text(&mut self) -> Token<Cow<'a, str>> {
        if self.byte() != Some(b'"') {
            return Err(JsonToken::Text);
        }
        self.step();
        let start = self.at;
        self.skip_plain();
        match self.byte() {
            Some(b'"') => {
                let text = self.text.get(start..self.at).unwrap_or("");
                self.step();
                Ok(Cow::Borrowed(text))
            }
            Some(b'\\') => self.escaped(start),
            Some(_) => Err(JsonToken::Letter),
            None => Err(JsonToken::TextEnd),
        }
    }

    /// Skips the bytes of a text that need no decoding.
    fn skip_plain(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at = self.at.saturating_add(plain_length(rest));
    }

    /// The rest of a text that has escapes, which is rare.
    #[cold]
    #[inline(never)]
    fn escaped(&mut self, start: usize) -> Token<Cow<'a, str>> {
        let mut text = String::from(self.text.get(start..self.at).unwrap_or(""));
        loop {
            let run = self.at;
            self.skip_plain();
            text.push_str(self.text.get(run..self.at).unwrap_or(""));
            match self.byte() {
                Some(b'"') => {
                    self.step();
                    return Ok(Cow::Owned(text));
                }
                Some(b'\\') => {
                    self.step();
                    text.push(self.escape()?);
                }
                Some(_) => return Err(JsonToken::Letter),
                None => return Err(JsonToken::TextEnd),
            }
        }
    }

    /// The character of an escape, after its backslash.
    fn escape(&mut self) -> Token<char> {
        let letter = match self.byte() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.step();
                return self.code_point();
            }
            _ => return Err(JsonToken::Escape),
        };
        self.step();
        Ok(letter)
    }

    /// The character of four hexadecimal digits, or of two surrogates of four digits each.
    fn code_point(&mut self) -> Token<char> {
        let first = self.four_digits()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first).ok_or(JsonToken::Surrogate);
        }
        let rest = self.text.get(self.at..).unwrap_or("");
        if !rest.starts_with("\\u") {
            return Err(JsonToken::Surrogate);
        }
        self.at = self.at.saturating_add(2);
        let second = self.four_digits()?;
        if !(0xdc00..0xe000).contains(&second) {
            return Err(JsonToken::Surrogate);
        }
        let high = (first & 0x3ff) << 10;
        char::from_u32(0x10000_u32.saturating_add(high | (second & 0x3ff))).ok_or(JsonToken::Surrogate)
    }

    fn four_digits(&mut self) -> Token<u32> {
        let end = self.at.saturating_add(4);
        let digits = self.text.get(self.at..end).unwrap_or("");
        if digits.len() != 4 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(JsonToken::HexDigits);
        }
        self.at = end;
        u32::from_str_radix(digits, 16).map_err(|_| JsonToken::HexDigits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_stands_for_itself() {
        for at in 0..8 {
            for other in [b'"', b'\\', 0, 0x1f] {
                // The first one is followed by bytes that a subtraction may borrow from: 0x21 and 0x23, the
                // neighbours of a quote.
                let mut bytes = [b'!', b'#', b']', b'[', 0x80, 0xff, b' ', b'!'];
                bytes[at] = other;
                assert_eq!(plain(bytes), at, "{bytes:?}");
            }
        }
        assert_eq!(plain(*b" !#[]~\x7f\x80"), 8);
    }

    #[test]
    fn columns_leave_the_byte_order_mark_out() {
        let mut scanner = Scanner::new("\u{feff}{é]");
        assert!(scanner.take(b'{'));
        assert_eq!(scanner.line_and_column(), (1, 2));
    }
}
