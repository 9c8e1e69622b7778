//! The published bases that have an importer.

use alloc::vec::Vec;

use crate::diagnostic::Diagnostic;
use crate::import::base_carbone::base_carbone;
use crate::import::desnz::desnz;
use crate::import::outcome::Import;
use crate::reference::references::References;
use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// A published base of factors with an importer.
    pub enum FactorBase {
        BaseCarbone = "base-carbone", "Base Carbone de l’ADEME", "Base Carbone of ADEME";
        Desnz = "desnz", "facteurs de conversion britanniques (DESNZ)", "British conversion factors (DESNZ)";
    }
}

/// The header is expected within this many bytes.
const BEGIN: usize = 16 << 10;

impl FactorBase {
    /// Recognizes the base of an export by its header.
    ///
    /// ```
    /// use claquette::import::FactorBase;
    /// assert_eq!(FactorBase::of(b"Type Ligne;Identifiant de l'\xe9l\xe9ment;Structure"), Some(FactorBase::BaseCarbone));
    /// assert_eq!(FactorBase::of(b"ID,Scope,Level 1,UOM,GHG Conversion Factor 2024"), Some(FactorBase::Desnz));
    /// assert_eq!(FactorBase::of(b"id,place,unit,value,source\n"), None);
    /// ```
    pub fn of(bytes: &[u8]) -> Option<Self> {
        // UTF-16 has a zero beside each Latin letter; the importer reports it as a wrong encoding.
        let begin = bytes.get(..BEGIN).unwrap_or(bytes).iter().copied().filter(|byte| *byte != 0);
        let begin: Vec<u8> = begin.collect();
        let has = |words: &[u8]| begin.windows(words.len()).any(|window| window == words);
        match () {
            () if has(b"Type Ligne") => Some(Self::BaseCarbone),
            () if has(b"GHG Conversion Factor") => Some(Self::Desnz),
            () => None,
        }
    }

    /// Reads an export of the base.
    ///
    /// # Errors
    /// Those of [`base_carbone`] and [`desnz`].
    pub fn read(self, file: &str, bytes: &[u8], references: &References) -> Result<Import, Vec<Diagnostic>> {
        match self {
            Self::BaseCarbone => base_carbone(file, bytes, references),
            Self::Desnz => desnz(file, bytes, references),
        }
    }
}
