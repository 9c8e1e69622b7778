//! How much of the budget a footprint accounts for: a view of money, which sums to the budget.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::mem::take;

use rust_decimal::Decimal;

use crate::collection::name_map::NameIndex;
use crate::collection::sorting::sorted;
use crate::ledger::footprint::Footprint;
use crate::ledger::header::{FootprintBudgetCurrency, FootprintBudgetLine};
use crate::ledger::position::LineAt;
use crate::number::decimal::plus;
use crate::number::mass::Mass;
use crate::number::ratio::decimal_quotient;
use crate::number::unit::Unit;
use crate::text::shared::Text;
use crate::text::vocabulary::{Term, vocabulary};
use crate::wire::budget::BudgetRule;

vocabulary! {
    /// How a line of the budget is accounted for.
    pub enum CoverageState {
        Physical = "physical", "compté par des quantités", "counted by quantities";
        Spend = "spend", "compté par des montants", "counted by money";
        Excluded = "excluded", "exclu par règle", "excluded by rule";
        NotEntered = "not-entered", "pas encore compté", "not yet counted";
    }
}

/// The budget in one currency and how much of it a footprint accounts for. The four states sum to it exactly.
///
/// A line of the budget is in one state as a whole: what was paid differs from what was planned, and the
/// difference is nothing that is left to enter. It is counted by quantities or by money if lines of activity
/// name it, and by which of the two follows from them; lines that the footprint leaves out do not count.
///
/// ```
/// use claquette::{Coverage, CoverageState, Limits, Options, References, check_json, compute};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
///   "budget": {"amount": {"value": "1000", "unit": "EUR"}, "vat": "excluded", "lines": [
///     {"id": "6-1", "label": "Repas", "amount": {"value": "300", "unit": "EUR"}},
///     {"id": "2-1", "label": "Salaires", "amount": {"value": "500", "unit": "EUR"}, "excluded": "salaries"}]},
///   "lines": [{"id": "L1", "budget_line": "6-1", "what": {"meals": {"meals": 20}}}]}"#;
/// let production = check_json(input, &references, &Limits::default()).production.unwrap();
/// let footprint = compute(&production, &references, &Options::default()).unwrap();
/// let [coverage] = &Coverage::of(&footprint)[..] else { panic!("one currency") };
/// assert_eq!(coverage.amount(CoverageState::Physical).to_string(), "300");
/// assert_eq!(coverage.amount(CoverageState::Excluded).to_string(), "500");
/// // 1,000 − 300 − 500: no line of the budget says yet what it is for
/// assert_eq!(coverage.amount(CoverageState::NotEntered).to_string(), "200");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The currency.
    pub currency: Unit,
    /// All of the budget in this currency.
    pub total: Decimal,
    /// What of it no line of the budget lists; it is not yet counted.
    pub unlisted: Decimal,
    /// The lines of the budget, in its order.
    pub lines: Vec<CoveredLine>,
}

/// A line of the budget, and what accounts for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoveredLine {
    /// Its identifier.
    pub id: String,
    /// Its account in the plan of the production office.
    pub account: Option<String>,
    /// What it is for.
    pub label: Option<String>,
    /// Its amount with its credit notes.
    pub amount: Decimal,
    /// How it is accounted for.
    pub state: CoverageState,
    /// The rule by which it is excluded.
    pub rule: Option<BudgetRule>,
    /// The lines of activity that account for it, and their corrections, by their positions.
    pub lines: Vec<LineAt>,
    /// What they emit, in the account of counted emissions.
    pub mass: Mass,
}

