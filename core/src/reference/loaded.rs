//! A set or a table, as it was loaded.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use sha2::{Digest, Sha256};

use crate::collection::sorting::sorted;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::location::Location;
use crate::table::columns::{Columns, File, LARGEST, Stored};

/// The names and texts of the files of a set or a table.
pub(crate) type Texts<'a> = Vec<(Cow<'a, str>, Cow<'a, str>)>;

/// The kinds of sets and tables: a set of the user's own, the bundle, or a table that replaces or extends one of the
/// bundle.
pub(crate) const KINDS: [&str; 7] =
    ["set", "bundle", "assumptions", "proxies", "airports", "cities", "stations"];

/// A set or a table, as it was loaded.
#[derive(Clone, Debug)]
pub(crate) struct Loaded {
    /// One of [`KINDS`].
    pub(crate) kind: &'static str,
    pub(crate) name: String,
    /// The SHA-256 of its manifest.
    pub(crate) sha256: String,
    /// Whether the hash is one that an extract states of the set its rows are from.
    pub(crate) stated: bool,
    /// Its files, from which an extract takes its rows.
    files: Files,
}

/// The files of a set or a table.
#[derive(Clone, Debug)]
enum Files {
    /// Their names and texts.
    Texts(Vec<(String, String)>),
    /// The tables by columns that were compiled from them.
    Compiled(Vec<Arc<Columns>>),
    /// One such table that is still stored.
    Stored(Arc<dyn Stored>),
}

impl Loaded {
    /// One that was read from texts.
    pub(crate) fn new(kind: &'static str, name: &str, files: &[(&str, &str)]) -> Self {
        let owned = files.iter().map(|(file, text)| (file.to_string(), text.to_string()));
        let (name, sha256) = (name.to_string(), manifest_hash(files));
        Self { kind, name, sha256, stated: false, files: Files::Texts(owned.collect()) }
    }

    /// One that was compiled from files with this hash.
    pub(crate) fn compiled(
        kind: &'static str,
        name: String,
        sha256: String,
        tables: Vec<Arc<Columns>>,
    ) -> Self {
        Self { kind, name, sha256, stated: false, files: Files::Compiled(tables) }
    }

    /// One that was compiled from a file with this hash, and is stored.
    pub(crate) fn stored(kind: &'static str, name: String, sha256: String, table: Arc<dyn Stored>) -> Self {
        Self { kind, name, sha256, stated: false, files: Files::Stored(table) }
    }

    /// The names and texts of its files in the order of their names, or `None` if it was compiled and its notes are not
    /// loaded.
    pub(crate) fn texts(&self) -> Option<Texts<'_>> {
        let mut room = LARGEST;
        match &self.files {
            Files::Texts(files) => {
                let borrowed = files.iter().map(|(file, text)| (Cow::from(&**file), Cow::from(&**text)));
                Some(borrowed.collect())
            }
            Files::Compiled(tables) => {
                let files = tables.iter().flat_map(|table| table.files.iter().map(move |file| (table, file)));
                let texts: Option<Vec<_>> = files.map(|(table, file)| text(table, file, &mut room)).collect();
                texts.map(|texts| sorted(texts, |(one, _), (other, _)| one.cmp(other)))
            }
            Files::Stored(stored) => {
                let table = stored.explained()?;
                table.files.iter().map(|file| text(&table, file, &mut room)).collect()
            }
        }
    }
}

/// Sets and tables, each with its texts.
///
/// # Errors
/// Each whose notes are not loaded.
pub(crate) fn texts_of<'a>(
    all: impl Iterator<Item = &'a Loaded>,
) -> Result<Vec<(&'a Loaded, Texts<'a>)>, Vec<Diagnostic>> {
    let (mut texts, mut missing) = (Vec::new(), Vec::new());
    for loaded in all {
        match loaded.texts() {
            Some(of) => texts.push((loaded, of)),
            None => {
                let problem = Problem::MissingNotes { name: loaded.name.clone() };
                missing.push(Diagnostic::at(Location::Pointer(String::new()), problem));
            }
        }
    }
    if missing.is_empty() { Ok(texts) } else { Err(missing) }
}

/// The name and the text of a file.
fn text(table: &Columns, file: &File, room: &mut usize) -> Option<(Cow<'static, str>, Cow<'static, str>)> {
    Some((Cow::Owned(file.name.clone()), Cow::Owned(table.csv(file, room)?)))
}

/// The SHA-256 of a manifest of files in the format of `sha256sum`.
pub(crate) fn manifest_hash(files: &[(&str, &str)]) -> String {
    let files = sorted(files.to_vec(), |(left, _), (right, _)| left.cmp(right));
    let mut manifest = String::new();
    for (name, text) in files {
        manifest.extend([&*hash(text.as_bytes()), "  ", name, "\n"]);
    }
    hash(manifest.as_bytes())
}

/// The SHA-256 of some bytes, in hexadecimal.
pub(crate) fn hash(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _infallible = core::fmt::Write::write_fmt(&mut text, format_args!("{byte:02x}"));
    }
    text
}

/// The beginning of a hash, which is enough to tell one file from another.
pub(crate) fn short(hash: &str) -> &str {
    hash.get(..16).unwrap_or(hash)
}
