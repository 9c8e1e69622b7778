//! An export as a sheet: its columns by name, its rows one by one.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::location::Location;
use crate::number;
use crate::reference::name;
use crate::table::csv::{Record, Records};
use crate::table::table_location;
use crate::text::similarity::nearest;

/// Reading stops after this many problems: the file is probably not what it is taken for.
pub(crate) const MOST_PROBLEMS: usize = 1_000;

/// The header may be preceded by this many lines of title.
const TITLE_LINES: usize = 20;

/// Declares the columns that an importer reads; a name that ends in `*` matches every name with that beginning.
macro_rules! columns {
    ($(#[doc = $doc:literal])+ enum $name:ident { $($variant:ident = $text:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug)]
        pub(crate) enum $name { $(#[doc = $text] $variant),+ }

        impl $name {
            /// The names, in the order of the declaration.
            pub(crate) const NAMES: &'static [&'static str] = &[$($text),+];
        }

        impl From<$name> for usize {
            fn from(column: $name) -> Self {
                column as Self
            }
        }
    };
}
pub(crate) use columns;

/// The decimal mark of the numbers of a base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DecimalMark {
    /// A comma in the base itself. A point comes from elsewhere, and may be a decimal mark or separate thousands.
    Comma,
    /// A point in the base itself. A comma comes from a spreadsheet, and may be a decimal mark or separate thousands.
    Point,
}

/// The header of a sheet.
#[derive(Debug)]
pub(crate) struct Header<'a> {
    file: &'a str,
    mark: DecimalMark,
    /// The line of the header.
    line: u64,
    /// The names that the file gives to the columns that are read, in the order of their declaration.
    names: Vec<String>,
    /// The positions of these columns.
    at: Vec<usize>,
    /// The number of cells of a row.
    width: usize,
    /// The columns that are not read.
    pub(crate) unread: Vec<String>,
}

/// A row of a sheet.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    header: &'a Header<'a>,
    record: Record,
}

impl<'a> Header<'a> {
    /// Finds the header of a text. Each column must occur exactly once; other columns are not read.
    pub(crate) fn find(
        file: &'a str,
        records: &mut Records<'_>,
        columns: &'static [&'static str],
        mark: DecimalMark,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let mut begin: Vec<Record> = Vec::new();
        let first = columns.first().copied().unwrap_or_default();
        for record in records.by_ref().take(TITLE_LINES) {
            let is_header = has(&record, first);
            begin.push(record);
            if is_header {
                break;
            }
        }
        let record = begin.iter().find(|record| has(record, first)).or(begin.first());
        let cells: Vec<&str> =
            record.map(|record| record.cells().map(str::trim).collect()).unwrap_or_default();
        let line = record.map_or(1, |record| record.line);
        let mut header = Self {
            file,
            mark,
            line,
            names: Vec::new(),
            at: Vec::new(),
            width: cells.len(),
            unread: Vec::new(),
        };
        let heads: Vec<String> = cells.iter().map(|cell| head(cell)).collect();
        for &column in columns {
            let wanted = head(column);
            let matches = |head: &str| match wanted.strip_suffix('*') {
                Some(start) => head.starts_with(start),
                None => head == wanted,
            };
            let found = cells.iter().zip(&heads).enumerate().filter(|(_, (_, head))| matches(head));
            let mut found = found.map(|(at, (cell, _))| (at, cell));
            let problem = match (found.next(), found.next()) {
                (Some((at, name)), None) => {
                    header.at.push(at);
                    header.names.push((*name).to_string());
                    continue;
                }
                (Some((_, name)), Some(_)) => Problem::DuplicateRow { id: (*name).to_string() },
                (None, _) => Problem::MissingColumn { column },
            };
            let location = header.location(line, column);
            let suggestion = nearest(column, cells.iter().copied());
            problems.push(Diagnostic { suggestion, ..Diagnostic::at(location, problem) });
        }
        if !problems.is_empty() {
            return None;
        }
        let read = |at: &usize| header.at.contains(at);
        let unread = cells.iter().enumerate().filter(|(at, cell)| !read(at) && !cell.is_empty());
        header.unread = unread.map(|(_, cell)| (*cell).to_string()).collect();
        Some(header)
    }

    /// The row of a record, if it has as many cells as the header and no formula.
    pub(crate) fn row(&'a self, record: Record, problems: &mut Vec<Diagnostic>) -> Option<Row<'a>> {
        if record.len() != self.width {
            let count = |length| u64::try_from(length).unwrap_or(u64::MAX);
            let problem = Problem::RowLength { cells: count(record.len()), columns: count(self.width) };
            let location = self.location(record.line, "");
            problems.push(Diagnostic::at(location, problem));
            return None;
        }
        let row = Row { header: self, record };
        let formula = (0..self.at.len()).find(|column| row.get(*column).starts_with('='));
        if let Some(column) = formula {
            let value = row.get(column).to_string();
            problems.push(row.problem(column, Problem::Formula { value }));
            return None;
        }
        Some(row)
    }

    /// The name that the file gives to a column.
    pub(crate) fn name(&self, column: impl Into<usize>) -> &str {
        self.names.get(column.into()).map_or("", String::as_str)
    }

    /// The problem of a column whose name lacks a year.
    pub(crate) fn undated(&self, column: impl Into<usize>) -> Diagnostic {
        let name = self.name(column);
        Diagnostic::at(self.location(self.line, name), Problem::InvalidValue { value: name.to_string() })
    }

    /// A location in the file.
    pub(crate) fn location(&self, line: u64, column: &str) -> Location {
        table_location(self.file, line, column)
    }
}

