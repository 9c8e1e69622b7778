//! The footprint of a production, as a handle: what is asked of it crosses the border, and no more.

use claquette::output::{
    BudgetCoverage, FootprintDiscrepancy, FootprintIndicators, FootprintSummary, FootprintVariance,
    FootprintVerification, FootprintView, Output,
};
use claquette::{
    Account, Aviation, Axis, ElectricityMethod, Footprint as Ledger, Gwp, Indicators, Language, Options,
    Part, Production, References as Tables, Rejection, Term, UncertaintyOptions, UnknownTerm, Unpriced,
    Variance, Verification, View, audit, check_json_with, compute as compute_footprint,
    extract as extract_rows, html, report, uncertainty, view,
};

use crate::check::GivenLimits;
use crate::error::{BorderError, refused};
use crate::references::{References, TableFile};

/// The footprint of a production: a value, without tables and without its production.
#[derive(Debug, uniffi::Object)]
pub(crate) struct Footprint(Ledger);

/// What a computation is asked for, by the words of the wire format.
#[derive(Debug, uniffi::Record)]
pub(crate) struct GivenOptions {
    /// What happens to a line without a factor.
    pub(crate) unpriced: String,
    /// How electricity is counted.
    pub(crate) electricity: String,
    /// The set of warming potentials.
    pub(crate) gwp: String,
    /// How flights are priced.
    pub(crate) aviation: String,
}

impl GivenOptions {
    fn options(&self) -> Result<Options, UnknownTerm> {
        Ok(Options {
            unpriced: Unpriced::named("answer to a line without a factor", &self.unpriced)?,
            electricity: ElectricityMethod::named("method for electricity", &self.electricity)?,
            gwp: Gwp::named("set of warming potentials", &self.gwp)?,
            aviation: Aviation::named("way of pricing flights", &self.aviation)?,
        })
    }
}

// Methods of the tables, as `check` is.
#[uniffi::export]
impl References {
    /// Computes the footprint of a document.
    pub(crate) fn compute(
        &self,
        document: Vec<u8>,
        given: GivenOptions,
        limits: GivenLimits,
    ) -> Result<Footprint, BorderError> {
        let options = given.options()?;
        self.of_checked(&document, (limits, options.aviation), |production, tables| {
            compute_footprint(production, tables, &options)
        })
        .map(Footprint)
    }

    /// The files of the extract that the footprint of a document rests on.
    pub(crate) fn extract(
        &self,
        document: Vec<u8>,
        given: GivenOptions,
        limits: GivenLimits,
    ) -> Result<Vec<TableFile>, BorderError> {
        let options = given.options()?;
        let files = self.of_checked(&document, (limits, options.aviation), |production, tables| {
            extract_rows(production, tables, &options)
        })?;
        Ok(files.into_iter().map(|(name, csv)| TableFile { name, csv }).collect())
    }

    /// The SHA-256 of the canonical JSON of the production of a document.
    pub(crate) fn sha256(&self, document: Vec<u8>, limits: GivenLimits) -> Result<String, BorderError> {
        self.of_checked(&document, (limits, Aviation::ByPlace), |production, _| Ok(production.sha256()))
    }
}

impl References {
    /// What is made of the production of a document.
    fn of_checked<T>(
        &self,
        document: &[u8],
        (limits, aviation): (GivenLimits, Aviation),
        make: impl Fn(&Production, &Tables) -> Result<T, Rejection>,
    ) -> Result<T, BorderError> {
        let checked = check_json_with(document, self.tables(), &limits.most(), aviation);
        let production = checked.production.ok_or_else(|| refused(checked.diagnostics, checked.omitted))?;
        make(&production, self.tables())
            .map_err(|rejection| refused(rejection.diagnostics, rejection.omitted))
    }
}

/// Reads a footprint from its JSON.
#[uniffi::export]
pub(crate) fn read_footprint(json: Vec<u8>, limits: GivenLimits) -> Result<Footprint, BorderError> {
    Ledger::from_json(&json, &limits.most()).map(Footprint).map_err(|problems| refused(problems, 0))
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

    /// How much of the budget it accounts for, by currency, as JSON.
    pub(crate) fn coverage(&self) -> String {
        BudgetCoverage::all(&self.0).to_json()
    }

    /// How uncertain it is, as JSON.
    pub(crate) fn uncertainty(&self, factors: &str) -> Result<String, BorderError> {
        Ok(uncertainty(&self.0, &UncertaintyOptions::of_factors(factors)?).to_json())
    }

    /// The first of its masses and factors that does not follow, as JSON; nothing if all do.
    pub(crate) fn audit(&self) -> Option<String> {
        audit(&self.0).err().map(|found| FootprintDiscrepancy::new(&found).to_json())
    }

    /// Whether another one is the same value. It must not be called `equals`: in Kotlin an object has one.
    pub(crate) fn is_same(&self, other: &Footprint) -> bool {
        self.0 == other.0
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

    /// Its JSON, in UTF-8.
    pub(crate) fn to_json(&self) -> Vec<u8> {
        self.0.to_json().into_bytes()
    }

    /// Its summary as JSON.
    pub(crate) fn summary(&self) -> String {
        FootprintSummary::new(&self.0).to_json()
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
