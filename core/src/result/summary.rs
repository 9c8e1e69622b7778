//! The JSON of the summary of a footprint.

use alloc::string::String;
use alloc::vec::Vec;

use crate::factor::split::Account;
use crate::format::output::{FORMAT, Output, output};
use crate::ledger::footprint::Footprint;
use crate::ledger::options::{Completeness, Options};
use crate::ledger::used::row::SetHash;
use crate::result::account::AccountMass;
use crate::result::coverage::BudgetCoverage;
use crate::result::excluded::ExcludedLine;
use crate::result::indicators::FootprintIndicators;
use crate::result::line::FootprintLine;
use crate::result::monetary::MonetaryPost;
use crate::result::production::SummaryProduction;
use crate::result::told::Told;
use crate::result::unrestated::UnrestatedMass;
use crate::result::view::FootprintView;
use crate::view::axis::Axis;
use crate::view::indicator::Indicators;
use crate::view::{View, view};

output! {
    /// The summary of a footprint: its sums, for readers without this engine. It cannot be read back; what it sums is in
    /// the footprint.
    pub struct FootprintSummary {
        /// The version of the format of footprints.
        format: u32,
        /// The engine that computed the footprint, and its version.
        engine: String,
        /// Whether every line is counted.
        status: Completeness,
        /// The production.
        production: SummaryProduction,
        /// The options of the computation.
        options: Options,
        /// The sets and tables that it was computed with.
        sets: Vec<SetHash>,
        /// The total of each account. Accounts are never netted.
        totals: Vec<AccountMass>,
        /// The counted emissions divided by the dimensions of the production.
        indicators: FootprintIndicators,
        /// How much of each post is based on money.
        monetary: Vec<MonetaryPost>,
        /// The accounts grouped along axes.
        views: Vec<FootprintView>,
        /// How much of the budget is accounted for, by currency; empty if the budget has no lines.
        coverage: Vec<BudgetCoverage>,
        /// The lines: their tags and their masses.
        lines: Vec<FootprintLine>,
        /// What could not be restated to other warming potentials; absent unless the options request them.
        unrestated: Vec<UnrestatedMass>,
        /// The lines that are left out.
        excluded: Vec<ExcludedLine>,
        /// The warnings of the check and of the computation.
        warnings: Vec<Told>,
        /// How many warnings there are beyond those.
        more: u64,
    }
}

impl FootprintSummary {
    /// Creates the summary of a footprint, with every view of it.
    pub fn new(footprint: &Footprint) -> Self {
        let axes = Axis::all().filter(|axis| *axis != Axis::Account);
        let named = axes.map(|axis| view(footprint, &axis, Account::Counted, &[]));
        let views = named.chain(View::by_labels(footprint, Account::Counted));
        Self {
            format: FORMAT,
            engine: footprint.engine.clone(),
            status: footprint.completeness(),
            production: SummaryProduction::of(footprint),
            options: footprint.options,
            sets: footprint.sets.clone(),
            totals: AccountMass::totals(footprint),
            indicators: FootprintIndicators::new(Indicators::of(footprint)),
            monetary: MonetaryPost::all(footprint),
            views: views.map(|view| FootprintView::new(&view)).collect(),
            coverage: BudgetCoverage::all(footprint),
            lines: FootprintLine::all(footprint),
            unrestated: UnrestatedMass::all(footprint),
            excluded: ExcludedLine::all(footprint),
            warnings: footprint.warnings.iter().cloned().map(Told).collect(),
            more: footprint.omitted,
        }
    }
}

impl Output for FootprintSummary {}
