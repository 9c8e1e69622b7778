//! Tables: comma-separated values (RFC 4180) with a header, or columns that were compiled from them.

pub(crate) mod columns;
pub(crate) mod csv;

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cell::{Cell, RefCell};

use rust_decimal::Decimal;

use crate::collection::name_map::NameIndex;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::SUGGESTIONS;
use crate::diagnostic::location::Location;
use crate::diagnostic::problems::Problems;
use crate::number;
use crate::table::columns::{Columns, Content, File, Written};
use crate::table::csv::{Record, Records};
use crate::text::quotation::shortened;
use crate::text::similarity::Guesses;

/// A table: its file, and where its columns are.
#[derive(Debug)]
pub(crate) struct Table<'a> {
    file: &'a str,
    columns: &'static [&'static str],
    /// For each known column, its position in the rows or among the columns.
    at: Vec<Option<usize>>,
    rows: Rows<'a>,
    /// How many suggestions have been sought, and the guesses of all of them.
    guessed: Cell<usize>,
    guesses: RefCell<Guesses>,
}

/// A column of a table, found once for all its rows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ColumnAt {
    name: &'static str,
    /// Its position in the rows or among the columns, if it is there.
    at: Option<usize>,
}

/// The rows of a table.
#[derive(Debug)]
enum Rows<'a> {
    Records(Vec<Record>),
    Columns(&'a Columns, &'a File),
}

/// A row of a table, which reports the problems of its cells.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    table: &'a Table<'a>,
    cells: RowCells<'a>,
}

/// The cells of a row: a record, or what some columns have at a position.
#[derive(Clone, Copy, Debug)]
enum RowCells<'a> {
    Record(&'a Record),
    Columns(&'a Columns, usize),
}

impl<'a> Table<'a> {
    /// Reads a table with these columns, of which the first `required` must be present in a text.
    pub(crate) fn read(
        file: &'a str,
        content: impl Into<Content<'a>>,
        columns: &'static [&'static str],
        required: usize,
        problems: &mut Problems,
    ) -> Self {
        match content.into() {
            Content::Csv(text) => Self::of_text(file, text, columns, required, problems),
            Content::Columns(known, rows) => {
                let at =
                    columns.iter().map(|column| known.columns.iter().position(|(name, _)| name == column));
                let (at, rows) = (at.collect(), Rows::Columns(known, rows));
                Self { file, columns, at, rows, guessed: Cell::default(), guesses: RefCell::default() }
            }
        }
    }

    fn of_text(
        file: &'a str,
        text: &str,
        columns: &'static [&'static str],
        required: usize,
        problems: &mut Problems,
    ) -> Self {
        let before = problems.count();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if !text.matches('"').count().is_multiple_of(2) {
            let location = table_location(file, 1, "");
            problems.push(Diagnostic::at(location, Problem::OpenQuote {}));
        }
        let mut records = Records::new(text, b',');
        let header: Vec<String> =
            records.next().map(|record| record.cells().map(String::from).collect()).unwrap_or_default();
        if header.is_empty() {
            problems.push(Diagnostic::at(table_location(file, 1, ""), Problem::EmptyTable {}));
        }
        let mut table = Table {
            file,
            columns,
            at: Vec::new(),
            rows: Rows::Records(Vec::new()),
            guessed: Cell::default(),
            guesses: RefCell::default(),
        };
        // A spreadsheet set to French separates the cells of a CSV file by semicolons.
        let whole = if let [whole] = header.as_slice() { whole.as_str() } else { "" };
        if whole.contains([';', '\t']) {
            problems.push(Diagnostic::at(table.location(1, ""), Problem::WrongDelimiter {}));
            return table;
        }
        let mut seen = NameIndex::default();
        for name in &header {
            if !columns.contains(&name.as_str()) {
                let problem = Problem::UnknownColumn { column: name.clone() };
                let suggestion = table.guess(name, columns.iter().copied());
                problems.push(Diagnostic { suggestion, ..Diagnostic::at(table.location(1, name), problem) });
            } else if !seen.add(name.clone()) {
                // Of two cells of a row one would be read, and the other one believed.
                let problem = Problem::DuplicateRow { id: name.clone() };
                problems.push(Diagnostic::at(table.location(1, name), problem));
            }
        }
        table.at = columns.iter().map(|column| header.iter().position(|name| name == column)).collect();
        for (column, at) in columns.iter().zip(&table.at).take(required) {
            if at.is_none() && !header.is_empty() {
                let problem = Problem::MissingColumn { column };
                problems.push(Diagnostic::at(table.location(1, column), problem));
            }
        }
        // Without these columns, every row would only repeat that they are missing.
        if problems.count() > before {
            return table;
        }
        let mut rows = Vec::new();
        for record in records {
            if record.len() == header.len() {
                rows.push(record);
            } else {
                let value = record.cells().collect::<Vec<_>>().join(",");
                let problem = Problem::InvalidValue { value };
                let location = table.location(record.line, "");
                problems.push(Diagnostic::at(location, problem));
            }
        }
        table.rows = Rows::Records(rows);
        table
    }

    /// Where a column is.
    pub(crate) fn column(&self, name: &'static str) -> ColumnAt {
        let index = self.columns.iter().position(|known| *known == name);
        ColumnAt { name, at: index.and_then(|index| self.at.get(index).copied().flatten()) }
    }

    /// The rows.
    pub(crate) fn rows(&'a self) -> impl Iterator<Item = Row<'a>> {
        let (records, columns) = match &self.rows {
            Rows::Records(records) => (records.as_slice(), None),
            Rows::Columns(columns, file) => (Default::default(), Some((*columns, file.rows.clone()))),
        };
        let columns = columns.into_iter().flat_map(|(columns, rows)| rows.map(move |at| (columns, at)));
        let columns = columns.map(|(columns, at)| RowCells::Columns(columns, at));
        records.iter().map(RowCells::Record).chain(columns).map(|cells| Row { table: self, cells })
    }

    /// What was probably meant by a name that is not known.
    fn guess<'b>(&self, name: &str, known: impl IntoIterator<Item = &'b str>) -> Option<String> {
        let guessed = self.guessed.get();
        self.guessed.set(guessed.saturating_add(1));
        if guessed >= SUGGESTIONS {
            return None;
        }
        self.guesses.try_borrow_mut().ok()?.nearest(name, known)
    }

    fn location(&self, line: u64, column: &str) -> Location {
        table_location(self.file, line, column)
    }
}

