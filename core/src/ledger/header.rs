//! What a footprint keeps of its production.

use alloc::vec::Vec;

use crate::activity::money::vat::Vat;
use crate::format::stored::stored;
use crate::number::Exact;
use crate::number::date::Period;
use crate::number::unit::Unit;
use crate::reference::production_kind::ProductionKind;
use crate::text::shared::Text;
use crate::wire;
use crate::wire::budget::BudgetRule;
use crate::wire::production::Stage;
use crate::wire::work::WorkKind;

stored! {
    /// What a footprint keeps of its production.
    pub struct FootprintProduction {
        /// Its identifier.
        id: Option<Text> = optional,
        /// Its title.
        title: Option<Text> = optional,
        /// The kind of work.
        kind: Option<ProductionKind> = optional,
        /// Whether the footprint is a forecast or final.
        stage: Option<Stage> = optional,
        /// The code of its place.
        place: Option<Text> = optional,
        /// Its period, from a day to a day, as that of a line.
        period: Option<Period> = optional,
        /// Minutes of content.
        minutes: Option<Exact> = optional,
        /// Shooting days.
        shooting_days: Option<Exact> = optional,
        /// What the work consists of, if that is of one kind: episodes, editions or spots.
        unit: Option<WorkKind> = optional,
        /// How many of them there are.
        units: Option<Exact> = optional,
        /// The parts of the work, each before its own parts.
        parts: Vec<FootprintPart>,
        /// The budget.
        budget: FootprintBudget,
        /// What the production states of sections that it does not count.
        perimeter: Vec<wire::Perimeter>,
        /// The documents that its lines rest on.
        documents: Vec<wire::Document>,
    }
}

stored! {
    /// A part of the work, at any depth.
    pub struct FootprintPart {
        /// Its identifier.
        id: Text,
        /// Its title.
        title: Option<Text> = optional,
        /// How many works it stands for; defaults to 1.
        count: Exact = unless(Exact::ONE),
        /// Minutes of all that it stands for.
        minutes: Option<Exact> = optional,
        /// Shooting days of all that it stands for.
        days: Option<Exact> = optional,
        /// The position after its own parts.
        end: u32,
    }
}

stored! {
    /// The budget of a production.
    #[derive(Default)]
    pub struct FootprintBudget {
        /// All of it, if it is in one currency.
        total: Option<Exact> = optional,
        /// That currency.
        currency: Option<Unit> = optional,
        /// Whether its amounts include value added tax.
        vat: Option<Vat> = optional,
        /// The year of its prices.
        year: Option<u32> = optional,
        /// All of it by currency, in the order of the document.
        currencies: Vec<FootprintBudgetCurrency>,
        /// Its lines, with their credit notes.
        lines: Vec<FootprintBudgetLine>,
    }
}

stored! {
    /// The part of a budget that is in one currency.
    pub struct FootprintBudgetCurrency {
        /// The currency.
        currency: Unit,
        /// All of the budget in it.
        total: Exact,
        /// The part of the total that no line of the budget lists.
        unlisted: Exact,
    }
}

stored! {
    /// A line of a budget.
    pub struct FootprintBudgetLine {
        /// Its identifier.
        id: Text,
        /// Its account in the plan of the production office.
        account: Option<Text> = optional,
        /// Its label.
        label: Option<Text> = optional,
        /// Its amount with its credit notes, in single units of the currency.
        amount: Exact,
        /// The currency.
        currency: Unit,
        /// The rule by which it is excluded.
        rule: Option<BudgetRule> = optional,
    }
}
