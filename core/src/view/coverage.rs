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
use crate::number::decimal::{minus, plus};
use crate::number::mass::Mass;
use crate::number::ratio::decimal_quotient;
use crate::number::unit::Unit;
use crate::text::shared::Text;
use crate::text::vocabulary::{Term, vocabulary};
use crate::wire::budget::BudgetRule;

vocabulary! {
    /// How money of the budget is accounted for.
    pub enum CoverageState {
        Physical = "physical", "compté par des quantités", "counted by quantities";
        Spend = "spend", "compté par des montants", "counted by money";
        Excluded = "excluded", "exclu par règle", "excluded by rule";
        Partial = "partial", "en partie, sans montant", "in part, amount unknown";
        NotEntered = "not-entered", "pas encore compté", "not yet counted";
    }
}

/// The budget in one currency and how much of it a footprint accounts for. The five states sum to it exactly.
///
/// A line of the budget is accounted for by the lines of activity that name it, as far as they say: for what they
/// spend or state (`covers`), or as a whole (`covers_all`). Quantities that state nothing account for a part of it whose
/// amount is unknown: what others leave of it is partial. Lines that the footprint leaves out account for nothing.
///
/// ```
/// use claquette::{Coverage, CoverageState, Limits, Options, References, check_json, compute};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
///   "budget": {"amount": {"value": "1000", "unit": "EUR"}, "vat": "excluded", "lines": [
///     {"id": "6-1", "label": "Repas", "amount": {"value": "300", "unit": "EUR"}},
///     {"id": "2-1", "label": "Salaires", "amount": {"value": "500", "unit": "EUR"}, "excluded": "salaries"}]},
///   "lines": [{"id": "L1", "budget_line": "6-1", "covers": {"value": "260", "unit": "EUR"}, "what": {"meals": {"meals": 20}}}]}"#;
/// let production = check_json(input, &references, &Limits::default()).production.unwrap();
/// let footprint = compute(&production, &references, &Options::default()).unwrap();
/// let [coverage] = &Coverage::of(&footprint)[..] else { panic!("one currency") };
/// assert_eq!(coverage.amount(CoverageState::Physical).to_string(), "260");
/// assert_eq!(coverage.amount(CoverageState::Excluded).to_string(), "500");
/// // 300 − 260 of the meals, and 1,000 − 300 − 500 that no line of the budget lists
/// assert_eq!(coverage.amount(CoverageState::NotEntered).to_string(), "240");
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
    /// How most of it is accounted for.
    pub state: CoverageState,
    /// How much of it is in which state; the amounts sum to its own.
    pub states: Vec<(CoverageState, Decimal)>,
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
        let lines = self.lines.iter().map(|line| line.amount_in(state));
        let unlisted = if state == CoverageState::NotEntered { self.unlisted } else { Decimal::ZERO };
        // The check has added up the same amounts.
        lines.fold(unlisted, |sum, amount| plus(sum, amount).unwrap_or(sum)).normalize()
    }

    /// The amounts of the five states; they sum to the total.
    pub fn amounts(&self) -> impl Iterator<Item = (CoverageState, Decimal)> {
        CoverageState::ALL.iter().map(|state| (*state, self.amount(*state)))
    }

    /// The share of the total, rounded half to even to six decimal places.
    pub fn share(&self, amount: Decimal) -> Option<Decimal> {
        decimal_quotient(amount, self.total, 6).map(|share| share.normalize())
    }
}

impl CoveredLine {
    /// How much of it is in a state.
    pub fn amount_in(&self, state: CoverageState) -> Decimal {
        let found = self.states.iter().find(|(known, _)| *known == state);
        found.map_or(Decimal::ZERO, |(_, amount)| *amount)
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
        let states = self.states(&lines, line);
        // Of equal amounts the first, and of a line without an amount the first that accounts for it.
        let most = states.iter().map(|(_, amount)| *amount).max().unwrap_or_default();
        let largest = states.iter().find(|(_, amount)| *amount == most);
        let state = largest.map_or(CoverageState::NotEntered, |(state, _)| *state);
        let masses = lines.iter().filter_map(|line| *(*line).of(&self.masses)?);
        CoveredLine {
            id: line.id.to_string(),
            account: line.account.as_ref().map(Text::to_string),
            label: line.label.as_ref().map(Text::to_string),
            amount: line.amount.0,
            state,
            states,
            rule: line.rule,
            mass: Mass::sum(masses).unwrap_or_default(),
            lines,
        }
    }

    /// How much of a line of the budget is in which state.
    fn states(&self, lines: &[LineAt], of: &FootprintBudgetLine) -> Vec<(CoverageState, Decimal)> {
        let amount = of.amount.0;
        if of.rule.is_some() {
            return alloc::vec![(CoverageState::Excluded, amount)];
        }
        let (mut by_quantities, mut by_money) = (Decimal::ZERO, Decimal::ZERO);
        let (mut rest, mut is_whole) = (CoverageState::NotEntered, true);
        let mut whole_by = None;
        for at in lines {
            if self.excluded.binary_search(at).is_ok() {
                is_whole = false;
                continue;
            }
            let Some(line) = self.footprint.tags(*at) else { continue };
            let (state, sum) = match self.footprint.is_monetary(*at) {
                true => (CoverageState::Spend, &mut by_money),
                false => (CoverageState::Physical, &mut by_quantities),
            };
            match line.covers {
                Some(covers) => *sum = plus(*sum, covers.0).unwrap_or(*sum),
                None if line.corrects.is_none() => rest = CoverageState::Partial,
                None => {}
            }
            if line.covers_all {
                whole_by = whole_by.or(Some(state));
            }
        }
        if let Some(state) = whole_by {
            // What a line that is left out would have accounted for is unknown.
            rest = if is_whole { state } else { CoverageState::Partial };
        }
        // More may be spent than was planned: nothing is then left of the plan.
        let planned = amount.max(Decimal::ZERO);
        let by_quantities = by_quantities.max(Decimal::ZERO).min(planned);
        let left = minus(amount, by_quantities).unwrap_or_default();
        let by_money = by_money.max(Decimal::ZERO).min(left.max(Decimal::ZERO));
        let left = minus(left, by_money).unwrap_or_default();
        let mut states = Vec::new();
        for (state, part) in [(CoverageState::Physical, by_quantities), (CoverageState::Spend, by_money)] {
            let part = if state == rest { plus(part, left).unwrap_or(part) } else { part };
            if part > Decimal::ZERO {
                states.push((state, part));
            }
        }
        let is_open = matches!(rest, CoverageState::Partial | CoverageState::NotEntered);
        if states.is_empty() || is_open && left > Decimal::ZERO {
            states.push((rest, left));
        }
        states
    }
}