impl Row<'_> {
    /// The line on which it begins.
    pub(crate) fn line(&self) -> u64 {
        self.record.line
    }

    /// Whether all its cells are empty.
    pub(crate) fn is_empty(&self) -> bool {
        self.record.cells().all(|cell| cell.trim().is_empty())
    }

    /// A cell without surrounding spaces.
    pub(crate) fn get(&self, column: impl Into<usize>) -> &str {
        let at = self.header.at.get(column.into()).copied();
        at.and_then(|at| self.record.get(at)).unwrap_or_default().trim()
    }

    /// The number of a cell, with a decimal comma or point and optionally an exponent. The outer `None` means that
    /// the cell is not a number, or that its comma may separate thousands, which is reported; the inner one means
    /// that it is empty.
    pub(crate) fn decimal(
        &self,
        column: impl Into<usize>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Option<Decimal>> {
        let column = column.into();
        match self.get(column) {
            "" => Some(None),
            cell if may_be_thousands(cell, self.header.mark) => {
                let value = cell.to_string();
                problems.push(self.problem(column, Problem::AmbiguousNumber { value }));
                None
            }
            cell => match number::scientific(&cell.replace(',', ".")) {
                Some(value) => Some(Some(value)),
                None => {
                    problems.push(self.invalid(column));
                    None
                }
            },
        }
    }

    /// The problem of a cell whose value is invalid in its column.
    pub(crate) fn invalid(&self, column: impl Into<usize>) -> Diagnostic {
        let column = column.into();
        self.problem(column, Problem::InvalidValue { value: self.get(column).to_string() })
    }

    /// The problem of a cell.
    pub(crate) fn problem(&self, column: impl Into<usize>, problem: Problem) -> Diagnostic {
        let location = self.header.location(self.record.line, self.header.name(column));
        Diagnostic::at(location, problem)
    }
}

/// The name of a column, as far as a spreadsheet or a portal leaves it alone: case, accents, the kind of an apostrophe, the
/// length of a space, and an underscore instead of one do not count.
fn head(cell: &str) -> String {
    name::alike(&cell.replace('_', " "))
}

/// Whether a record has the cell of a column.
fn has(record: &Record, column: &str) -> bool {
    let wanted = head(column);
    record.cells().any(|cell| head(cell) == wanted)
}

/// The delimiter of a text: that by which the first of the columns is found, or the usual one of the base.
pub(crate) fn delimiter(text: &str, columns: &[&str], usual: u8) -> u8 {
    let first = columns.first().copied().unwrap_or_default();
    let found =
        |delimiter: &u8| Records::new(text, *delimiter).take(TITLE_LINES).any(|record| has(&record, first));
    [usual, b';', b',', b'\t'].into_iter().find(found).unwrap_or(usual)
}

/// Whether the mark of a number that is not the base's decimal mark may separate thousands: among decimal points, `1,006` is
/// 1006 or 1.006, and among decimal commas so is `1.006`; whereas `0,006` and `1,74532` have a decimal comma.
fn may_be_thousands(cell: &str, mark: DecimalMark) -> bool {
    let cell = cell.strip_prefix('-').unwrap_or(cell);
    let other = match mark {
        DecimalMark::Comma => '.',
        DecimalMark::Point => ',',
    };
    let Some((before, after)) = cell.split_once(other) else { return false };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let first = (1..=3).contains(&before.len()) && digits(before) && !before.starts_with('0');
    first && after.len() == 3 && digits(after)
}

/// The problem of a text as a whole: a quote that is never closed, or an incomplete last line.
pub(crate) fn whole(file: &str, text: &str, delimiter: u8) -> Option<Diagnostic> {
    let at = |line, problem| Some(Diagnostic::at(table_location(file, line, ""), problem));
    let last = || Records::new(text, delimiter).last().map_or(1, |record| record.line);
    if !text.matches('"').count().is_multiple_of(2) {
        return at(last(), Problem::OpenQuote {});
    }
    if !text.ends_with(['\n', '\r']) {
        return at(last(), Problem::CutOff {});
    }
    None
}
