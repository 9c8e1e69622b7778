//! The answers to what lines demand: the factor of each query, found once and remembered.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::factor::key::{KeyId, Post};
use crate::factor::potentials::Gwp;
use crate::factor::row::{Factor, FactorStatus};
use crate::ledger::compute::rows::{FactorKey, Rows};
use crate::ledger::options::{ElectricityMethod, Options};
use crate::ledger::position::RequestAt;
use crate::ledger::product::Request;
use crate::number::unit::Unit;
use crate::place::Place;
use crate::pricing::conversion::{carried_years, conversions, other_unit, price_units};
use crate::pricing::demand::{Choice, Demand, Step, StepName};
use crate::pricing::resolve::{PeriodReason, PlaceReason, Resolution};
use crate::production::Line;
use crate::reference::references::References;
use crate::text::vocabulary::Term;

/// What the answer to a demand depends on, beside its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Query {
    /// The factor that the line names, by its set and row.
    named: Option<(u32, u32)>,
    key: Option<KeyId>,
    post: Option<Post>,
    place: Option<Place>,
    year: Option<u16>,
    unit: Unit,
    contract: Option<u32>,
}

impl Query {
    /// The query of a demand; `None` if its line states the factor.
    fn of(demand: &Demand) -> Option<Self> {
        let named = match demand.choice {
            Choice::Key(..) => None,
            Choice::Named(set, row) => Some((set, row)),
            Choice::Inline(_) => return None,
        };
        let Demand { key, post, place, year, unit, contract, .. } = *demand;
        Some(Self { named, key, post, place, year, unit, contract })
    }
}

/// The factor that answers a query, and why that one.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) factor: Arc<Factor>,
    /// The steps into the unit of the factor.
    pub(crate) conversions: Vec<Step>,
    /// The warnings of every line that asks.
    pub(crate) notices: Vec<Problem>,
    /// The warnings of the first line that asks.
    pub(crate) once: Vec<Problem>,
    /// The position of its set; `None` for a factor that a line or a contract states.
    set: Option<u32>,
    reasons: Reasons,
    /// The position of its request, once a line has been priced.
    request: Option<RequestAt>,
}

/// Why a factor was chosen.
#[derive(Clone, Copy, Debug)]
struct Reasons {
    /// The identity of the factor; `None` if the line states it.
    row: Option<FactorKey>,
    place: PlaceReason,
    period: PeriodReason,
    /// The declared proxy, by its position.
    proxy: Option<u32>,
}

/// A factor that was chosen.
type Chosen = (Arc<Factor>, Option<u32>, Reasons);

impl Answer {
    /// The position of the request that it answers, which is made if it is the first.
    pub(crate) fn request(
        &mut self,
        demand: &Demand,
        rows: &mut Rows<'_>,
        requests: &mut Vec<Request>,
    ) -> RequestAt {
        if let Some(known) = self.request {
            return known;
        }
        let at = RequestAt(u32::try_from(requests.len()).unwrap_or(u32::MAX));
        let Reasons { row, place, period, proxy } = self.reasons;
        requests.push(Request {
            key: demand.key.and_then(|key| rows.key(key)),
            post: demand.post,
            place: demand.place.map(|place| rows.place(place.id)),
            year: demand.year.map(u32::from),
            unit: demand.unit,
            factor: rows.factor(row, &self.factor, self.set),
            place_reason: place,
            period_reason: period,
            proxy: proxy.and_then(|proxy| rows.proxy(proxy)),
        });
        self.request = Some(at);
        at
    }
}

/// The answers so far.
#[derive(Debug)]
pub(crate) struct Answers<'r> {
    references: &'r References,
    contracts: &'r [Arc<Factor>],
    gwp: Gwp,
    /// Whether electricity is priced by contracts.
    market: bool,
    answers: Vec<Answer>,
    /// The position of the answer to each query.
    known: BTreeMap<Query, usize>,
    /// Factors in other warming potentials.
    restated: BTreeMap<FactorKey, Arc<Factor>>,
    /// The factors whose older parts have been warned of.
    dated: BTreeSet<FactorKey>,
    /// The countries whose index was carried forward, and into which year.
    carried: BTreeSet<(String, u16)>,
    /// The factors whose magnitude has been warned of.
    far: BTreeSet<FactorKey>,
}

