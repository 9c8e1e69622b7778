//! The footprint of a production, as a handle: what is asked of it crosses the border, and no more.

use claquette::output::{
    FootprintIndicators, FootprintResult, FootprintVariance, FootprintVerification, FootprintView, Output,
};
use claquette::{
    Account, Axis, Diagnostic, ElectricityMethod, Footprint as Ledger, Gwp, Indicators, Language, Limits,
    Options, Part, Production, References as Tables, Term, Unpriced, Variance, Verification, View,
    check_json, compute as compute_footprint, extract, headline, html, report, view,
};
use pyo3::prelude::*;

use crate::check::{Given, limits_of};
use crate::error::{misuse, refused};
use crate::references::References;

/// The footprint of a production, with the production and the tables that an extract is taken from.
#[pyclass(frozen, module = "claquette._native")]
#[derive(Debug)]
pub(crate) struct Footprint(Ledger, Production, Tables);

/// Computes the footprint of a document.
#[pyfunction]
pub(crate) fn compute(
    py: Python<'_>,
    document: &[u8],
    references: &References,
    unpriced: &str,
    electricity: &str,
    gwp: &str,
    limits: Given,
) -> PyResult<Footprint> {
    let limits = limits_of(limits);
    let options = Options {
        unpriced: Unpriced::named("answer to a line without a factor", unpriced)
            .map_err(|unknown| misuse(&unknown))?,
        electricity: ElectricityMethod::named("method for electricity", electricity)
            .map_err(|unknown| misuse(&unknown))?,
        gwp: Gwp::named("set of warming potentials", gwp).map_err(|unknown| misuse(&unknown))?,
    };
    let (diagnostics, more) = match py.detach(|| ledger(document, references, &limits, &options)) {
        Ok((footprint, production)) => {
            return Ok(Footprint(footprint, production, references.tables().clone()));
        }
        Err(problems) => problems,
    };
    Err(refused(diagnostics, more))
}

type Problems = (Vec<Diagnostic>, u64);

fn ledger(
    document: &[u8],
    references: &References,
    limits: &Limits,
    options: &Options,
) -> Result<(Ledger, Production), Problems> {
    let checked = check_json(document, references.tables(), limits);
    let production = checked.production.ok_or((checked.diagnostics, checked.omitted))?;
    match compute_footprint(&production, references.tables(), options) {
        Ok(footprint) => Ok((footprint, production)),
        Err(rejection) => Err((rejection.diagnostics, rejection.omitted)),
    }
}

#[pymethods]
impl Footprint {
    /// Whether every line is in it.
    fn status(&self) -> &'static str {
        self.0.completeness().text()
    }

    /// The exact kilograms of an account.
    fn total(&self, account: &str) -> PyResult<String> {
        Ok(self
            .0
            .total(Account::named("account", account).map_err(|unknown| misuse(&unknown))?)
            .kilograms()
            .to_string())
    }

    /// A view as JSON.
    fn view(&self, py: Python<'_>, axis: &str, account: &str, without: Vec<String>) -> PyResult<String> {
        let view = self.seen(py, axis, account, &without)?;
        Ok(FootprintView::new(&view).to_json())
    }

    /// The indicators as JSON.
    fn indicators(&self, py: Python<'_>) -> String {
        py.detach(|| FootprintIndicators::new(Indicators::of(&self.0)).to_json())
    }

    /// The report that people read.
    fn report(&self, py: Python<'_>, code: &str) -> PyResult<String> {
        let language = Language::named(code).map_err(|unknown| misuse(&unknown))?;
        Ok(py.detach(|| report(&self.0, language)))
    }

    /// The posts as a table of HTML.
    fn html(&self, py: Python<'_>, code: &str) -> PyResult<String> {
        let language = Language::named(code).map_err(|unknown| misuse(&unknown))?;
        Ok(py.detach(|| html(&self.0, language)))
    }

    /// The counted total and whether it is all of it.
    fn headline(&self, py: Python<'_>, code: &str) -> PyResult<String> {
        let language = Language::named(code).map_err(|unknown| misuse(&unknown))?;
        Ok(py.detach(|| headline(&self.0, language)))
    }

    /// A view as people read it.
    fn view_text(&self, py: Python<'_>, axis: &str, code: &str) -> PyResult<String> {
        let language = Language::named(code).map_err(|unknown| misuse(&unknown))?;
        Ok(self.seen(py, axis, Account::Counted.text(), &[])?.text(language))
    }

    /// The names and texts of the files of its extract.
    fn extract(&self, py: Python<'_>) -> PyResult<Vec<(String, String)>> {
        let files = py.detach(|| extract(&self.1, &self.2, &self.0.options));
        files.map_err(|rejection| refused(rejection.diagnostics, rejection.omitted))
    }

    /// Whether a stored result is this one, as JSON.
    fn verify(&self, py: Python<'_>, stored: &[u8]) -> PyResult<String> {
        let verification =
            py.detach(|| Verification::of(stored, &self.0)).map_err(|problems| refused(problems, 0))?;
        Ok(FootprintVerification::new(verification).to_json())
    }

    /// What changes in an account from this one to a later one, as JSON.
    fn variance(&self, py: Python<'_>, after: &Self, account: &str) -> PyResult<String> {
        let account = Account::named("account", account).map_err(|unknown| misuse(&unknown))?;
        let variance = py.detach(|| Variance::between(&self.0, &after.0, account));
        let variance =
            variance.ok_or_else(|| misuse(&"the footprints are of two productions, not of one"))?;
        Ok(FootprintVariance::new(&variance).to_json())
    }

    /// The whole result as JSON.
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| FootprintResult::new(&self.0).to_json())
    }

    /// The SHA-256 of the production's canonical JSON.
    fn sha256(&self, py: Python<'_>) -> String {
        py.detach(|| self.1.sha256())
    }
}

impl Footprint {
    fn seen(&self, py: Python<'_>, axis: &str, account: &str, without: &[String]) -> PyResult<View> {
        let axis = Axis::named(axis).map_err(|unknown| misuse(&unknown))?;
        let account = Account::named("account", account).map_err(|unknown| misuse(&unknown))?;
        let without = without
            .iter()
            .map(|part| Part::named("part", part).map_err(|unknown| misuse(&unknown)))
            .collect::<PyResult<Vec<_>>>()?;
        Ok(py.detach(|| view(&self.0, &axis, account, &without)))
    }
}
