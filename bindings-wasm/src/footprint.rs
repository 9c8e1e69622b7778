//! The footprint of a production, as a handle: what is asked of it crosses the border, and no more.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use claquette::output::{
    BudgetCoverage, FootprintDiscrepancy, FootprintIndicators, FootprintSummary, FootprintView, Output,
};
use claquette::{
    Account, Aviation, Axis, ElectricityMethod, Footprint as Ledger, Gwp, Indicators, Language, Limits,
    Options, Part, Production, References as Tables, Rejection, Term, UncertaintyOptions, Unpriced, View,
    audit, compute as compute_footprint, extract as extract_rows, html, report, uncertainty, view,
};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::check::{limits_of, sound};
use crate::error::{misuse, refused};
use crate::references::References;

/// The footprint of a production: a value, without tables and without its production.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Footprint(Ledger);

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
    aviation: &str,
    bytes: Option<u32>,
    depth: Option<u32>,
    items: Option<u32>,
    problems: Option<u32>,
) -> Result<Footprint, JsValue> {
    let options = options(unpriced, electricity, gwp, aviation)?;
    let limits = limits_of(bytes, depth, items, problems);
    of_sound(document, references, (&limits, options.aviation), |production, tables| {
        compute_footprint(production, tables, &options)
    })
    .map(Footprint)
}

/// The names and texts of the files of the extract that the footprint of a document rests on, in turn.
///
/// # Errors
/// Those of computing it.
#[wasm_bindgen]
#[expect(
    clippy::too_many_arguments,
    reason = "what crosses the border is flat: an object costs more than it says"
)]
pub fn extract(
    document: &[u8],
    references: &References,
    unpriced: &str,
    electricity: &str,
    gwp: &str,
    aviation: &str,
    bytes: Option<u32>,
    depth: Option<u32>,
    items: Option<u32>,
    problems: Option<u32>,
) -> Result<Vec<String>, JsValue> {
    let options = options(unpriced, electricity, gwp, aviation)?;
    let limits = limits_of(bytes, depth, items, problems);
    let files = of_sound(document, references, (&limits, options.aviation), |production, tables| {
        extract_rows(production, tables, &options)
    })?;
    Ok(files.into_iter().flat_map(|(name, text)| [name, text]).collect())
}

/// Reads a footprint from its JSON.
///
/// # Errors
/// Every problem of what is no footprint.
#[wasm_bindgen]
pub fn read_footprint(
    json: &[u8],
    bytes: Option<u32>,
    depth: Option<u32>,
    items: Option<u32>,
    problems: Option<u32>,
) -> Result<Footprint, JsValue> {
    let read = Ledger::from_json(json, &limits_of(bytes, depth, items, problems));
    read.map(Footprint).map_err(|problems| refused(problems, 0))
}

fn options(unpriced: &str, electricity: &str, gwp: &str, aviation: &str) -> Result<Options, JsValue> {
    Ok(Options {
        unpriced: Unpriced::named("answer to a line without a factor", unpriced)
            .map_err(|unknown| misuse(&unknown))?,
        electricity: ElectricityMethod::named("method for electricity", electricity)
            .map_err(|unknown| misuse(&unknown))?,
        gwp: Gwp::named("set of warming potentials", gwp).map_err(|unknown| misuse(&unknown))?,
        aviation: Aviation::named("way of pricing flights", aviation).map_err(|unknown| misuse(&unknown))?,
    })
}

/// What is made of the production of a document.
fn of_sound<T>(
    document: &[u8],
    references: &References,
    (limits, aviation): (&Limits, Aviation),
    make: impl Fn(&Production, &Tables) -> Result<T, Rejection>,
) -> Result<T, JsValue> {
    let production = sound(document, references, limits, aviation)?;
    make(&production, references.tables())
        .map_err(|rejection| refused(rejection.diagnostics, rejection.omitted))
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

    /// How much of the budget it accounts for, by currency, as JSON.
    pub fn coverage(&self) -> String {
        BudgetCoverage::all(&self.0).to_json()
    }

    /// How uncertain it is, as JSON.
    ///
    /// # Errors
    /// An unknown way of making spreads of factors.
    pub fn uncertainty(&self, factors: &str) -> Result<String, JsValue> {
        let options = UncertaintyOptions::of_factors(factors).map_err(|unknown| misuse(&unknown))?;
        Ok(uncertainty(&self.0, &options).to_json())
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

    /// The first of its masses and factors that does not follow, as JSON; nothing if all do.
    pub fn audit(&self) -> Option<String> {
        audit(&self.0).err().map(|found| FootprintDiscrepancy::new(&found).to_json())
    }

    /// Its summary as JSON.
    pub fn summary(&self) -> String {
        FootprintSummary::new(&self.0).to_json()
    }

    /// Its JSON, as bytes.
    pub fn to_json(&self) -> Vec<u8> {
        self.0.to_json().into_bytes()
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
