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
    /// Recognizes the base of an export by a column of its header.
    ///
    /// ```
    /// use claquette::import::FactorBase;
    /// assert_eq!(FactorBase::of(b"Type Ligne;Identifiant de l'\xe9l\xe9ment;Structure"), Some(FactorBase::BaseCarbone));
    /// assert_eq!(FactorBase::of(b"ID,Scope,Level 1,UOM,GHG Conversion Factor 2024"), Some(FactorBase::Desnz));
    /// assert_eq!(FactorBase::of(b"id,place,unit,value,source\n"), None);
    /// // A set of one's own that mentions a base is no export of it.
    /// assert_eq!(FactorBase::of(b"id,place,unit,value,source\nx,FR,kgCO2e/kg,1,see Type Ligne of the base\n"), None);
    /// ```
    pub fn of(bytes: &[u8]) -> Option<Self> {
        // UTF-16 has a zero beside each Latin letter; the importer reports it as a wrong encoding.
        let begin = bytes.get(..BEGIN).unwrap_or(bytes).iter().copied().filter(|byte| *byte != 0);
        let begin: Vec<u8> =
            begin.map(|byte| if byte == b'_' { b' ' } else { byte.to_ascii_lowercase() }).collect();
        let cells = begin.split(|byte| matches!(byte, b'\n' | b'\r' | b';' | b',' | b'\t'));
        cells.map(|cell| cell.trim_ascii()).find_map(|cell| {
            // A byte order mark and a quote may stand before the name.
            let name =
                cell.iter().position(|byte| byte.is_ascii_alphabetic()).and_then(|at| cell.get(at..))?;
            match () {
                () if name.strip_suffix(b"\"").unwrap_or(name) == b"type ligne" => Some(Self::BaseCarbone),
                () if name.starts_with(b"ghg conversion factor ") => Some(Self::Desnz),
                () => None,
            }
        })
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
