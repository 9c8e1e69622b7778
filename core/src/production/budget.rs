//! The budget of a valid production.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::activity::money::vat::Vat;
use crate::number::unit::Unit;
use crate::text::shared::Text;
use crate::wire::budget::BudgetRule;

/// The budget of a valid production.
#[derive(Debug, Default)]
pub(crate) struct Budget {
    /// All of it, where it is in one currency.
    pub(crate) total: Option<(Decimal, Unit)>,
    /// Whether its amounts include value added tax; `None` where there is no budget.
    pub(crate) vat: Option<Vat>,
    /// The year of its prices, where it has one.
    pub(crate) year: Option<u16>,
    /// All of it by currency, in the order of the document.
    pub(crate) currencies: Vec<BudgetCurrency>,
    /// Its lines, credit notes merged into the lines that they correct.
    pub(crate) lines: Vec<BudgetLine>,
}

/// What of a budget is in one currency.
#[derive(Debug)]
pub(crate) struct BudgetCurrency {
    pub(crate) unit: Unit,
    pub(crate) total: Decimal,
    /// What of the total is in no line.
    pub(crate) unlisted: Decimal,
}

/// A line of the budget.
#[derive(Debug)]
pub(crate) struct BudgetLine {
    pub(crate) id: Text,
    pub(crate) account: Option<Text>,
    pub(crate) label: Option<Text>,
    /// Its amount with its credit notes, in single units of the currency.
    pub(crate) amount: Decimal,
    pub(crate) unit: Unit,
    pub(crate) rule: Option<BudgetRule>,
}
