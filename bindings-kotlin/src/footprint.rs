//! The footprint of a production, as a handle: what is asked of it crosses the border, and no more.

use claquette::output::{
    FootprintIndicators, FootprintSummary, FootprintVariance, FootprintVerification, FootprintView, Output,
};
use claquette::{
    Account, Axis, Diagnostic, ElectricityMethod, Footprint as Ledger, Gwp, Indicators, Language, Options,
    Part, Production, References as Tables, Term, Unpriced, Variance, Verification, View, check_json,
    compute as compute_footprint, extract, html, report, view,
};

use crate::check::GivenLimits;
use crate::error::{BorderError, refused};
use crate::references::{References, TableFile};

/// The footprint of a production, with the production and the tables that an extract is taken from.
#[derive(Debug, uniffi::Object)]
pub(crate) struct Footprint(Ledger, Production, Tables);

// A method of the tables, as `check` is.
#[uniffi::export]
impl References {
    /// Computes the footprint of a document.
    pub(crate) fn compute(
        &self,
        document: Vec<u8>,
        unpriced: &str,
        electricity: &str,
        gwp: &str,
        limits: GivenLimits,
    ) -> Result<Footprint, BorderError> {
        let options = Options {
            unpriced: Unpriced::named("answer to a line without a factor", unpriced)?,
            electricity: ElectricityMethod::named("method for electricity", electricity)?,
            gwp: Gwp::named("set of warming potentials", gwp)?,
            ..Options::default()
        };
        ledger(&document, self, limits, &options)
            .map(|(footprint, production)| Footprint(footprint, production, self.tables().clone()))
            .map_err(|(diagnostics, more)| refused(diagnostics, more))
    }
}

type Problems = (Vec<Diagnostic>, u64);

fn ledger(
    document: &[u8],
    references: &References,
    limits: GivenLimits,
    options: &Options,
) -> Result<(Ledger, Production), Problems> {
    let checked = check_json(document, references.tables(), &limits.most());
    let production = checked.production.ok_or((checked.diagnostics, checked.omitted))?;
    match compute_footprint(&production, references.tables(), options) {
        Ok(footprint) => Ok((footprint, production)),
        Err(rejection) => Err((rejection.diagnostics, rejection.omitted)),
    }
}

#[uniffi::export]
impl Footprint {
    /// Whether every line is in it.
    pub(crate) fn status(&self) -> String {
        self.0.completeness().text().to_string()
    }

    /// The exact kilograms of an account.
    pub(crate) fn total(&self, account: &str) -> Result<String, BorderError> {
        Ok(self.0.total(Account::named("account", account)?).kilograms().to_string())
    }

    /// A view as JSON.
    pub(crate) fn view(
        &self,
        axis: &str,
        account: &str,
        without: Vec<String>,
    ) -> Result<String, BorderError> {
        let view = self.seen(axis, account, &without)?;
        Ok(FootprintView::new(&view).to_json())
    }

    /// The indicators as JSON.
    pub(crate) fn indicators(&self) -> String {
        FootprintIndicators::new(Indicators::of(&self.0)).to_json()
    }

    /// The report that people read.
    pub(crate) fn report(&self, code: &str) -> Result<String, BorderError> {
        Ok(report(&self.0, Language::named(code)?))
    }

    /// The posts as a table of HTML.
    pub(crate) fn html(&self, code: &str) -> Result<String, BorderError> {
        Ok(html(&self.0, Language::named(code)?))
    }

    /// A view as people read it.
    pub(crate) fn view_text(&self, axis: &str, code: &str) -> Result<String, BorderError> {
        let language = Language::named(code)?;
        Ok(self.seen(axis, Account::Counted.text(), &[])?.text(language))
    }

    /// The files of its extract.
    pub(crate) fn extract(&self) -> Result<Vec<TableFile>, BorderError> {
        let files = extract(&self.1, &self.2, &self.0.options);
        let files = files.map_err(|rejection| refused(rejection.diagnostics, rejection.omitted))?;
        Ok(files.into_iter().map(|(name, csv)| TableFile { name, csv }).collect())
    }

    /// Whether a stored result is this one, as JSON.
    pub(crate) fn verify(&self, stored: Vec<u8>) -> Result<String, BorderError> {
        let verification = Verification::of(&stored, &self.0).map_err(|problems| refused(problems, 0))?;
        Ok(FootprintVerification::new(verification).to_json())
    }

    /// What changes in an account from this one to a later one, as JSON.
    pub(crate) fn variance(&self, after: &Footprint, account: &str) -> Result<String, BorderError> {
        let account = Account::named("account", account)?;
        let variance = Variance::between(&self.0, &after.0, account).ok_or_else(|| BorderError::Misuse {
            said: "the footprints are of two productions, not of one".into(),
        })?;
        Ok(FootprintVariance::new(&variance).to_json())
    }

    /// The footprint as JSON.
    pub(crate) fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// Its summary as JSON.
    pub(crate) fn summary(&self) -> String {
        FootprintSummary::new(&self.0).to_json()
    }

    /// The SHA-256 of the production's canonical JSON.
    pub(crate) fn sha256(&self) -> String {
        self.1.sha256()
    }
}

impl Footprint {
    fn seen(&self, axis: &str, account: &str, without: &[String]) -> Result<View, BorderError> {
        let axis = Axis::named(axis)?;
        let account = Account::named("account", account)?;
        let parts = without.iter().map(|part| Part::named("part", part));
        Ok(view(&self.0, &axis, account, &parts.collect::<Result<Vec<_>, _>>()?))
    }
}