impl<'a> Row<'a> {
    /// The cell of a column; empty if the table does not have it.
    pub(crate) fn get(&self, column: &'static str) -> &'a str {
        self.cell(self.table.column(column))
    }

    /// The cell of a column that was found.
    pub(crate) fn cell(&self, column: ColumnAt) -> &'a str {
        let cell = column.at.and_then(|at| match self.cells {
            RowCells::Record(record) => record.get(at),
            RowCells::Columns(columns, row) => columns.columns.get(at).and_then(|(_, cells)| cells.text(row)),
        });
        cell.unwrap_or_default()
    }

    /// Reads a number from its digits and how many of them follow the point, or reports that its value is invalid.
    pub(crate) fn number<T>(
        &self,
        column: ColumnAt,
        read: impl Fn(i128, u32) -> Option<T>,
        problems: &mut Problems,
    ) -> Option<T> {
        let written = column.at.and_then(|at| match self.cells {
            RowCells::Record(_) => None,
            RowCells::Columns(columns, row) => {
                columns.columns.get(at).and_then(|(_, cells)| cells.number(row))
            }
        });
        match written {
            Some(Written { mantissa, places }) => read(mantissa.into(), places),
            None => {
                let digits = |value: Decimal| read(value.mantissa(), value.scale());
                self.parse(column.name, |cell| digits(number::parse(cell).ok()?), problems)
            }
        }
    }

    /// Reports a cell that is empty. One that is not loaded only explains, and is taken on trust.
    pub(crate) fn filled(&self, column: &'static str, problems: &mut Problems) {
        let loaded = matches!(self.cells, RowCells::Record(_)) || self.table.column(column).at.is_some();
        if loaded {
            self.parse(column, |cell| (!cell.is_empty()).then_some(()), problems);
        }
    }