impl<'r> Answers<'r> {
    pub(crate) fn new(references: &'r References, options: &Options, contracts: &'r [Arc<Factor>]) -> Self {
        Self {
            references,
            contracts,
            gwp: options.gwp,
            market: options.electricity == ElectricityMethod::Market,
            answers: Vec::new(),
            known: BTreeMap::new(),
            restated: BTreeMap::new(),
            dated: BTreeSet::new(),
            carried: BTreeSet::new(),
            far: BTreeSet::new(),
        }
    }

    pub(crate) fn get(&self, at: usize) -> Option<&Answer> {
        self.answers.get(at)
    }

    pub(crate) fn get_mut(&mut self, at: usize) -> Option<&mut Answer> {
        self.answers.get_mut(at)
    }

    /// The position of the answer to a demand; what is known of a factor that cannot be used is warned of.
    pub(crate) fn to(&mut self, demand: &Demand, findings: &mut Findings) -> Result<usize, Problem> {
        let query = Query::of(demand);
        if let Some(known) = query.and_then(|query| self.known.get(&query)) {
            return Ok(*known);
        }
        let mut notices = Vec::new();
        let answer = self.answer(demand, &mut notices);
        let answer = match answer {
            Ok(answer) => Answer { notices, ..answer },
            Err(problem) => {
                notices.into_iter().for_each(|notice| findings.report(notice));
                return Err(problem);
            }
        };
        let at = self.answers.len();
        self.answers.push(answer);
        if let Some(query) = query {
            self.known.insert(query, at);
        }
        Ok(at)
    }

    fn answer(&mut self, demand: &Demand, notices: &mut Vec<Problem>) -> Result<Answer, Problem> {
        let (factor, set, reasons) = self.choose(demand, notices)?;
        let factor = match self.gwp {
            Gwp::Published => factor,
            _ => self.restate(factor, reasons.row)?,
        };
        let references = self.references;
        let conversions = conversions(references, demand, &factor)
            .ok_or_else(|| other_unit(references, demand, &factor, alloc::vec![factor.unit.to_string()]))?;
        let mut once = Vec::new();
        self.warn_of_prices(demand, &factor, &conversions, &mut once);
        self.warn_of_parts(&factor, reasons.row, &mut once);
        self.warn_of_magnitude(&factor, (set, reasons.row), demand, &mut once);
        Ok(Answer { factor, conversions, notices: Vec::new(), once, set, reasons, request: None })
    }

    /// Why the line that a correction corrects is left out, if it is.
    pub(crate) fn left_out(&self, original: &Line) -> Option<Problem> {
        original.demands.iter().find_map(|demand| match demand.choice {
            Choice::Key(id, found) if !(self.market && demand.contract.is_some()) => {
                self.found(id, found, demand).err()
            }
            _ => None,
        })
    }

    /// The factor that serves a demand, and why; its age and its boundary are warned of.
    fn choose(&self, demand: &Demand, notices: &mut Vec<Problem>) -> Result<Chosen, Problem> {
        let named =
            |row| Reasons { row, place: PlaceReason::Named, period: PeriodReason::Named, proxy: None };
        if self.market && demand.is_electricity() {
            let contract = demand.contract.and_then(|at| {
                let factor = self.contracts.get(usize::try_from(at).ok()?)?.clone();
                Some((factor, None, Reasons { place: PlaceReason::Contract, ..named(Some((None, at))) }))
            });
            match contract {
                Some(contract) => return Ok(contract),
                None if matches!(demand.choice, Choice::Key(..)) => notices.push(Problem::NoContract {}),
                None => {}
            }
        }
        match &demand.choice {
            Choice::Inline(factor) => Ok((factor.clone(), None, named(None))),
            Choice::Named(set, row) => {
                let factor = self.registered(*set, *row)?;
                if factor.status != FactorStatus::Usable {
                    notices.push(Problem::SuspectFactor { factor: factor.id.to_string() });
                }
                warn_of_age(&factor, PeriodReason::Named, demand.year, notices);
                warn_of_boundary(&factor, notices);
                Ok((factor, Some(*set), named(Some((Some(*set), *row)))))
            }
            Choice::Key(id, found) => {
                let Resolution { set, row, place, period, proxy, .. } = self.found(*id, *found, demand)?;
                let factor = self.registered(set, row)?;
                warn_of_age(&factor, period, demand.year, notices);
                warn_of_boundary(&factor, notices);
                Ok((factor, Some(set), Reasons { row: Some((Some(set), row)), place, period, proxy }))
            }
        }
    }

