//! The net as it is stored.

use std::fs;
use std::path::Path;

use crate::net::changes::Change;
use crate::net::rows::Rows;
use crate::tables::Tables;

/// The name of the tables, which a result would show; the one that they had.
const NAME: &str = "claquette-factors 0.1.0";

/// What each file of rows begins with.
const HEAD: &str = "\
# What the engine of commit c243a74 gave, with the tables of c243a74. ../README.md says how it was made.
# case, mass, line, account, part, gas, micrograms of CO2e | case, problem, code, place | case, status, which
# case, excluded, line, code
";

/// The tables of the net.
pub(super) fn tables() -> Tables {
    let files = texts("net/tables", "csv");
    let (sites, files): (Vec<_>, Vec<_>) = files
        .iter()
        .map(|(name, text)| (&**name, &**text))
        .partition(|(name, _)| ["airports.csv", "cities.csv", "stations.csv"].contains(name));
    Tables::read(NAME, &files, sites.try_into().expect("three tables of sites"))
}

/// The rows as they are stored.
pub fn stored() -> Rows {
    let files = texts("net/rows", "tsv").into_iter();
    files.map(|(name, text)| (name.replace(".tsv", ""), lines(&text))).collect()
}

/// What is meant to differ from the stored rows.
pub fn changes() -> Vec<Change> {
    Change::read(&text(&crate::path("net/changes.txt")))
}

/// Writes rows into a folder, a file for each file of vectors and each production.
pub fn write(folder: &Path, rows: &Rows) {
    fs::create_dir_all(folder).expect("a folder");
    for (name, rows) in rows {
        let text = rows.iter().fold(HEAD.to_string(), |text, row| text + row + "\n");
        fs::write(folder.join(format!("{name}.tsv")), text).expect("a file");
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().filter(|line| !line.starts_with('#')).map(String::from).collect()
}

/// The files of a folder, sorted by name.
pub(super) fn texts(folder: &str, extension: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(crate::path(folder)).expect("a folder of the net");
    let paths = entries.map(|entry| entry.expect("a file").path());
    let named = paths.filter(|path| path.extension().is_some_and(|of| of == extension));
    let mut files: Vec<_> = named
        .map(|path| (path.file_name().expect("a file").to_string_lossy().into_owned(), text(&path)))
        .collect();
    files.sort();
    files
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
