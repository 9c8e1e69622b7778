//! The bundled tables as references.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::compiled::asset::Asset;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::location::Location;
use crate::diagnostic::problems::Problems;
use crate::reference::loaded::{KINDS, Loaded, hash};
use crate::reference::references::References;

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
        let assets: Vec<&[u8]> = claquette_factors::COMPILED.iter().map(|(_, bytes)| *bytes).collect();
        Self::of_assets(&assets, true)
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
        Self::of_assets(assets, assets.iter().all(known))
    }

    fn of_assets(assets: &[&[u8]], trusted: bool) -> Result<Self, Vec<Diagnostic>> {
        let mut problems = Problems::default();
        let mut invalid = |at: usize| {
            problems.push(Diagnostic::at(Location::Pointer(format!("/{at}")), Problem::InvalidCompiled {}));
        };
        // The tables of each kind, then notes.
        let (mut sets, mut notes): (Vec<Asset>, Vec<(usize, Asset)>) = (Vec::new(), Vec::new());
        for (at, bytes) in assets.iter().enumerate() {
            match Asset::read(bytes) {
                Some(asset) if asset.notes => notes.push((at, asset)),
                Some(asset) if sets.iter().all(|set| set.kind != asset.kind) => sets.push(asset),
                _ => invalid(at),
            }
        }
        let mut explained = Vec::new();
        for (at, notes) in notes {
            let of = sets.iter_mut().find(|set| set.kind == notes.kind && !explained.contains(&set.kind));
            let kind = notes.kind;
            if of.is_some_and(|set| set.explain(notes)) {
                explained.push(kind);
            } else {
                invalid(at);
            }
        }
        let bundle = sets.iter().position(|set| KINDS.get(set.kind) == Some(&"bundle"));
        let Some(bundle) = bundle.filter(|_| problems.is_empty()) else {
            let missing = Diagnostic::at(Location::Pointer(String::new()), Problem::InvalidCompiled {});
            problems.extend(problems.is_empty().then_some(missing));
            return Err(problems.finish());
        };
        let bundle = sets.swap_remove(bundle);
        let mut references = if trusted {
            Self::of_columns(bundle.name, bundle.sha256, shared(bundle.tables))?
        } else {
            let (name, texts) = texts(bundle)?;
            let files: Vec<(&str, &str)> = texts.iter().map(|(file, text)| (&**file, &**text)).collect();
            Self::read(&name, &files)?
        };
        for (position, kind) in KINDS.into_iter().enumerate() {
            let Some(at) = sets.iter().position(|set| set.kind == position) else { continue };
            references = references.laid_over(kind, sets.swap_remove(at), trusted)?;
        }
        Ok(references)
    }

    /// Lays the table of an asset over these.
    fn laid_over(self, kind: &'static str, mut asset: Asset, trusted: bool) -> Result<Self, Vec<Diagnostic>> {
        if trusted && let Some(table) = asset.tables.pop() {
            return self.with_columns(kind, asset.name, asset.sha256, Arc::new(table));
        }
        let (name, texts) = texts(asset)?;
        let text = texts.first().map_or("", |(_, text)| text);
        match kind {
            "airports" => self.with_airports(&name, text),
            "cities" => self.with_cities(&name, text),
            _ => self.with_stations(&name, text),
        }
    }
}

fn shared<T>(tables: Vec<T>) -> Vec<Arc<T>> {
    tables.into_iter().map(Arc::new).collect()
}

/// The name of a set, and the names and texts of its files.
fn texts(asset: Asset) -> Result<(String, Vec<(String, String)>), Vec<Diagnostic>> {
    let loaded = Loaded::compiled("", asset.name, String::new(), shared(asset.tables));
    let owned = |(file, text): (&str, Cow<'_, str>)| (file.into(), text.into_owned());
    let texts = loaded.texts().map(|texts| texts.into_iter().map(owned).collect());
    let missing = || Problem::MissingNotes { name: loaded.name.clone() };
    let missing = || alloc::vec![Diagnostic::at(Location::Pointer(String::new()), missing())];
    Ok((loaded.name.clone(), texts.ok_or_else(missing)?))
}