    /// Its line in the file, from 1.
    pub(crate) fn line(&self) -> u64 {
        match (self.cells, &self.table.rows) {
            (RowCells::Record(record), _) => record.line,
            (RowCells::Columns(_, row), Rows::Columns(_, file)) => {
                let below = row.saturating_sub(file.rows.start);
                u64::try_from(below).unwrap_or(u64::MAX).saturating_add(2)
            }
            _ => 0,
        }
    }

    /// A problem of a cell, with its location.
    pub(crate) fn problem(&self, column: &str, problem: Problem) -> Diagnostic {
        Diagnostic::at(self.table.location(self.line(), column), problem)
    }

    /// The problem of a cell that names something unknown, with what was probably meant.
    pub(crate) fn unknown<'b>(
        &self,
        column: &str,
        name: &str,
        known: impl IntoIterator<Item = &'b str>,
    ) -> Diagnostic {
        let suggestion = self.table.guess(name, known);
        Diagnostic { suggestion, ..self.problem(column, Problem::UnknownName { name: name.to_string() }) }
    }

    /// Reads a cell, or reports that its value is invalid.
    pub(crate) fn parse<T>(
        &self,
        column: &'static str,
        read: impl FnOnce(&'a str) -> Option<T>,
        problems: &mut Problems,
    ) -> Option<T> {
        let cell = self.get(column);
        let value = read(cell);
        if value.is_none() {
            problems.push(self.problem(column, Problem::InvalidValue { value: cell.to_string() }));
        }
        value
    }

    /// Reads a cell that may be empty.
    pub(crate) fn parse_optional<T>(
        &self,
        column: &'static str,
        read: impl FnOnce(&'a str) -> Option<T>,
        problems: &mut Problems,
    ) -> Option<T> {
        if self.get(column).is_empty() { None } else { self.parse(column, read, problems) }
    }

    /// Reports an identifier that an earlier row already has.
    pub(crate) fn unique(
        &self,
        column: &'static str,
        seen: &mut NameIndex<'_>,
        problems: &mut Problems,
    ) -> bool {
        let id = self.get(column);
        let new = seen.add(id.to_string());
        if !new {
            problems.push(self.problem(column, Problem::DuplicateRow { id: id.to_string() }));
        }
        new
    }
}

/// A location in a table. The name of the column is shortened, since a header may be of any length.
pub(crate) fn table_location(file: &str, line: u64, column: &str) -> Location {
    Location::Table { file: file.to_string(), line, column: shortened(column) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_quotes_and_says_what_is_wrong() {
        let mut problems = Problems::default();
        let text = "id,name\na,\"x, \"\"y\"\"\"\nb\nc,z\n";
        let table = Table::read("t.csv", text, &["id", "name", "note"], 2, &mut problems);
        let rows: Vec<(&str, &str)> = table.rows().map(|row| (row.get("id"), row.get("name"))).collect();
        assert_eq!(rows, [("a", "x, \"y\""), ("c", "z")]);
        let problems = problems.finish();
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].location.to_string(), "t.csv:3");
    }

    /// The second of two columns of one name was dropped in silence: `4,9` read 4.
    #[test]
    fn a_column_is_given_once() {
        let mut problems = Problems::default();
        let table = Table::read("t.csv", "id,name,name\na,4,9\n", &["id", "name"], 2, &mut problems);
        assert_eq!(table.rows().count(), 0);
        let said: Vec<_> = problems.finish().iter().map(ToString::to_string).collect();
        assert_eq!(said, ["t.csv:1:name: `name` is given twice"]);
    }

    #[test]
    fn misses_columns_and_suggests_others() {
        let mut problems = Problems::default();
        Table::read("t.csv", "id,naem\n", &["id", "name"], 2, &mut problems);
        let problems = problems.finish();
        let said: Vec<_> = problems.iter().map(|p| (p.code(), p.suggestion.as_deref())).collect();
        assert_eq!(said, [("unknown-column", Some("name")), ("missing-column", None)]);
    }
}
