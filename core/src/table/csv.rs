//! Records of delimited text (RFC 4180): reading them one by one, and writing them.

use alloc::string::String;
use alloc::vec::Vec;

/// A record, and the line of the text on which it begins.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) line: u64,
    text: String,
    /// Where each cell ends in the text.
    ends: Vec<usize>,
}

impl Record {
    /// The cell at a position.
    pub(crate) fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).map_or(Some(&0), |before| self.ends.get(before))?;
        self.text.get(*start..end)
    }

    /// How many cells it has.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The cells.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|at| self.get(at))
    }
}

/// The records of a text; empty lines are skipped.
pub(crate) struct Records<'a> {
    reader: csv_core::Reader,
    input: &'a [u8],
    line: u64,
    buffer: Vec<u8>,
    ends: Vec<usize>,
}

impl<'a> Records<'a> {
    /// The records of a text whose cells are separated by a delimiter.
    pub(crate) fn new(text: &'a str, delimiter: u8) -> Self {
        let reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
        let (buffer, ends) = (alloc::vec![0; 4096], alloc::vec![0; 128]);
        Self { reader, input: text.as_bytes(), line: 1, buffer, ends }
    }

    /// Moves past some bytes and counts their lines.
    fn pass(&mut self, bytes: usize) {
        let (passed, rest) = self.input.split_at_checked(bytes).unwrap_or((self.input, &[]));
        let lines = passed.iter().filter(|byte| **byte == b'\n').count();
        self.line = self.line.saturating_add(u64::try_from(lines).unwrap_or(u64::MAX));
        self.input = rest;
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        // The end of the previous record may still be ahead: the line feed of a CR LF, and empty lines.
        self.pass(self.input.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count());
        let (mut written, mut ended, line) = (0_usize, 0_usize, self.line);
        loop {
            let (result, read, out, end) = self.reader.read_record(
                self.input,
                self.buffer.get_mut(written..).unwrap_or_default(),
                self.ends.get_mut(ended..).unwrap_or_default(),
            );
            self.pass(read);
            (written, ended) = (written.saturating_add(out), ended.saturating_add(end));
            match result {
                csv_core::ReadRecordResult::InputEmpty => {}
                csv_core::ReadRecordResult::OutputFull => {
                    self.buffer.resize(self.buffer.len().saturating_mul(2), 0);
                }
                csv_core::ReadRecordResult::OutputEndsFull => {
                    self.ends.resize(self.ends.len().saturating_mul(2), 0);
                }
                csv_core::ReadRecordResult::Record => break,
                csv_core::ReadRecordResult::End => return None,
            }
        }
        let text = String::from_utf8_lossy(self.buffer.get(..written).unwrap_or_default()).into_owned();
        Some(Record { line, text, ends: self.ends.get(..ended).unwrap_or_default().to_vec() })
    }
}

impl core::fmt::Debug for Records<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Records").field("line", &self.line).finish_non_exhaustive()
    }
}

/// Writes a record with commas, a line feed at the end, and quotes only where they are needed.
pub(crate) fn write<'a>(out: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u64, Vec<String>)> {
        Records::new(text, b',').map(|r| (r.line, r.cells().map(String::from).collect())).collect()
    }

    #[test]
    fn counts_lines_as_an_editor_does() {
        // Line 3 is empty; the record of line 4 ends on line 5.
        for end in ["\n", "\r\n"] {
            let text = ["a,b", "c,d", "", "e,\"f", "g\"", "h,"].join(end);
            let lines: Vec<u64> = read(&text).iter().map(|(line, _)| *line).collect();
            assert_eq!(lines, [1, 2, 4, 6], "{end:?}");
        }
        assert_eq!(read("x,"), [(1, alloc::vec!["x".into(), String::new()])]);
    }

    #[test]
    fn writes_what_it_reads() {
        let cells = ["plain", "a,b", "say \"cut\"", "two\nlines", ""];
        let mut text = String::new();
        write(&mut text, cells);
        assert_eq!(text, "plain,\"a,b\",\"say \"\"cut\"\"\",\"two\nlines\",\n");
        assert_eq!(read(&text), [(1, cells.map(String::from).to_vec())]);
    }
}
