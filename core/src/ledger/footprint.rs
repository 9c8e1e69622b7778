//! The footprint: a ledger of exact masses; every figure shown is a sum over it.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::diagnostic::Diagnostic;
use crate::factor::key::Post;
use crate::factor::potentials::Gwp;
use crate::factor::row::Factor;
use crate::factor::split::{Account, Gas, Part};
use crate::number::mass::Mass;
use crate::pricing::demand::Step;
use crate::pricing::resolve::{PeriodReason, PlaceReason};
use crate::production::Production;
use crate::reference::published_mean::PublishedMean;
use crate::reference::references::References;
use crate::text::vocabulary::vocabulary;
use crate::wire;

vocabulary! {
    /// Whether a footprint holds every line.
    pub enum Completeness {
        Complete = "complete", "complet", "complete";
        Partial = "partial", "partiel", "partial";
    }
}

vocabulary! {
    /// What happens to a line without a factor.
    pub enum Unpriced {
        Reject = "refuse", "refuser le calcul", "refuse the computation";
        Exclude = "exclude", "exclure la ligne", "exclude the line";
    }
}

vocabulary! {
    /// How bought electricity is priced.
    pub enum ElectricityMethod {
        Location = "location", "fondée sur le lieu", "location-based";
        Market = "market", "fondée sur le marché", "market-based";
    }
}

/// The options of a computation; a result records them.
///
/// ```
/// use claquette::{Options, Unpriced};
/// assert_eq!(Options::default().unpriced, Unpriced::Reject);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// What happens to a line without a factor; defaults to rejecting the computation.
    pub unpriced: Unpriced,
    /// How bought electricity is priced; defaults to the grid of its place. Market-based: by the
    /// contract of its line or of the production, and by the grid, with a warning, if there is none.
    pub electricity: ElectricityMethod,
    /// The warming potentials; defaults to those of each source.
    pub gwp: Gwp,
}

impl Default for Options {
    fn default() -> Self {
        Self { unpriced: Unpriced::Reject, electricity: ElectricityMethod::Location, gwp: Gwp::Published }
    }
}

/// An entry of the ledger: the mass of a gas of a part of a line, in an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The line, by its position.
    pub line: u32,
    /// The priced demand, by its position in [`Footprint::priced`].
    pub priced: u32,
    /// The account.
    pub account: Account,
    /// The life-cycle part.
    pub part: Part,
    /// The gas.
    pub gas: Gas,
    /// The mass.
    pub mass: Mass,
}

/// A factor that a footprint used.
#[derive(Clone, Debug)]
pub struct FactorUsed {
    /// The factor.
    pub factor: Arc<Factor>,
    /// The position of its set among [`References::hashes`]; `None` for a line's own factor.
    pub set: Option<u32>,
}

/// A priced demand: its factor, and why that one.
#[derive(Clone, Debug)]
pub struct PricedDemand {
    /// The line, by its position.
    pub line: u32,
    /// The demand, by its position in the line.
    pub(crate) demand: u32,
    /// The factor, by its position in [`Footprint::factors`].
    pub factor: u32,
    /// Why a factor of this place.
    pub place: PlaceReason,
    /// Why a factor of this year.
    pub period: PeriodReason,
    /// The declared proxy that served, by its position.
    pub(crate) proxy: Option<u32>,
    /// The steps into the factor's unit: the rebasing of money, a conversion.
    pub(crate) conversions: Vec<Step>,
}

/// An excluded line and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// The line, by its position.
    pub line: u32,
    /// The reason.
    pub reason: Diagnostic,
}

/// The footprint of a production: a ledger, and everything that explains it.
#[derive(Clone, Debug)]
pub struct Footprint {
    /// The production.
    pub production: Production,
    /// The references of the computation.
    pub references: References,
    /// The options of the computation.
    pub options: Options,
    /// The priced demands, line by line.
    pub priced: Vec<PricedDemand>,
    /// The factors that were used, in the order of their first use.
    pub factors: Vec<FactorUsed>,
    /// The ledger, line by line.
    pub entries: Vec<Entry>,
    /// The excluded lines.
    pub excluded: Vec<Exclusion>,
    /// The warnings of the check and of the computation.
    pub warnings: Vec<Diagnostic>,
    /// The number of warnings beyond these.
    pub omitted: u64,
}