    /// The factor restated with the potentials of the computation.
    fn restate(&mut self, factor: Arc<Factor>, row: Option<FactorKey>) -> Result<Arc<Factor>, Problem> {
        if let Some(known) = row.and_then(|row| self.restated.get(&row)) {
            return Ok(known.clone());
        }
        let references = self.references;
        let restated = factor.restate(references.potentials(), references.keys(), self.gwp);
        let restated = Arc::new(restated.ok_or(Problem::Overflow {})?);
        if let Some(row) = row {
            self.restated.insert(row, restated.clone());
        }
        Ok(restated)
    }

    /// Warns of a part that is older than its factor, once for the factor: of the oldest one.
    fn warn_of_parts(&mut self, factor: &Factor, row: Option<FactorKey>, once: &mut Vec<Problem>) {
        let oldest = factor.older_parts().min_by_key(|(_, vintage)| *vintage);
        let (Some((part, vintage)), Some(year)) = (oldest, factor.year) else { return };
        if row.is_none_or(|row| self.dated.insert(row)) {
            let (factor, part) = (factor.id.to_string(), part.row());
            let (vintage, year) = (vintage.into(), year.into());
            once.push(Problem::OlderPart { factor, part, vintage, year });
        }
    }

    /// Warns of a factor that is not bundled and lies far from its family, once for the factor.
    fn warn_of_magnitude(
        &mut self,
        factor: &Factor,
        (set, row): (Option<u32>, Option<FactorKey>),
        demand: &Demand,
        once: &mut Vec<Problem>,
    ) {
        let references = self.references;
        if set.is_some_and(|set| references.is_bundle(set)) || row.is_some_and(|row| self.far.contains(&row))
        {
            return;
        }
        if let Some(problem) = references.sizes().problem(factor, demand.key, demand.post) {
            once.push(problem);
            self.far.extend(row);
        }
    }

    /// Warns of an index that is carried forward, once for its country and the year.
    fn warn_of_prices(
        &mut self,
        demand: &Demand,
        factor: &Factor,
        conversions: &[Step],
        once: &mut Vec<Problem>,
    ) {
        if !conversions.iter().any(|step| step.name == StepName::CarriedIndex) {
            return;
        }
        for (place, last, wanted) in carried_years(self.references, demand, factor) {
            if self.carried.insert((place.to_string(), wanted)) {
                let (last, wanted) = (last.into(), wanted.into());
                once.push(Problem::CarriedIndex { place: place.to_string(), last, wanted });
            }
        }
    }

    fn registered(&self, set: u32, row: u32) -> Result<Arc<Factor>, Problem> {
        let factor = self.references.set(set).and_then(|set| set.get(row));
        factor.cloned().ok_or(Problem::UnknownFactor { factor: String::new() })
    }

    /// What a key was resolved to; the factor must measure what the demand does.
    fn found(&self, id: KeyId, found: Option<Resolution>, demand: &Demand) -> Result<Resolution, Problem> {
        let references = self.references;
        let missing = || Problem::FactorMissing {
            key: references.keys().get(id).map_or("", |key| &key.name).to_string(),
            place: demand.place.map_or("WORLD", |place| references.places().code(place.id)).to_string(),
            year: demand.year.map_or_else(|| "—".to_string(), |year| year.to_string()),
        };
        let found = found.ok_or_else(missing)?;
        let factor = self.registered(found.set, found.row)?;
        if conversions(references, demand, &factor).is_some() {
            return Ok(found);
        }
        Err(other_unit(references, demand, &factor, price_units(references, id, found, &factor)))
    }
}

/// Warns of a factor that counts less than those of other places: a state of the USA against its country.
fn warn_of_boundary(factor: &Factor, notices: &mut Vec<Problem>) {
    if factor.is_narrow() {
        let (factor, boundary) = (factor.id.to_string(), factor.boundary.row());
        notices.push(Problem::NarrowBoundary { factor, boundary });
    }
}

/// Warns of a factor that is newer than the activity, or had expired.
fn warn_of_age(factor: &Factor, period: PeriodReason, wanted: Option<u16>, notices: &mut Vec<Problem>) {
    let Some(wanted) = wanted.map(u32::from) else { return };
    if let (PeriodReason::NewerYear, Some(year)) = (period, factor.year) {
        notices.push(Problem::NewerFactor { factor: factor.id.to_string(), year: year.into(), wanted });
    }
    if let Some(until) = factor.valid_until.map(u32::from).filter(|until| wanted > *until) {
        notices.push(Problem::ExpiredFactor { factor: factor.id.to_string(), until, wanted });
    }
}
