//! Compiled tables, as they are stored or fetched.
//!
//! `CLAQ`, the version of the form, the kind, 1 if these are notes or else 0, the name of the set, the SHA-256 of its
//! manifest; then tables to the end. A table has its files, each with its name, its number of rows and, but in notes, its
//! header; then its columns, each with its name and its cells.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::compiled::bytes::Bytes;
use crate::compiled::cells;
use crate::reference::loaded::KINDS;
use crate::table::columns::{Columns, File};

/// What it begins with; the last byte is the version of the form.
const MARK: [u8; 5] = *b"CLAQ\x01";

/// The kinds of what is compiled.
const COMPILED: [&str; 4] = ["bundle", "airports", "cities", "stations"];

/// Compiled tables: what computing needs of a set or a table, or its notes, which only explain.
#[derive(Debug)]
pub(super) struct Asset {
    /// The position of its kind among [`KINDS`].
    pub(super) kind: usize,
    pub(super) notes: bool,
    pub(super) name: String,
    pub(super) sha256: String,
    pub(super) tables: Vec<Columns>,
}

impl Asset {
    /// Reads bytes, or returns `None` if they are anything else.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes::new(bytes);
        if bytes.take(MARK.len())? != MARK {
            return None;
        }
        let kind = usize::from(bytes.byte()?);
        KINDS.get(kind).filter(|kind| COMPILED.contains(kind))?;
        let notes = match bytes.byte()? {
            0 => false,
            1 => true,
            _ => return None,
        };
        let [name, sha256] = [bytes.text()?, bytes.text()?].map(ToString::to_string);
        let mut tables = Vec::new();
        while !bytes.is_empty() {
            tables.push(table(&mut bytes, notes)?);
        }
        Some(Self { kind, notes, name, sha256, tables })
    }

    /// Adds the notes; returns whether they are those of these tables.
    pub(super) fn explain(&mut self, notes: Self) -> bool {
        let same = |(table, notes): (&Columns, &Columns)| {
            let files = table.files.iter().zip(&notes.files);
            let mut files = files.map(|(file, other)| file.name == other.name && file.rows == other.rows);
            table.files.len() == notes.files.len() && files.all(|same| same)
        };
        if (&self.name, &self.sha256) != (&notes.name, &notes.sha256)
            || self.tables.len() != notes.tables.len()
            || !self.tables.iter().zip(&notes.tables).all(same)
        {
            return false;
        }
        for (table, notes) in self.tables.iter_mut().zip(notes.tables) {
            table.columns.extend(notes.columns);
        }
        true
    }
}

fn table(bytes: &mut Bytes<'_>, notes: bool) -> Option<Columns> {
    let mut table = Columns::default();
    for _ in 0..bytes.count()? {
        let (name, rows) = (bytes.text()?.to_string(), bytes.count()?);
        let header = if notes { "" } else { bytes.text()? };
        let header = header.split(',').filter(|column| !column.is_empty()).map(String::from).collect();
        let start = table.rows;
        table.rows = start.checked_add(rows)?;
        table.files.push(File { name, rows: start..table.rows, header });
    }
    for _ in 0..bytes.count()? {
        let name = bytes.text()?.to_string();
        let cells = cells::read(bytes, table.rows, &table.columns)?;
        table.columns.push((name, cells));
    }
    Some(table)
}
