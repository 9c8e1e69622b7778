//! The compiled tables: what `compiled` in the core reads, written from the texts of the tables.

use core::error::Error;
use core::fmt::Write;

use claquette::References;
use sha2::{Digest, Sha256};

use crate::column::{self, Column};

/// Which columns are notes: no mass, no choice and no message of a problem depends on them. Columns of other names of these
/// tables are what computing needs.
const NOTES: [(&str, &[&str]); 14] = [
    ("airports.csv", &["name", "city"]),
    ("assumptions.csv", &["name_fr", "name_en", "raw", "place", "year", "source", "source_row", "note"]),
    ("cities.csv", &["geonames"]),
    ("equivalences.csv", &["name_fr", "name_en", "raw", "source_row", "note"]),
    ("gwp.csv", &["source_row"]),
    ("keys.csv", &["name_fr", "name_en"]),
    ("means.csv", &["source_row", "note_fr", "note_en"]),
    ("proxies.csv", &["reason_fr", "reason_en"]),
    ("rails.csv", &["note"]),
    ("ranges.csv", &["raw", "source_row", "note"]),
    (
        "sources.csv",
        &["name", "publisher", "version", "published", "licence", "licence_url", "url", "notice"],
    ),
    // These have no notes: places and stations are found by their names.
    ("places.csv", &[]),
    ("stations.csv", &[]),
    ("", &["raw", "source_row", "name_fr", "name_en", "note"]),
];

/// The notes of a file; those of factors are under no name.
fn notes_of(file: &str) -> &'static [&'static str] {
    let named = |name: &str| NOTES.iter().find(|(file, _)| *file == name).map(|(_, notes)| *notes);
    named(file).or_else(|| named("")).unwrap_or_default()
}

/// How the header of a file of factors begins.
const FACTORS: &str = "id,key,place,year,";

/// What begins every file of compiled tables: a mark, and the version of the form.
const MARK: &[u8; 5] = b"CLAQ\x01";

/// Files, each with its name and text, whose rows are put into one table.
type Table = Vec<(&'static str, &'static str)>;

