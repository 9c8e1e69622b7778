//! The footprint of a production, as a handle: what is asked of it crosses the border, and no more.

use claquette::output::{
    BudgetCoverage, FootprintDiscrepancy, FootprintIndicators, FootprintSummary, FootprintVariance,
    FootprintVerification, FootprintView, Output,
};
use claquette::{
    Account, Aviation, Axis, Diagnostic, ElectricityMethod, Footprint as Ledger, Gwp, Indicators, Language,
    Limits, Options, Part, Production, References as Tables, Rejection, Term, UncertaintyOptions, Unpriced,
    Variance, Verification, View, audit, check_json_with, compute as compute_footprint,
    extract as extract_rows, headline, html, report, uncertainty, view,
};
use pyo3::prelude::*;

use crate::check::{Given, limits_of};
use crate::error::{misuse, refused};
use crate::references::References;

/// The footprint of a production: a value, without tables and without its production.
#[pyclass(frozen, module = "claquette._native")]
#[derive(Debug)]
pub(crate) struct Footprint(Ledger);

/// Computes the footprint of a document.
#[pyfunction]
#[expect(
    clippy::too_many_arguments,
    reason = "what crosses the border is flat: an object costs more than it says"
)]
pub(crate) fn compute(
    py: Python<'_>,
    document: &[u8],
    references: &References,
    unpriced: &str,
    electricity: &str,
    gwp: &str,
    aviation: &str,
    limits: Given,
) -> PyResult<Footprint> {
    let (options, limits) = (options(unpriced, electricity, gwp, aviation)?, limits_of(limits));
    let computed = py.detach(|| {
        of_checked(document, references, (&limits, options.aviation), |production, tables| {
            compute_footprint(production, tables, &options)
        })
    });
    computed.map(Footprint).map_err(|(diagnostics, more)| refused(diagnostics, more))
}

/// The names and texts of the files of the extract that the footprint of a document rests on.
#[pyfunction]
#[expect(
    clippy::too_many_arguments,
    reason = "what crosses the border is flat: an object costs more than it says"
)]
pub(crate) fn extract(
    py: Python<'_>,
    document: &[u8],
    references: &References,
    unpriced: &str,
    electricity: &str,
    gwp: &str,
    aviation: &str,
    limits: Given,
) -> PyResult<Vec<(String, String)>> {
    let (options, limits) = (options(unpriced, electricity, gwp, aviation)?, limits_of(limits));
    let files = py.detach(|| {
        of_checked(document, references, (&limits, options.aviation), |production, tables| {
            extract_rows(production, tables, &options)
        })
    });
    files.map_err(|(diagnostics, more)| refused(diagnostics, more))
}

/// Reads a footprint from its JSON.
#[pyfunction]
pub(crate) fn read_footprint(py: Python<'_>, json: &[u8], limits: Given) -> PyResult<Footprint> {
    let read = py.detach(|| Ledger::from_json(json, &limits_of(limits)));
    read.map(Footprint).map_err(|problems| refused(problems, 0))
}

fn options(unpriced: &str, electricity: &str, gwp: &str, aviation: &str) -> PyResult<Options> {
    Ok(Options {
        unpriced: Unpriced::named("answer to a line without a factor", unpriced)
            .map_err(|unknown| misuse(&unknown))?,
        electricity: ElectricityMethod::named("method for electricity", electricity)
            .map_err(|unknown| misuse(&unknown))?,
        gwp: Gwp::named("set of warming potentials", gwp).map_err(|unknown| misuse(&unknown))?,
        aviation: Aviation::named("way of pricing flights", aviation).map_err(|unknown| misuse(&unknown))?,
    })
}

type Problems = (Vec<Diagnostic>, u64);

/// What is made of the production of a document.
fn of_checked<T>(
    document: &[u8],
    references: &References,
    (limits, aviation): (&Limits, Aviation),
    make: impl Fn(&Production, &Tables) -> Result<T, Rejection>,
) -> Result<T, Problems> {
    let checked = check_json_with(document, references.tables(), limits, aviation);
    let production = checked.production.ok_or((checked.diagnostics, checked.omitted))?;
    make(&production, references.tables()).map_err(|rejection| (rejection.diagnostics, rejection.omitted))
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

    /// How much of the budget it accounts for, by currency, as JSON.
    fn coverage(&self, py: Python<'_>) -> String {
        py.detach(|| BudgetCoverage::all(&self.0).to_json())
    }

    /// How uncertain it is, as JSON.
    fn uncertainty(&self, py: Python<'_>, factors: &str) -> PyResult<String> {
        let options = UncertaintyOptions::of_factors(factors).map_err(|unknown| misuse(&unknown))?;
        Ok(py.detach(|| uncertainty(&self.0, &options).to_json()))
    }

    /// The first of its masses and factors that does not follow, as JSON; nothing if all do.
    fn audit(&self, py: Python<'_>) -> Option<String> {
        py.detach(|| audit(&self.0).err().map(|found| FootprintDiscrepancy::new(&found).to_json()))
    }

    /// Whether another one is the same value.
    fn equals(&self, py: Python<'_>, other: &Self) -> bool {
        py.detach(|| self.0 == other.0)
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

    /// Its summary as JSON.
    fn summary(&self, py: Python<'_>) -> String {
        py.detach(|| FootprintSummary::new(&self.0).to_json())
    }

    /// Its JSON.
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.to_json())
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
