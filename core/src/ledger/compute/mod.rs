//! Computing the footprint of a valid production.

pub(crate) mod corrections;

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use crate::check::{Checked, check_again};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::{Location, Segment};
use crate::diagnostic::severity::Severity;
use crate::factor::key::KeyId;
use crate::factor::potentials::Gwp;
use crate::factor::row::{Factor, FactorStatus};
use crate::format::json::Limits;
use crate::ledger::as_published::Unrestated;
use crate::ledger::footprint::{
    ElectricityMethod, Entry, Exclusion, FactorUsed, Footprint, Options, PricedDemand, Unpriced,
};
use crate::number::mass::Mass;
use crate::pricing::candidate::candidates;
use crate::pricing::conversion::{carried_years, conversions, other_unit, price_units};
use crate::pricing::demand::{Choice, Demand, Step, StepName};
use crate::pricing::price::{Priced, price};
use crate::pricing::resolve::{PeriodReason, PlaceReason, Resolution, resolve};
use crate::production::Production;
use crate::reference::references::References;
use crate::text::vocabulary::Term;

/// A rejected computation, with every reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// Every problem, errors and warnings.
    pub diagnostics: Vec<Diagnostic>,
    /// The number of problems beyond these.
    pub omitted: u64,
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut errors =
            self.diagnostics.iter().filter(|diagnostic| diagnostic.severity() == Severity::Error);
        errors.try_for_each(|error| writeln!(f, "{error}"))
    }
}

impl core::error::Error for Rejection {}

/// Computes the footprint of a valid production.
///
/// With references other than those that it was checked with, such as next year's, it is checked again first.
///
/// # Errors
/// Every line for which there is no factor, unless [`Options::unpriced`] has them excluded; and a mass
/// that overflows. With other references, whatever is invalid with them.
///
/// ```
/// use claquette::{Account, Limits, Options, References, check_json, compute};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
///   "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": "120000", "unit": "kWh"}}}}]}"#;
/// let production = check_json(input, &references, &Limits::default()).production.unwrap();
/// let footprint = compute(&production, &references, &Options::default()).unwrap();
/// // 120,000 kWh × 0.0519 kgCO2e/kWh (Base Carbone 43642, France 2024) = 6,228 kgCO2e
/// assert_eq!(footprint.total(Account::Counted).kilograms().to_string(), "6228");
/// ```
pub fn compute(
    production: &Production,
    references: &References,
    options: &Options,
) -> Result<Footprint, Rejection> {
    if production.0.references.same_tables(references) {
        return of_checked(production, references, options);
    }
    let Checked { production, diagnostics, omitted, .. } = check_again(production, references);
    let production = production.ok_or(Rejection { diagnostics, omitted })?;
    of_checked(&production, references, options)
}

fn of_checked(
    production: &Production,
    references: &References,
    options: &Options,
) -> Result<Footprint, Rejection> {
    let lines = &production.0.lines;
    let most = usize::try_from(Limits::default().problems).unwrap_or(usize::MAX);
    let mut computation = Computation {
        references,
        findings: Findings::new(most),
        priced: Vec::with_capacity(lines.len()),
        factors: Vec::new(),
        used: BTreeMap::new(),
        entries: Vec::with_capacity(lines.len().saturating_mul(4)),
        price: Vec::new(),
        bound: Mass::ZERO,
        gwp: options.gwp,
        carried: Vec::new(),
        market: options.electricity == ElectricityMethod::Market,
        contracts: &production.0.contracts,
    };
    let mut excluded = Vec::new();
    computation.findings.enter(Segment::Field("lines"));
    for (at, line) in (0_u32..).zip(lines) {
        computation.findings.enter(Segment::Index(usize::try_from(at).unwrap_or_default()));
        computation.findings.enter(Segment::Field("what"));
        let original = line.corrects.and_then(|original| lines.get(original));
        let left_out = original.filter(|_| options.unpriced == Unpriced::Exclude);
        let left_out = left_out.and_then(|original| computation.left_out(original));
        let priced = left_out.map_or_else(|| computation.line(at, &line.demands), Err);
        if let Err(problem) = priced {
            let missing = matches!(problem, Problem::FactorMissing { .. } | Problem::PriceYear { .. });
            if missing && options.unpriced == Unpriced::Exclude {
                let location = Location::Pointer(computation.findings.pointer());
                let reason = Diagnostic::at(location, problem);
                excluded.push(Exclusion { line: at, reason });
            } else {
                let meant = match &problem {
                    Problem::FactorMissing { key, place, year } => {
                        Some((key.clone(), place.clone(), year.parse().ok()))
                    }
                    _ => None,
                };
                computation.findings.suggest(problem, || {
                    let (key, place, year) = meant?;
                    candidates(references, &key, &place, year)
                });
            }
        }
        computation.findings.leave();
        computation.findings.leave();
    }
    computation.corrections(production);
    let failed = computation.findings.failed();
    let mut warnings = production.0.warnings.clone();
    let (found, omitted) = computation.findings.finish();
    warnings.extend(found);
    let omitted = production.0.omitted.saturating_add(omitted);
    if failed {
        return Err(Rejection { diagnostics: warnings, omitted });
    }
    let mut footprint = Footprint {
        production: production.clone(),
        references: references.clone(),
        options: *options,
        priced: computation.priced,
        factors: computation.factors,
        entries: computation.entries,
        excluded,
        warnings,
        omitted,
    };
    if let Some(set) = options.gwp.set() {
        let stays = Unrestated::counted(&footprint);
        if stays != Mass::ZERO {
            let problem = Problem::NotRestated { gwp: set.to_string(), kgco2e: stays };
            footprint.warnings.push(Diagnostic::at(Location::Pointer("".into()), problem));
        }
    }
    Ok(footprint)
}