impl Footprint {
    /// Whether every line is included.
    pub fn completeness(&self) -> Completeness {
        if self.excluded.is_empty() { Completeness::Complete } else { Completeness::Partial }
    }

    /// The total of an account. Accounts are never netted.
    pub fn total(&self, account: Account) -> Mass {
        // `compute` has seen that the sum of all absolute masses can be counted.
        Mass::sum(self.in_account(account).map(|entry| entry.mass)).unwrap_or_default()
    }

    /// The mass of a line in an account.
    pub fn line(&self, line: u32, account: Account) -> Mass {
        let first = self.entries.partition_point(|entry| entry.line < line);
        let of_line = self.entries.get(first..).unwrap_or_default().iter();
        let of_line = of_line.take_while(|entry| entry.line == line).filter(|entry| entry.account == account);
        Mass::sum(of_line.map(|entry| entry.mass)).unwrap_or_default()
    }

    /// The published means of works of its kind.
    pub fn published_means(&self) -> impl Iterator<Item = &PublishedMean> {
        let kind = self.production.input().kind.given().copied();
        self.references.published_means().filter(move |mean| Some(mean.kind) == kind)
    }

    /// The entries of an account.
    pub fn in_account(&self, account: Account) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.account == account)
    }

    /// The counted emissions of each line that has any, by its position.
    pub(crate) fn counted_by_line(&self) -> Vec<Option<Mass>> {
        let mut masses = alloc::vec![None; self.production.0.lines.len()];
        for entry in self.in_account(Account::Counted) {
            if let Some(mass) = usize::try_from(entry.line).ok().and_then(|line| masses.get_mut(line)) {
                let so_far = mass.unwrap_or(Mass::ZERO);
                *mass = Some(so_far.checked_add(entry.mass).unwrap_or_default());
            }
        }
        masses
    }

    /// The demand that was priced.
    pub(crate) fn demand(&self, priced: &PricedDemand) -> Option<&crate::pricing::demand::Demand> {
        let line = self.production.0.lines.get(usize::try_from(priced.line).ok()?)?;
        line.demands.get(usize::try_from(priced.demand).ok()?)
    }

    /// The factor that priced a demand.
    pub(crate) fn factor_of(&self, priced: &PricedDemand) -> Option<&Factor> {
        Some(&self.factors.get(usize::try_from(priced.factor).ok()?)?.factor)
    }

    /// A factor that was used, by its position.
    pub(crate) fn factor_at(&self, at: u32) -> Option<Arc<Factor>> {
        self.factors.get(usize::try_from(at).ok()?).map(|used| used.factor.clone())
    }

    /// The post of an entry.
    pub(crate) fn post_of(&self, entry: &Entry) -> Option<Post> {
        self.demand(self.priced_at(entry.priced)?)?.post
    }

    /// The emissions of lines proposed from the calendar, net of their corrections, in the account of
    /// counted emissions, if there are any.
    pub(crate) fn derived(&self) -> Option<Mass> {
        let is_derived = |line: &wire::Line| line.derived.given() == Some(&true);
        if !self.production.input().lines.values().any(is_derived) {
            return None;
        }
        let original = |at: u32| -> Option<u32> {
            let corrected = self.production.0.lines.get(usize::try_from(at).ok()?)?.corrects;
            corrected.map_or(Some(at), |corrected| u32::try_from(corrected).ok())
        };
        let derived = self.in_account(Account::Counted).filter(|entry| {
            original(entry.line).and_then(|at| self.production.input_line(at)).is_some_and(is_derived)
        });
        Mass::sum(derived.map(|entry| entry.mass))
    }

    /// Whether an entry rests on money.
    pub(crate) fn rests_on_money(&self, entry: &Entry) -> bool {
        let factor = self.priced_at(entry.priced).and_then(|priced| self.factor_of(priced));
        factor.is_some_and(Factor::is_monetary)
    }

    /// What was priced, by its position.
    pub(crate) fn priced_at(&self, at: u32) -> Option<&PricedDemand> {
        self.priced.get(usize::try_from(at).ok()?)
    }

    /// The steps of what was priced, those into the factor's unit last.
    pub fn steps<'a>(&'a self, priced: &'a PricedDemand) -> impl Iterator<Item = &'a Step> {
        let given = self.demand(priced).map(|demand| demand.steps.as_slice()).unwrap_or_default();
        given.iter().chain(&priced.conversions)
    }
}