impl Coverage {
    /// How much of the budget a footprint accounts for, by currency: two are never added.
    pub fn of(footprint: &Footprint) -> Vec<Self> {
        let budget = &footprint.production.budget;
        let mut covered = Covered::of(footprint);
        let mut coverages: Vec<Self> = budget.currencies.iter().map(Self::without_lines).collect();
        let mut positions = NameIndex::default();
        for (at, coverage) in coverages.iter().enumerate() {
            positions.enter(coverage.currency.to_string(), at);
        }
        for (at, line) in budget.lines.iter().enumerate() {
            let line_covered = covered.line(at, line);
            let at = positions.find(&line.currency.to_string());
            if let Some(coverage) = at.and_then(|at| coverages.get_mut(at)) {
                coverage.lines.push(line_covered);
            }
        }
        // A budget without lines is an amount, and there is nothing to account for.
        coverages.retain(|coverage| !coverage.lines.is_empty());
        coverages
    }

    fn without_lines(of: &FootprintBudgetCurrency) -> Self {
        let (total, unlisted) = (of.total.0.normalize(), of.unlisted.0.normalize());
        Self { currency: of.currency, total, unlisted, lines: Vec::new() }
    }

    /// The amount in a state.
    pub fn amount(&self, state: CoverageState) -> Decimal {
        let lines = self.lines.iter().filter(|line| line.state == state).map(|line| line.amount);
        let unlisted = if state == CoverageState::NotEntered { self.unlisted } else { Decimal::ZERO };
        // The check has added up the same amounts.
        lines.fold(unlisted, |sum, amount| plus(sum, amount).unwrap_or(sum)).normalize()
    }

    /// The amounts of the four states; they sum to the total.
    pub fn amounts(&self) -> impl Iterator<Item = (CoverageState, Decimal)> {
        CoverageState::ALL.iter().map(|state| (*state, self.amount(*state)))
    }

    /// The share of the total, rounded half to even to six decimal places.
    pub fn share(&self, amount: Decimal) -> Option<Decimal> {
        decimal_quotient(amount, self.total, 6).map(|share| share.normalize())
    }
}

/// Which lines of activity account for which line of the budget, and what they emit.
struct Covered<'a> {
    footprint: &'a Footprint,
    /// By line of the budget: its lines of activity.
    lines: Vec<Vec<LineAt>>,
    /// By line of activity: what it emits.
    masses: Vec<Option<Mass>>,
    /// The lines of activity that are left out, in their order.
    excluded: Vec<LineAt>,
}

impl<'a> Covered<'a> {
    fn of(footprint: &'a Footprint) -> Self {
        let mut lines: Vec<Vec<LineAt>> = alloc::vec![Vec::new(); footprint.production.budget.lines.len()];
        for (at, line) in (0_u32..).map(LineAt).zip(&footprint.lines) {
            let budget_line = line.budget_line.and_then(|at| usize::try_from(at.0).ok());
            if let Some(lines) = budget_line.and_then(|budget_line| lines.get_mut(budget_line)) {
                lines.push(at);
            }
        }
        let excluded = footprint.excluded.iter().map(|excluded| excluded.line).collect();
        let excluded = sorted(excluded, Ord::cmp);
        Self { footprint, lines, masses: footprint.counted_by_line(), excluded }
    }

    fn line(&mut self, at: usize, line: &FootprintBudgetLine) -> CoveredLine {
        let lines = self.lines.get_mut(at).map(take).unwrap_or_default();
        // Beside a line that is left out the others do not account for the whole.
        let is_whole = !lines.iter().any(|line| self.excluded.binary_search(line).is_ok());
        let priced = lines.first().filter(|_| is_whole);
        let state = match (line.rule, priced) {
            (Some(_), _) => CoverageState::Excluded,
            (None, Some(line)) if self.footprint.is_monetary(*line) => CoverageState::Spend,
            (None, Some(_)) => CoverageState::Physical,
            (None, None) => CoverageState::NotEntered,
        };
        let masses = lines.iter().filter_map(|line| *(*line).of(&self.masses)?);
        CoveredLine {
            id: line.id.to_string(),
            account: line.account.as_ref().map(Text::to_string),
            label: line.label.as_ref().map(Text::to_string),
            amount: line.amount.0,
            state,
            rule: line.rule,
            mass: Mass::sum(masses).unwrap_or_default(),
            lines,
        }
    }
}
