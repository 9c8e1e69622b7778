//! A table by columns: each distinct text is kept once, so that it is read once as well.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;

use rust_decimal::Decimal;

use crate::table::csv;

/// A table by columns that is stored as bytes, from which it is made when it is needed.
pub(crate) trait Stored: fmt::Debug + Send + Sync {
    /// The table, without its notes.
    fn table(&self) -> Option<Columns>;

    /// The table, with its notes if they are there.
    fn explained(&self) -> Option<Columns>;
}

/// A number as it is written: its digits, and how many of them follow the point.
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
}

/// Texts, all in one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    text: String,
    /// Where each begins, and the last one ends.
    bounds: Vec<usize>,
}

impl Words {
    /// No texts yet, with room for some.
    pub(crate) fn with_capacity(count: usize) -> Self {
        let mut bounds = Vec::with_capacity(count.saturating_add(1));
        bounds.push(0);
        Self { text: String::new(), bounds }
    }

    /// Adds a text that has some bytes in common with the one before; `None` if that one has not as many, or they end
    /// inside a letter, or all are too long.
    pub(crate) fn push(&mut self, common: usize, differs: &str) -> Option<()> {
        let end = self.text.len();
        let start = self.bounds.iter().rev().nth(1).copied().unwrap_or(end);
        let shared = start.checked_add(common).filter(|shared| self.text.is_char_boundary(*shared))?;
        if end > LARGEST {
            return None;
        }
        self.text.extend_from_within(start..shared);
        self.text.push_str(differs);
        self.bounds.push(self.text.len());
        Some(())
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.bounds.len().saturating_sub(1)
    }

    /// The text at a position.
    pub(crate) fn get(&self, at: usize) -> Option<&str> {
        self.text.get(*self.bounds.get(at)?..*self.bounds.get(at.checked_add(1)?)?)
    }
}

/// The cells of a column.
#[derive(Clone, Debug)]
pub(crate) enum Cells {
    /// The distinct texts, and for each row the position of its own.
    Words { words: Words, codes: Vec<u32> },
    /// Numbers.
    Numbers(Vec<Written>),
}

impl Cells {
    /// The text of a row, if the cells are texts.
    pub(crate) fn text(&self, row: usize) -> Option<&str> {
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

/// The most bytes of the text of a set: some ten times that of the bundle. The words of a table by columns repeat, so few
/// bytes could stand for more text than there is memory.
pub(crate) const LARGEST: usize = 1 << 24;

impl Columns {
    /// The cells of a column.
    pub(crate) fn get(&self, column: &str) -> Option<&Cells> {
        self.columns.iter().find(|(name, _)| name == column).map(|(_, cells)| cells)
    }

    /// The file of a row, and its line there.
    pub(crate) fn line(&self, row: usize) -> (&str, u64) {
        let file = self.files.iter().find(|file| file.rows.contains(&row));
        let (name, start) = file.map_or(("", 0), |file| (&*file.name, file.rows.start));
        let line = u64::try_from(row.saturating_sub(start)).unwrap_or(u64::MAX).saturating_add(2);
        (name, line)
    }

    /// The text of a file, or `None` if a column of it is not loaded or there is no room for so many bytes.
    pub(crate) fn csv(&self, file: &File, room: &mut usize) -> Option<String> {
        let cells: Option<Vec<&Cells>> = file.header.iter().map(|column| self.get(column)).collect();
        let cells = cells?;
        let mut text = String::new();
        csv::write(&mut text, file.header.iter().map(String::as_str));
        for row in file.rows.clone() {
            let written: Option<Vec<Cow<'_, str>>> = cells.iter().map(|cells| shown(cells, row)).collect();
            csv::write(&mut text, written?.iter().map(AsRef::as_ref));
            if text.len() > *room {
                return None;
            }
        }
        *room = room.checked_sub(text.len())?;
        Some(text)
    }
}

/// The text of a cell.
fn shown(cells: &Cells, row: usize) -> Option<Cow<'_, str>> {
    match cells {
        Cells::Words { .. } => cells.text(row).map(Cow::Borrowed),
        Cells::Numbers(numbers) => {
            let Written { mantissa, places } = *numbers.get(row)?;
            Some(Decimal::try_from_i128_with_scale(mantissa.into(), places).ok()?.to_string().into())
        }
    }
}

/// What is read from the cells of a column, each distinct text once.
pub(crate) struct Distinct<'a, T> {
    values: Vec<T>,
    codes: &'a [u32],
}

impl<'a, T> Distinct<'a, T> {
    /// Reads a column of texts; one that is not there has no values.
    pub(crate) fn read(columns: &'a Columns, column: &str, mut read: impl FnMut(&str) -> T) -> Self {
        match columns.get(column) {
            Some(Cells::Words { words, codes }) => {
                let values = (0..words.len()).map(|at| read(words.get(at).unwrap_or_default()));
                Self { values: values.collect(), codes }
            }
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
