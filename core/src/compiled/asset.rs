//! Compiled tables, as they are stored or fetched.
//!
//! `CLAQ`, the version of the form, the kind, 1 if these are notes or else 0, the name of the set, the SHA-256 of its
//! manifest; then tables to the end. A table has its files, each with its name, its number of rows and, but in notes, its
//! header; then its columns, each with its name and its cells.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::compiled::bytes::Bytes;
use crate::compiled::cells;
use crate::reference::loaded::KINDS;
use crate::table::columns::{Columns, File, Stored};

/// What it begins with; the last byte is the version of the form.
const MARK: [u8; 5] = *b"CLAQ\x01";

/// The kinds of what is compiled.
const COMPILED: [&str; 4] = ["bundle", "airports", "cities", "stations"];

/// Compiled tables: what computing needs of a set or a table, or its notes, which only explain.
#[derive(Clone, Debug)]
pub(super) struct Asset {
    /// The position of its kind among [`KINDS`].
    pub(super) kind: usize,
    pub(super) notes: bool,
    pub(super) name: String,
    pub(super) sha256: String,
    bytes: Cow<'static, [u8]>,
    /// Where the tables begin.
    start: usize,
}

impl Asset {
    /// Reads what the bytes are of, or returns `None` if they are anything else.
    pub(super) fn read(all: Cow<'static, [u8]>) -> Option<Self> {
        let mut bytes = Bytes::new(&all);
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
        let start = all.len().checked_sub(bytes.len())?;
        Some(Self { kind, notes, name, sha256, bytes: all, start })
    }

    /// Its tables, or `None` if they are damaged.
    pub(super) fn tables(&self) -> Option<Vec<Columns>> {
        let mut bytes = Bytes::new(self.bytes.get(self.start..)?);
        let mut tables = Vec::new();
        while !bytes.is_empty() {
            tables.push(table(&mut bytes, self.notes)?);
        }
        Some(tables)
    }

    /// Whether these are the notes of other tables.
    pub(super) fn explains(&self, tables: &Self) -> bool {
        let of = |asset: &Self| (asset.kind, asset.name.clone(), asset.sha256.clone());
        self.notes && !tables.notes && of(self) == of(tables)
    }
}

/// The tables with the columns of their notes, or `None` if either are damaged.
pub(super) fn explained(tables: &Asset, notes: Option<&Asset>) -> Option<Vec<Columns>> {
    let mut tables = tables.tables()?;
    let Some(notes) = notes else { return Some(tables) };
    let notes = notes.tables()?;
    let same = |(table, notes): (&Columns, &Columns)| {
        let mut files = table.files.iter().zip(&notes.files);
        table.files.len() == notes.files.len()
            && files.all(|(file, other)| file.name == other.name && file.rows == other.rows)
    };
    if tables.len() != notes.len() || !tables.iter().zip(&notes).all(same) {
        return None;
    }
    for (table, notes) in tables.iter_mut().zip(notes) {
        table.columns.extend(notes.columns);
    }
    Some(tables)
}

/// A table of sites, and its notes if they are there.
#[derive(Debug)]
pub(super) struct Sites(pub(super) Asset, pub(super) Option<Asset>);

impl Stored for Sites {
    fn table(&self) -> Option<Columns> {
        self.0.tables()?.pop()
    }

    fn explained(&self) -> Option<Columns> {
        explained(&self.0, self.1.as_ref())?.pop()
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
