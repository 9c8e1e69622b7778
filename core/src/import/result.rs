//! The JSON of an import.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::diagnostic::Diagnostic;
use crate::factor::skipped::{SkipReason, Skipped};
use crate::format::output::{Output, output};
use crate::import::anomaly::{Anomaly, AnomalyKind};
use crate::import::base::FactorBase;
use crate::import::element::UnpricedReason;
use crate::import::encoding::text;
use crate::import::outcome::Import;
use crate::reference::references::References;
use crate::text::language::Language;
use crate::text::vocabulary::Term;

output! {
    /// The result of an import: the text of a set, with its anomalies and omissions.
    pub struct ImportedBase {
        /// The base that the file is an export of; absent for a set of your own.
        base: Option<FactorBase> = optional,
        /// The number of factors, including those that can be listed but not priced.
        factors: u32,
        /// The factors as a set: a table for `with_set`.
        csv: String,
        /// The factors that can be listed but not priced; they are not in the set.
        unpriced: Vec<UnpricedElement>,
        /// The rows that were left out, in the order of the file.
        skipped: Vec<SkippedRow>,
        /// The anomalies of what was kept, in the order of the file.
        anomalies: Vec<ImportAnomaly>,
        /// The rows named by the key map that serve no key, because the file does not have them or their value is
        /// negative: the sets after this one serve their keys. For a set of your own, the rows that serve no key.
        unserved: Vec<SkippedRow>,
        /// The columns of the file that are not read.
        unread: Vec<String>,
    }
}

output! {
    /// A factor of a base that can be listed but not priced.
    pub struct UnpricedElement {
        /// Its line in the file, from 1.
        line: u64,
        /// Its identifier in the source.
        id: String,
        /// Its French name in the source, or empty.
        fr: String,
        /// Its English name in the source, or empty.
        en: String,
        /// Why it cannot be priced.
        reason: UnpricedReason,
    }
}

output! {
    /// A row that an import skips or that serves no key, and why.
    pub struct SkippedRow {
        /// Its line in the file, from 1; for a row of a key map, the line in the map.
        line: u64,
        /// Its identifier in the source; empty if it has none.
        id: String,
        /// The reason.
        reason: SkipReason,
    }
}

output! {
    /// An anomaly in a row that is kept.
    pub struct ImportAnomaly {
        /// Its line in the file, from 1.
        line: u64,
        /// Its identifier in the source.
        id: String,
        /// The kind of anomaly.
        kind: AnomalyKind,
        /// The anomaly and its numbers, in French.
        fr: String,
        /// The anomaly and its numbers, in English.
        en: String,
    }
}

impl ImportedBase {
    /// Reads a file: an export of a base, with its key map if it is among those given (`desnz.csv`, …), or else a set
    /// of the user's own, which is checked and kept unchanged.
    ///
    /// ```
    /// use claquette::{References, output::ImportedBase};
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let own = b"id,place,unit,value,source\nquay-hotel,FR,kgCO2e/room.night,4.1,facture de l'h\xf4tel\n";
    /// let imported = ImportedBase::read("own.csv", own, &[], &references).unwrap();
    /// assert_eq!((imported.base, imported.factors), (None, 1));
    /// assert!(imported.csv.ends_with("facture de l'hôtel\n"));
    /// ```
    ///
    /// # Errors
    /// Every problem of the structure of the file, or of the key map, with line and column.
    pub fn read(
        file: &str,
        bytes: &[u8],
        maps: &[(&str, &str)],
        references: &References,
    ) -> Result<Self, Vec<Diagnostic>> {
        let Some(base) = FactorBase::of(bytes) else {
            return Self::own(file, bytes, references);
        };
        let import = base.read(file, bytes, references)?;
        let map = maps.iter().find(|(name, _)| name.strip_suffix(".csv") == Some(base.text()));
        let import = match map {
            Some((name, map)) => import.with_keys(name, map)?,
            None => import,
        };
        Ok(Self::new(base, &import))
    }

    /// A set of the user's own.
    fn own(file: &str, bytes: &[u8], references: &References) -> Result<Self, Vec<Diagnostic>> {
        let csv = text(file, bytes)?.into_owned();
        let with = references.clone().trial_set(file, &csv)?;
        let factors = with.factors().count().saturating_sub(references.factors().count());
        Ok(Self {
            base: None,
            factors: u32::try_from(factors).unwrap_or(u32::MAX),
            csv,
            unpriced: Vec::new(),
            skipped: Vec::new(),
            anomalies: with.outliers(file).iter().map(ImportAnomaly::new).collect(),
            unserved: SkippedRow::all(with.unserved(file)),
            unread: Vec::new(),
        })
    }

    fn new(base: FactorBase, import: &Import) -> Self {
        let unpriced = import.elements.iter().filter_map(|element| {
            Some(UnpricedElement {
                line: element.line,
                id: element.row.clone(),
                fr: element.name_fr.clone(),
                en: element.name_en.clone(),
                reason: element.unpriced()?,
            })
        });
        Self {
            base: Some(base),
            factors: u32::try_from(import.elements.len()).unwrap_or(u32::MAX),
            csv: import.csv(),
            unpriced: unpriced.collect(),
            skipped: SkippedRow::all(&import.skipped),
            anomalies: import.anomalies.iter().map(ImportAnomaly::new).collect(),
            unserved: SkippedRow::all(&import.unserved),
            unread: import.unread.clone(),
        }
    }
}

impl SkippedRow {
    fn all(rows: &[Skipped]) -> Vec<Self> {
        rows.iter().map(|row| Self { line: row.line, id: row.id.to_string(), reason: row.reason }).collect()
    }
}

impl ImportAnomaly {
    fn new(anomaly: &Anomaly) -> Self {
        Self {
            line: anomaly.line,
            id: anomaly.id.clone(),
            kind: anomaly.kind,
            fr: anomaly.message(Language::Fr),
            en: anomaly.message(Language::En),
        }
    }
}

impl Output for ImportedBase {}
