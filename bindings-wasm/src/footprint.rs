//! The footprint of a production, as a handle: what is asked of it crosses the border, and no more.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use claquette::output::{FootprintIndicators, FootprintSummary, FootprintView, Output};
use claquette::{
    Account, Axis, ElectricityMethod, Footprint as Ledger, Gwp, Indicators, Language, Options, Part,
    Production, References as Tables, Term, Unpriced, View, check_json, compute as compute_footprint,
    extract, html, report, view,
};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::check::limits_of;
use crate::error::{misuse, refused};
use crate::references::References;

/// The footprint of a production, with the production and the tables that an extract is taken from.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Footprint(Ledger, Production, Tables);

/// Computes the footprint of a document.
///
/// # Errors
/// Every problem of the document, and every line without a factor.
#[wasm_bindgen]
#[expect(
    clippy::too_many_arguments,
    reason = "what crosses the border is flat: an object costs more than it says"
)]
pub fn compute(
    document: &[u8],
    references: &References,
    unpriced: &str,
    electricity: &str,
    gwp: &str,
    bytes: Option<u32>,
    depth: Option<u32>,
    items: Option<u32>,
    problems: Option<u32>,
) -> Result<Footprint, JsValue> {
    let limits = limits_of(bytes, depth, items, problems);
    let options = Options {
        unpriced: Unpriced::named("answer to a line without a factor", unpriced)
            .map_err(|unknown| misuse(&unknown))?,
        electricity: ElectricityMethod::named("method for electricity", electricity)
            .map_err(|unknown| misuse(&unknown))?,
        gwp: Gwp::named("set of warming potentials", gwp).map_err(|unknown| misuse(&unknown))?,
        ..Options::default()
    };
    let checked = check_json(document, references.tables(), &limits);
    let production = checked.production.ok_or_else(|| refused(checked.diagnostics, checked.omitted))?;
    match compute_footprint(&production, references.tables(), &options) {
        Ok(footprint) => Ok(Footprint(footprint, production, references.tables().clone())),
        Err(rejection) => Err(refused(rejection.diagnostics, rejection.omitted)),
    }
}

#[wasm_bindgen]
impl Footprint {
    /// Whether every line is in it.
    pub fn status(&self) -> String {
        self.0.completeness().text().to_string()
    }

    /// The exact kilograms of an account.
    ///
    /// # Errors
    /// An unknown account.
    pub fn total(&self, account: &str) -> Result<String, JsValue> {
        Ok(self
            .0
            .total(Account::named("account", account).map_err(|unknown| misuse(&unknown))?)
            .kilograms()
            .to_string())
    }

    /// A view as JSON.
    ///
    /// # Errors
    /// An unknown axis, account or part.
    pub fn view(&self, axis: &str, account: &str, without: Vec<String>) -> Result<String, JsValue> {
        let view = self.seen(axis, account, &without)?;
        Ok(FootprintView::new(&view).to_json())
    }

    /// The indicators as JSON.
    pub fn indicators(&self) -> String {
        FootprintIndicators::new(Indicators::of(&self.0)).to_json()
    }

    /// The report that people read.
    ///
    /// # Errors
    /// An unknown language.
    pub fn report(&self, code: &str) -> Result<String, JsValue> {
        Ok(report(&self.0, Language::named(code).map_err(|unknown| misuse(&unknown))?))
    }

    /// The posts as a table of HTML.
    ///
    /// # Errors
    /// An unknown language.
    pub fn html(&self, code: &str) -> Result<String, JsValue> {
        Ok(html(&self.0, Language::named(code).map_err(|unknown| misuse(&unknown))?))
    }

    /// A view as people read it.
    ///
    /// # Errors
    /// An unknown axis or language.
    pub fn view_text(&self, axis: &str, code: &str) -> Result<String, JsValue> {
        let language = Language::named(code).map_err(|unknown| misuse(&unknown))?;
        Ok(self.seen(axis, Account::Counted.text(), &[])?.text(language))
    }

    /// The names and texts of the files of its extract, in turn.
    ///
    /// # Errors
    /// The production can no longer be computed.
    pub fn extract(&self) -> Result<Vec<String>, JsValue> {
        let files = extract(&self.1, &self.2, &self.0.options);
        let files = files.map_err(|rejection| refused(rejection.diagnostics, rejection.omitted))?;
        Ok(files.into_iter().flat_map(|(name, text)| [name, text]).collect())
    }

    /// The footprint as JSON.
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// Its summary as JSON.
    pub fn summary(&self) -> String {
        FootprintSummary::new(&self.0).to_json()
    }

    /// The SHA-256 of the production's canonical JSON.
    pub fn sha256(&self) -> String {
        self.1.sha256()
    }
}

impl Footprint {
    fn seen(&self, axis: &str, account: &str, without: &[String]) -> Result<View, JsValue> {
        let axis = Axis::named(axis).map_err(|unknown| misuse(&unknown))?;
        let account = Account::named("account", account).map_err(|unknown| misuse(&unknown))?;
        let without = without
            .iter()
            .map(|part| Part::named("part", part).map_err(|unknown| misuse(&unknown)))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(view(&self.0, &axis, account, &without))
    }
}
