//! A table by columns: each distinct text is kept once, so that it is read once as well.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

use rust_decimal::Decimal;

use crate::diagnostic::location::Location;
use crate::table::{csv, table_location};
use crate::text::shared::Text;

/// A number as it was written: its digits, and how many of them follow the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) mantissa: i64,
    pub(crate) places: u32,
}

impl Written {
    /// Drops a zero at the end of the decimal places; returns whether there was one.
    pub(crate) fn shorten(&mut self) -> bool {
        let shorter = self.places.checked_sub(1).zip(self.mantissa.checked_div(10));
        let shorter = shorter.filter(|_| self.mantissa.checked_rem(10) == Some(0));
        if let Some((places, mantissa)) = shorter {
            *self = Self { mantissa, places };
        }
        shorter.is_some()
    }

    /// Its value, without the zeros at its end, as one that is read from text.
    pub(crate) fn value(mut self) -> Option<Decimal> {
        while self.shorten() {}
        self.decimal()
    }

    /// Its value with its decimal places.
    fn decimal(self) -> Option<Decimal> {
        Decimal::try_from_i128_with_scale(self.mantissa.into(), self.places).ok()
    }
}

/// The cells of a column.
#[derive(Clone, Debug)]
pub(crate) enum Cells {
    /// The distinct texts, and for each row the position of its own.
    Words { words: Vec<Text>, codes: Vec<u32> },
    /// Numbers.
    Numbers(Vec<Written>),
}

impl Cells {
    /// The text of a row, if the cells are texts.
    pub(crate) fn text(&self, row: usize) -> Option<&Text> {
        match self {
            Self::Words { words, codes } => words.get(usize::try_from(*codes.get(row)?).ok()?),
            Self::Numbers(_) => None,
        }
    }

    /// The number of a row, if the cells are numbers.
    pub(crate) fn number(&self, row: usize) -> Option<Written> {
        match self {
            Self::Words { .. } => None,
            Self::Numbers(numbers) => numbers.get(row).copied(),
        }
    }
}

/// A file, whose rows are some of those of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) rows: Range<usize>,
    /// Its columns, in their order.
    pub(crate) header: Vec<String>,
}

/// A table by columns. Columns that only explain may be missing: they are loaded apart.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    pub(crate) columns: Vec<(String, Cells)>,
    pub(crate) files: Vec<File>,
    /// How many rows there are.
    pub(crate) rows: usize,
}

/// The most bytes of the text of a file: some ten times that of the largest of the bundle. The words of a table by columns
/// repeat, so few bytes could stand for more text than there is memory.
const LARGEST: usize = 1 << 24;

impl Columns {
    /// The cells of a column.
    pub(crate) fn get(&self, column: &str) -> Option<&Cells> {
        self.columns.iter().find(|(name, _)| name == column).map(|(_, cells)| cells)
    }

    /// Where a row is in its file, as an editor counts.
    pub(crate) fn location(&self, row: usize, column: &str) -> Location {
        let file = self.files.iter().find(|file| file.rows.contains(&row));
        let (name, start) = file.map_or(("", 0), |file| (&*file.name, file.rows.start));
        let line = u64::try_from(row.saturating_sub(start)).unwrap_or(u64::MAX).saturating_add(2);
        table_location(name, line, column)
    }

    /// The text of a file, or `None` if a column of it is not loaded or the text would be too long.
    pub(crate) fn csv(&self, file: &File) -> Option<String> {
        let cells: Option<Vec<&Cells>> = file.header.iter().map(|column| self.get(column)).collect();
        let cells = cells?;
        let mut text = String::new();
        csv::write(&mut text, file.header.iter().map(String::as_str));
        for row in file.rows.clone() {
            let written: Option<Vec<Text>> = cells.iter().map(|cells| shown(cells, row)).collect();
            csv::write(&mut text, written?.iter().map(Text::as_str));
            if text.len() > LARGEST {
                return None;
            }
        }
        Some(text)
    }
}

/// The text of a cell.
fn shown(cells: &Cells, row: usize) -> Option<Text> {
    match cells {
        Cells::Words { .. } => cells.text(row).cloned(),
        Cells::Numbers(numbers) => Some(numbers.get(row)?.decimal()?.to_string().into()),
    }
}

/// What is read from the cells of a column, each distinct text once.
pub(crate) struct Distinct<'a, T> {
    values: Vec<T>,
    codes: &'a [u32],
}

impl<'a, T> Distinct<'a, T> {
    /// Reads a column of texts; one that is not there has no values.
    pub(crate) fn read(columns: &'a Columns, column: &str, read: impl FnMut(&Text) -> T) -> Self {
        match columns.get(column) {
            Some(Cells::Words { words, codes }) => Self { values: words.iter().map(read).collect(), codes },
            _ => Self { values: Vec::new(), codes: &[] },
        }
    }

    /// The value of a row.
    pub(crate) fn get(&self, row: usize) -> Option<&T> {
        self.values.get(usize::try_from(self.code(row)?).ok()?)
    }

    /// Which of the distinct texts a row has.
    pub(crate) fn code(&self, row: usize) -> Option<u32> {
        self.codes.get(row).copied()
    }
}

/// What a table is read from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Content<'a> {
    /// Comma-separated values.
    Csv(&'a str),
    /// The rows of a file of a table by columns.
    Columns(&'a Columns, &'a File),
}

impl<'a> From<&'a str> for Content<'a> {
    fn from(text: &'a str) -> Self {
        Self::Csv(text)
    }
}
