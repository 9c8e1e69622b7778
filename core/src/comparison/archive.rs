//! An archive: a production, its footprint, and the rows of the tables that it rests on.

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::check::{Checked, check_with};
use crate::comparison::verification::Verification;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::parameter::DocumentSort;
use crate::format::json::Limits;
use crate::format::output::{FORMAT, Output};
use crate::format::stored::stored;
use crate::format::texts::Texts;
use crate::ledger::compute::{Rejection, compute};
use crate::ledger::extract::extracted;
use crate::ledger::footprint::Footprint;
use crate::ledger::integrity;
use crate::ledger::options::Options;
use crate::ledger::reading::{document, is_known};
use crate::production::Production;
use crate::reference::references::References;
use crate::wire;

stored! {
    /// What an auditor needs to compute a footprint again, in ten years and without the tables of today: the production,
    /// its footprint, and the rows of the tables that it rests on.
    ///
    /// ```
    /// use claquette::output::Output;
    /// use claquette::{Archive, Limits, Mass, Options, References, check_json};
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
    ///   "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": "120000", "unit": "kWh"}}}}]}"#;
    /// let production = check_json(input, &references, &Limits::default()).production.unwrap();
    /// let archive = Archive::of(&production, &references, &Options::default()).unwrap();
    /// let kept = archive.to_json();
    ///
    /// // Ten years later: nothing but the archive.
    /// let mut archive = Archive::from_json(kept.as_bytes(), &Limits::default()).unwrap();
    /// assert!(archive.verify().unwrap().holds());
    /// archive.footprint.products[0].masses[0] = Mass::ZERO;
    /// assert!(!archive.verify().unwrap().holds());
    /// ```
    pub struct Archive {
        /// The version of the format of archives.
        format: u32,
        /// The production.
        production: wire::Production,
        /// Its footprint.
        footprint: Footprint,
        /// The rows of the tables that it rests on, by the names of their files.
        tables: Texts,
    }
}

impl Output for Archive {}

impl Archive {
    /// Computes the footprint of a production, and keeps all that it takes to compute it again.
    ///
    /// # Errors
    /// Those of [`compute`].
    pub fn of(
        production: &Production,
        references: &References,
        options: &Options,
    ) -> Result<Self, Rejection> {
        let (footprint, files) = extracted(production, references, options)?;
        let tables = files.iter().map(|(name, text)| (&**name, &**text)).collect();
        Ok(Self { format: FORMAT, production: production.input().clone(), footprint, tables })
    }

    /// Reads an archive from the JSON of one.
    ///
    /// # Errors
    /// Whatever is no archive: those of [`Footprint::from_json`], and a production whose fields can't be read.
    pub fn from_json(json: &[u8], limits: &Limits) -> Result<Self, Vec<Diagnostic>> {
        document(json, limits, DocumentSort::Archive, |archive: &Self, findings| archive.check(findings))
    }

    fn check(&self, findings: &mut Findings) {
        findings.within("footprint", |findings| {
            let format = self.footprint.format;
            if !is_known(format) {
                let problem = Problem::UnsupportedFormat { found: format.to_string(), supported: FORMAT };
                findings.report_in("format", problem);
            }
            integrity::check(&self.footprint, findings);
        });
    }

    /// Computes the footprint again, from the production and the tables of the archive, and compares it with the one of
    /// the archive.
    ///
    /// # Errors
    /// Tables that can't be read, and a production that is invalid or can't be computed with them.
    pub fn verify(&self) -> Result<Verification, Rejection> {
        let refused = |diagnostics| Rejection { diagnostics, omitted: 0 };
        let files: Vec<(&str, &str)> = self.tables.iter().collect();
        let references = References::read_extract(&files).map_err(refused)?;
        let options = &self.footprint.options;
        let Checked { production, diagnostics, omitted, .. } =
            check_with(self.production.clone(), &references, options.aviation);
        let production = production.ok_or(Rejection { diagnostics, omitted })?;
        let recomputed = compute(&production, &references, options)?;
        Verification::between(&self.footprint, &recomputed).map_err(refused)
    }
}
