//! A set or a table, as it was loaded.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use sha2::{Digest, Sha256};

use crate::collection::sorting::sorted;
use crate::table::columns::Columns;

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
}

impl Loaded {
    /// One that was read from texts.
    pub(crate) fn new(kind: &'static str, name: &str, files: &[(&str, &str)]) -> Self {
        let owned = files.iter().map(|(file, text)| (file.to_string(), text.to_string()));
        let (name, sha256) = (name.to_string(), manifest_hash(files));
        Self { kind, name, sha256, stated: false, files: Files::Texts(owned.collect()) }
    }

    /// One that was compiled from files with this hash.
    pub(crate) fn compiled(kind: &'static str, name: String, sha256: String, tables: Vec<Arc<Columns>>) -> Self {
        Self { kind, name, sha256, stated: false, files: Files::Compiled(tables) }
    }

    /// The names and texts of its files in the order of their names, or `None` if it was compiled and its notes are not
    /// loaded.
    pub(crate) fn texts(&self) -> Option<Vec<(&str, Cow<'_, str>)>> {
        match &self.files {
            Files::Texts(files) => {
                Some(files.iter().map(|(file, text)| (&**file, Cow::Borrowed(&**text))).collect())
            }
            Files::Compiled(tables) => {
                let files = tables.iter().flat_map(|table| table.files.iter().map(move |file| (table, file)));
                let texts = files.map(|(table, file)| Some((&*file.name, Cow::Owned(table.csv(file)?))));
                let texts: Option<Vec<_>> = texts.collect();
                texts.map(|texts| sorted(texts, |(one, _), (other, _)| one.cmp(other)))
            }
        }
    }
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
