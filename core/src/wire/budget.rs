//! Budget, shooting days and crew, as entered: one figure, or dated ones.

use crate::activity::money::vat::Vat;
use crate::format::amount::{Amount, Period};
use crate::format::leaf::{Leaf, List};
use crate::format::record::record;
use crate::number::Number;
use crate::text::shared::Text;
use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// Why money of the budget buys nothing that emits.
    pub enum BudgetRule {
        Salaries = "salaries", "salaires", "salaries";
        Charges = "charges", "charges sociales", "social charges";
        Rights = "rights", "droits artistiques", "rights";
        Taxes = "taxes", "impôts et taxes", "taxes";
        Financial = "financial", "frais financiers", "financial costs";
        Contingency = "contingency", "imprévus", "contingency";
    }
}

record! {
    /// A line of the budget: an account, and what is planned for it, excluding value added tax.
    pub struct BudgetLine {
        /// Identifier, unique among the lines of the budget.
        id: Leaf<Text> = "id" required,
        /// The account in the plan of the production office (`6-2`).
        account: Leaf<Text> = "account",
        /// What it is for.
        label: Leaf<Text> = "label",
        /// The amount; its unit is the currency of the budget.
        amount: Leaf<Amount> = "amount" required,
        /// The rule by which it has no line of activity.
        excluded: Leaf<BudgetRule> = "excluded",
        /// The line of the budget that this credit note corrects; only then may the amount be negative.
        corrects: Leaf<Text> = "corrects",
    }
}

record! {
    /// The budget of the production, or a part of it: its amount, its lines, or both.
    pub struct Budget {
        /// The amount; its unit is a currency (`EUR`). By default the sum of the lines.
        amount: Leaf<Amount> = "amount",
        /// Whether the amount includes value added tax.
        vat: Leaf<Vat> = "vat",
        /// The year of its prices.
        year: Leaf<Number> = "year",
        /// When it is spent.
        period: Leaf<Period> = "period",
        /// What it is for.
        role: Leaf<Text> = "role",
        /// Its lines; what the amount holds beyond them is not entered yet.
        lines: List<BudgetLine> = "lines",
    }
}

record! {
    /// Shooting days of a unit, a place, a period.
    pub struct ShootingDays {
        /// How many days.
        days: Leaf<Number> = "days" required,
        /// When.
        period: Leaf<Period> = "period",
        /// Where: an ISO 3166 code.
        place: Leaf<Text> = "place",
        /// Which unit.
        role: Leaf<Text> = "role",
    }
}

record! {
    /// Persons of a crew in a role and a period.
    pub struct Crew {
        /// How many persons.
        persons: Leaf<Number> = "persons" required,
        /// When.
        period: Leaf<Period> = "period",
        /// In which role.
        role: Leaf<Text> = "role",
    }
}