/// A footprint under construction.
struct Computation<'a> {
    references: &'a References,
    findings: Findings,
    priced: Vec<PricedDemand>,
    factors: Vec<FactorUsed>,
    /// The position of each factor that several lines may name among those used.
    used: BTreeMap<(Option<u32>, u32), u32>,
    entries: Vec<Entry>,
    /// The price of the current demand.
    price: Vec<Priced>,
    /// The sum of all absolute masses: if it does not overflow, no total does.
    bound: Mass,
    /// The warming potentials.
    gwp: Gwp,
    /// The countries whose index was carried forward, and into which year.
    carried: Vec<(String, u16)>,
    /// Whether electricity is priced by contracts.
    market: bool,
    contracts: &'a [Arc<Factor>],
}

impl Computation<'_> {
    /// Prices all demands of a line, or none of them.
    fn line(&mut self, line: u32, demands: &[Demand]) -> Result<(), Problem> {
        let before = (self.priced.len(), self.entries.len());
        for (at, demand) in (0_u32..).zip(demands) {
            if let Err(problem) = self.demand(line, at, demand) {
                self.priced.truncate(before.0);
                self.entries.truncate(before.1);
                return Err(problem);
            }
        }
        Ok(())
    }

    fn demand(&mut self, line: u32, at: u32, demand: &Demand) -> Result<(), Problem> {
        let (used, reasons) = self.choose(demand)?;
        let used = match self.gwp {
            Gwp::Published => used,
            _ => self.restated(used, &reasons)?,
        };
        let factor = &used.factor;
        let other_unit = || other_unit(self.references, demand, factor, alloc::vec![factor.unit.to_string()]);
        let conversions = conversions(self.references, demand, factor).ok_or_else(other_unit)?;
        price(&demand.steps, &conversions, factor, &mut self.price).ok_or(Problem::Overflow {})?;
        for entry in &self.price {
            let size = Mass::from_micrograms(entry.mass.micrograms().abs());
            self.bound = size.and_then(|size| self.bound.checked_add(size)).ok_or(Problem::Overflow {})?;
        }
        let position = u32::try_from(self.priced.len()).map_err(|_| Problem::Overflow {})?;
        self.entries.extend(self.price.iter().map(|entry| Entry {
            line,
            priced: position,
            account: entry.account,
            part: entry.part,
            gas: entry.gas,
            mass: entry.mass,
        }));
        self.warn_of_prices(demand, factor, &conversions);
        self.warn_of_parts(factor, &reasons);
        let factor = self.register(used, &reasons);
        let Reasons { place, period, proxy, .. } = reasons;
        self.priced.push(PricedDemand { line, demand: at, factor, place, period, proxy, conversions });
        Ok(())
    }

    /// The factor that serves a demand, and why; its age is warned of.
    fn choose(&mut self, demand: &Demand) -> Result<(FactorUsed, Reasons), Problem> {
        let named =
            |row| Reasons { row, place: PlaceReason::Named, period: PeriodReason::Named, proxy: None };
        if self.market && demand.is_electricity() {
            let contract = demand.contract.and_then(|at| {
                let factor = self.contracts.get(usize::try_from(at).ok()?)?.clone();
                let reasons = Reasons { place: PlaceReason::Contract, ..named(Some((None, at))) };
                Some((FactorUsed { factor, set: None }, reasons))
            });
            match contract {
                Some(contract) => return Ok(contract),
                None if matches!(demand.choice, Choice::Key(_)) => {
                    self.findings.report(Problem::NoContract {});
                }
                None => {}
            }
        }
        match &demand.choice {
            Choice::Inline(factor) => Ok((FactorUsed { factor: factor.clone(), set: None }, named(None))),
            Choice::Named(set, row) => {
                let factor = self.registered(*set, *row)?;
                if factor.status != FactorStatus::Usable {
                    self.findings.report(Problem::SuspectFactor { factor: factor.id.clone() });
                }
                self.warn_of_age(&factor, PeriodReason::Named, demand.year);
                self.warn_of_boundary(&factor);
                Ok((FactorUsed { factor, set: Some(*set) }, named(Some((Some(*set), *row)))))
            }
            Choice::Key(id) => {
                let Resolution { set, row, place, period, proxy, .. } = self.resolve(*id, demand)?;
                let factor = self.registered(set, row)?;
                self.warn_of_age(&factor, period, demand.year);
                self.warn_of_boundary(&factor);
                let reasons = Reasons { row: Some((Some(set), row)), place, period, proxy };
                Ok((FactorUsed { factor, set: Some(set) }, reasons))
            }
        }
    }

    /// The factor restated with the potentials of the computation. Not inlined: the common path does not need it.
    #[cold]
    fn restated(&self, used: FactorUsed, reasons: &Reasons) -> Result<FactorUsed, Problem> {
        let known = reasons.row.and_then(|row| usize::try_from(*self.used.get(&row)?).ok());
        if let Some(known) = known.and_then(|at| self.factors.get(at)) {
            return Ok(known.clone());
        }
        let references = self.references;
        let restated = used.factor.restate(references.potentials(), references.keys(), self.gwp);
        Ok(FactorUsed { factor: Arc::new(restated.ok_or(Problem::Overflow {})?), ..used })
    }

    fn registered(&self, set: u32, row: u32) -> Result<Arc<Factor>, Problem> {
        let factor = self.references.set(set).and_then(|set| set.get(row));
        factor.cloned().ok_or(Problem::UnknownFactor { factor: String::new() })
    }

    /// Resolves a key; the factor must measure what the demand does.
    fn resolve(&self, id: KeyId, demand: &Demand) -> Result<Resolution, Problem> {
        let references = self.references;
        let missing = |key: &str| Problem::FactorMissing {
            key: key.to_string(),
            place: demand.place.map_or("WORLD", |place| references.places().code(place.id)).to_string(),
            year: demand.year.map_or_else(|| "—".to_string(), |year| year.to_string()),
        };
        let key = references.keys().get(id).ok_or_else(|| missing(""))?;
        let place = demand.place.or_else(|| references.places().find("WORLD"));
        let found = place.and_then(|place| resolve(references, id, key, place, demand.year));
        let found = found.ok_or_else(|| missing(&key.name))?;
        let factor = self.registered(found.set, found.row)?;
        if conversions(self.references, demand, &factor).is_some() {
            return Ok(found);
        }
        Err(other_unit(self.references, demand, &factor, price_units(self.references, id, found, &factor)))
    }

    /// The position of a factor among those used.
    fn register(&mut self, used: FactorUsed, reasons: &Reasons) -> u32 {
        if let Some(known) = reasons.row.and_then(|row| self.used.get(&row)) {
            return *known;
        }
        let position = u32::try_from(self.factors.len()).unwrap_or(u32::MAX);
        self.factors.push(used);
        if let Some(row) = reasons.row {
            self.used.insert(row, position);
        }
        position
    }

    /// Warns of a part that is older than its factor, once for the factor: of the oldest one.
    fn warn_of_parts(&mut self, factor: &Factor, reasons: &Reasons) {
        let known = reasons.row.is_some_and(|row| self.used.contains_key(&row));
        let oldest = factor.older_parts().min_by_key(|(_, vintage)| *vintage).filter(|_| !known);
        if let (Some((part, vintage)), Some(year)) = (oldest, factor.year) {
            let (factor, part) = (factor.id.clone(), part.row());
            let (vintage, year) = (vintage.into(), year.into());
            self.findings.report(Problem::OlderPart { factor, part, vintage, year });
        }
    }

    /// Warns of an index that is carried forward, once for its country and the year.
    fn warn_of_prices(&mut self, demand: &Demand, factor: &Factor, conversions: &[Step]) {
        if !conversions.iter().any(|step| step.name == StepName::CarriedIndex) {
            return;
        }
        for (place, last, wanted) in carried_years(self.references, demand, factor) {
            if self.carried.iter().any(|(known, year)| known == place && *year == wanted) {
                continue;
            }
            self.carried.push((place.to_string(), wanted));
            let (last, wanted) = (last.into(), wanted.into());
            self.findings.report(Problem::CarriedIndex { place: place.to_string(), last, wanted });
        }
    }

    /// Warns of a factor that counts less than those of other places: a state of the USA against its country.
    fn warn_of_boundary(&mut self, factor: &Factor) {
        if factor.is_narrow() {
            let (factor, boundary) = (factor.id.clone(), factor.boundary.row());
            self.findings.report(Problem::NarrowBoundary { factor, boundary });
        }
    }

    /// Warns of a factor that is newer than the activity, or had expired.
    fn warn_of_age(&mut self, factor: &Factor, period: PeriodReason, wanted: Option<u16>) {
        let Some(wanted) = wanted.map(u32::from) else { return };
        if let (PeriodReason::NewerYear, Some(year)) = (period, factor.year) {
            self.findings.report(Problem::NewerFactor {
                factor: factor.id.clone(),
                year: year.into(),
                wanted,
            });
        }
        if let Some(until) = factor.valid_until.map(u32::from).filter(|until| wanted > *until) {
            self.findings.report(Problem::ExpiredFactor { factor: factor.id.clone(), until, wanted });
        }
    }
}

/// Why a factor was chosen.
struct Reasons {
    /// Its set and row, or its position among the contracts; `None` if the line states it.
    row: Option<(Option<u32>, u32)>,
    place: PlaceReason,
    period: PeriodReason,
    proxy: Option<u32>,
}
