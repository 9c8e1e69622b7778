//! The bundled tables as references.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::compiled::asset::{Asset, Sites, explained};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::location::Location;
use crate::diagnostic::problems::Problems;
use crate::reference::loaded::{KINDS, Loaded, hash, texts_of};
use crate::reference::references::References;
use crate::table::columns::Columns;

/// An asset, and its position among those that were given.
type At = (usize, Asset);

/// The names and texts of files.
type Files = Vec<(String, String)>;

/// The hashes of the compiled tables that are known to be valid.
const KNOWN: &[(&str, &str)] = {
    #[cfg(feature = "bundled")]
    let known = claquette_factors::COMPILED_SHA256;
    #[cfg(not(feature = "bundled"))]
    let known = &[];
    known
};

impl References {
    /// The tables of `claquette-factors`, with the airports, the cities and the stations: what [`References::read`] and the
    /// other readers make of its texts, in a fraction of their time.
    ///
    /// They are part of the program, with the feature `bundled`.
    ///
    /// # Errors
    /// Never, as the tests of this version show: the tables that it comes with are valid.
    ///
    /// ```
    /// use claquette::References;
    /// let references = References::bundled().unwrap();
    /// let read = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// assert_eq!(references.hashes().next(), read.hashes().next());
    /// ```
    #[cfg(feature = "bundled")]
    pub fn bundled() -> Result<Self, Vec<Diagnostic>> {
        let assets = claquette_factors::COMPILED.iter().map(|(_, bytes)| Cow::Borrowed(*bytes));
        Self::of_assets(assets.collect(), true)
    }

    /// Reads compiled tables that were fetched: the contents of files of `claquette_factors::COMPILED`, in any order.
    ///
    /// `tables.bin` is needed; airports, cities and stations, and the notes of each, can be left out. Notes are names, notes
    /// and locators in sources: without them every mass is the same, texts are missing, and an extract cannot be taken.
    ///
    /// Bytes of another version of `claquette-factors` than the one with which this crate was built (or any, without its
    /// feature `bundled`) are not taken on trust: their tables are written as text and read with every check, which takes as
    /// long as that and needs the notes.
    ///
    /// # Errors
    /// Each content that is none of compiled tables, is given twice or belongs to none of the others, by its position;
    /// notes that are missing and needed; and what is wrong with tables of another version.
    ///
    /// ```
    /// use claquette::References;
    /// let file = |name| claquette_factors::COMPILED.iter().find(|(file, _)| *file == name).unwrap().1;
    /// let references = References::read_compiled(&[file("tables.bin"), file("airports.bin")]).unwrap();
    /// assert_eq!(references.hashes().count(), 2);
    /// let problems = References::read_compiled(&[b"CLAQ"]).unwrap_err();
    /// assert_eq!(problems[0].code(), "invalid-compiled");
    /// ```
    pub fn read_compiled(assets: &[&[u8]]) -> Result<Self, Vec<Diagnostic>> {
        let known = |asset: &&[u8]| {
            let sha256 = hash(asset);
            KNOWN.iter().any(|(_, known)| *known == sha256)
        };
        let owned = assets.iter().map(|asset| Cow::Owned(asset.to_vec()));
        Self::of_assets(owned.collect(), assets.iter().all(known))
    }

    fn of_assets(assets: Vec<Cow<'static, [u8]>>, trusted: bool) -> Result<Self, Vec<Diagnostic>> {
        let mut problems = Problems::default();
        let mut invalid = |at: usize| problems.push(invalid(format!("/{at}")));
        // The tables of each kind, and their notes.
        let mut sets: Vec<(usize, Asset, Option<At>)> = Vec::new();
        let mut notes: Vec<At> = Vec::new();
        for (at, bytes) in assets.into_iter().enumerate() {
            match Asset::read(bytes) {
                Some(asset) if asset.notes => notes.push((at, asset)),
                Some(asset) if sets.iter().all(|(_, set, _)| set.kind != asset.kind) => {
                    sets.push((at, asset, None))
                }
                _ => invalid(at),
            }
        }
        for (at, notes) in notes {
            match sets.iter_mut().find(|(_, set, _)| notes.explains(set)) {
                Some((_, _, of)) if of.is_none() => *of = Some((at, notes)),
                _ => invalid(at),
            }
        }
        let mut taken = |kind: &str| {
            let at = sets.iter().position(|(_, set, _)| KINDS.get(set.kind) == Some(&kind))?;
            Some(sets.swap_remove(at))
        };
        let Some((at, bundle, notes)) = taken("bundle").filter(|_| problems.is_empty()) else {
            problems.extend(problems.is_empty().then(|| self::invalid(String::new())));
            return Err(problems.finish());
        };
        let files = tables(at, &bundle, notes.as_ref())?;
        let mut references = if trusted {
            Self::of_columns(bundle.name, bundle.sha256, files)?
        } else {
            let (name, texts) = texts(bundle.name, files)?;
            let files: Vec<(&str, &str)> = texts.iter().map(|(file, text)| (&**file, &**text)).collect();
            Self::read(&name, &files)?
        };
        for kind in ["airports", "cities", "stations"] {
            let Some((at, set, notes)) = taken(kind) else { continue };
            references = if trusted {
                let (name, sha256) = (set.name.clone(), set.sha256.clone());
                references.with_stored(
                    kind,
                    name,
                    sha256,
                    Arc::new(Sites(set, notes.map(|(_, notes)| notes))),
                )?
            } else {
                let files = tables(at, &set, notes.as_ref())?;
                let (name, texts) = texts(set.name, files)?;
                let text = texts.first().map_or("", |(_, text)| text);
                match kind {
                    "airports" => references.with_airports(&name, text)?,
                    "cities" => references.with_cities(&name, text)?,
                    _ => references.with_stations(&name, text)?,
                }
            };
        }
        Ok(references)
    }
}

/// The problem of an asset.
fn invalid(pointer: String) -> Diagnostic {
    Diagnostic::at(Location::Pointer(pointer), Problem::InvalidCompiled {})
}

/// The tables of an asset with their notes.
fn tables(at: usize, asset: &Asset, notes: Option<&At>) -> Result<Vec<Arc<Columns>>, Vec<Diagnostic>> {
    let damaged = || match notes.filter(|_| asset.tables().is_some()) {
        Some((notes, _)) => invalid(format!("/{notes}")),
        None => invalid(format!("/{at}")),
    };
    let tables = explained(asset, notes.map(|(_, notes)| notes));
    let tables = tables.ok_or_else(|| alloc::vec![damaged()])?;
    Ok(tables.into_iter().map(Arc::new).collect())
}

/// The name of a set, and the names and texts of its files.
fn texts(name: String, tables: Vec<Arc<Columns>>) -> Result<(String, Files), Vec<Diagnostic>> {
    let loaded = Loaded::compiled("", name, String::new(), tables);
    let owned = |(file, text): (Cow<'_, str>, Cow<'_, str>)| (file.into_owned(), text.into_owned());
    let texts = texts_of(core::iter::once(&loaded))?.into_iter().flat_map(|(_, texts)| texts);
    Ok((loaded.name.clone(), texts.map(owned).collect()))
}