/// A generated file: its path from the root of the project, and its bytes.
type File = (&'static str, Vec<u8>);

/// The compiled tables, and the source that names them.
pub(crate) fn files(references: &References) -> Result<Vec<File>, Box<dyn Error>> {
    let (factors, others): (Table, Table) =
        claquette_factors::FILES.iter().partition(|(_, text)| text.starts_with(FACTORS));
    let tables = core::iter::once(factors).chain(others.into_iter().map(|file| vec![file]));
    let hash = references.hashes().next().map(|hash| hash.sha256.to_string()).unwrap_or_default();
    let mut files = vec![
        asset("factors/compiled/tables.bin", 1, false, (claquette_factors::NAME, &hash), tables.clone())?,
        asset("factors/compiled/tables-notes.bin", 1, true, (claquette_factors::NAME, &hash), tables)?,
    ];
    let sites: [(_, [_; 2], _); 3] = [
        (
            claquette_factors::AIRPORTS,
            ["factors/compiled/airports.bin", "factors/compiled/airports-notes.bin"],
            4,
        ),
        (claquette_factors::CITIES, ["factors/compiled/cities.bin", "factors/compiled/cities-notes.bin"], 5),
        (
            claquette_factors::STATIONS,
            ["factors/compiled/stations.bin", "factors/compiled/stations-notes.bin"],
            6,
        ),
    ];
    for (file, [path, notes], kind) in sites {
        let hash = manifest_hash(file);
        let of = (file.0, &*hash);
        files.push(asset(path, kind, false, of, [vec![file]])?);
        if !notes_of(file.0).is_empty() {
            files.push(asset(notes, kind, true, of, [vec![file]])?);
        }
    }
    files.sort();
    let source = source(&files);
    files.push(("factors/src/compiled.rs", source.into_bytes()));
    Ok(files)
}

/// The SHA-256 of the manifest of one file.
fn manifest_hash((name, text): (&str, &str)) -> String {
    sha256(format!("{}  {name}\n", sha256(text.as_bytes())).as_bytes())
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}

/// A file of compiled tables, or of their notes.
fn asset(
    path: &'static str,
    kind: u8,
    notes: bool,
    (name, sha256): (&str, &str),
    tables: impl IntoIterator<Item = Table>,
) -> Result<File, Box<dyn Error>> {
    let mut out = MARK.to_vec();
    out.extend([kind, u8::from(notes)]);
    column::text(&mut out, name)?;
    column::text(&mut out, sha256)?;
    for files in tables {
        table(&mut out, &files, notes)?;
    }
    Ok((path, out))
}

/// The files of a table, then those of its columns that are notes, or that are not.
fn table(out: &mut Vec<u8>, files: &[(&str, &str)], notes: bool) -> Result<(), Box<dyn Error>> {
    let mut columns: Vec<Column> = Vec::new();
    let mut rows = 0;
    column::count(out, files.len())?;
    for (file, text) in files {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers()?.clone();
        let records: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>()?;
        column::text(out, file)?;
        column::count(out, records.len())?;
        if !notes {
            column::text(out, &header.iter().collect::<Vec<_>>().join(","))?;
        }
        // A column that an earlier file did not have is empty there.
        for name in &header {
            if columns.iter().all(|column| column.name != name) {
                columns.push(Column { name: name.to_string(), cells: vec![String::new(); rows] });
            }
        }
        rows = rows.saturating_add(records.len());
        for column in &mut columns {
            let at = header.iter().position(|name| name == column.name);
            let cell =
                |record: &csv::StringRecord| at.and_then(|at| record.get(at)).unwrap_or_default().to_string();
            column.cells.extend(records.iter().map(cell));
        }
    }
    let explain = files.first().map_or(&[][..], |(file, _)| notes_of(file));
    columns.retain(|column| explain.contains(&&*column.name) == notes);
    column::count(out, columns.len())?;
    for at in 0..columns.len() {
        column::write(out, &columns, at)?;
    }
    Ok(())
}

/// The source of `claquette-factors` that names the files and their hashes.
fn source(files: &[File]) -> String {
    let mut source = String::from(
        "//! The tables by columns, compiled. Written by `cargo run -p claquette-generate`: not to be edited by hand.

/// The compiled tables, as (file name, bytes): what computing needs, and apart from it the notes, which only explain. The
/// `claquette` crate reads them; they say what the texts say.
///
/// # Example: what a web page fetches first
///
/// ```
/// let (_, bytes) = claquette_factors::COMPILED.iter().find(|(name, _)| *name == \"tables.bin\").unwrap();
/// let texts: usize = claquette_factors::FILES.iter().map(|(_, text)| text.len()).sum();
/// assert!(bytes.len() < texts / 3);
/// ```
pub const COMPILED: &[(&str, &[u8])] = &[
",
    );
    let names = || files.iter().filter_map(|(path, bytes)| Some((path.rsplit('/').next()?, bytes)));
    for (name, _) in names() {
        let _infallible = writeln!(source, "    (\"{name}\", include_bytes!(\"../compiled/{name}\")),");
    }
    source.push_str(
        "];

/// The SHA-256 of each file of the compiled tables, as (file name, hash): what was fetched can be compared with it.
///
/// # Example
///
/// ```
/// let names = |(name, _): &(&'static str, &'static str)| *name;
/// assert!(claquette_factors::COMPILED_SHA256.iter().map(names).eq(claquette_factors::COMPILED.iter().map(|(name, _)| *name)));
/// ```
pub const COMPILED_SHA256: &[(&str, &str)] = &[
",
    );
    for (name, bytes) in names() {
        let _infallible = writeln!(source, "    (\"{name}\", \"{}\"),", sha256(bytes));
    }
    source.push_str("];\n");
    source
}
