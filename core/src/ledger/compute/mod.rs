//! Computing the footprint of a valid production.

pub(crate) mod answer;
pub(crate) mod corrections;
pub(crate) mod header;
pub(crate) mod rows;

use alloc::borrow::Cow;
use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt;

use crate::check::{Checked, check_again};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::{Location, Segment};
use crate::diagnostic::severity::Severity;
use crate::factor::potentials::Gwp;
use crate::format::json::Limits;
use crate::format::output::{ENGINE, FORMAT};
use crate::ledger::as_published::Unrestated;
use crate::ledger::compute::answer::Answers;
use crate::ledger::compute::header::{header, tags};
use crate::ledger::compute::rows::Rows;
use crate::ledger::footprint::{Exclusion, Footprint};
use crate::ledger::notice::Notice;
use crate::ledger::options::{Options, Unpriced};
use crate::ledger::position::LineAt;
use crate::ledger::product::{Product, Request};
use crate::ledger::used::factor::UsedFactor;
use crate::ledger::used::row::SetHash;
use crate::number::mass::Mass;
use crate::pricing::aviation::Flights;
use crate::pricing::candidate::candidates;
use crate::pricing::demand::Demand;
use crate::pricing::price::price;
use crate::pricing::resolved::Resolved;
use crate::production::Production;
use crate::reference::references::References;

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
/// With references other than those that it was checked with, such as next year's, or with flights priced in another way,
/// it is checked again first.
///
/// # Errors
/// Every line for which there is no factor, unless [`Options::unpriced`] has them excluded; and a mass
/// that overflows. With other references or another [`Options::aviation`], whatever is invalid with them.
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
    let production = checked_with(production, references, options)?;
    Ok(priced(&production, references, options)?.0)
}

/// The production as checked with these references, and with flights priced as these options ask for: itself, or checked
/// again.
pub(crate) fn checked_with<'p>(
    production: &'p Production,
    references: &References,
    options: &Options,
) -> Result<Cow<'p, Production>, Rejection> {
    let place = production.input().place.given().and_then(|code| references.places().find(code));
    let flights = Flights::of(references, place, options.aviation);
    if production.0.references.same_tables(references) && production.0.aviation == flights.aviation {
        return Ok(Cow::Borrowed(production));
    }
    let (input, resolved) = (production.0.input.clone(), &mut Resolved::default());
    let Checked { production, diagnostics, omitted, .. } =
        check_again(input, references, options.aviation, resolved);
    production.map(Cow::Owned).ok_or(Rejection { diagnostics, omitted })
}

/// The footprint of a production that was checked with these references, and the rows that it uses.
pub(crate) fn priced<'r>(
    production: &'r Production,
    references: &'r References,
    options: &Options,
) -> Result<(Footprint, Rows<'r>), Rejection> {
    let mut computation = Computation::new(production, references, options);
    let lines = tags(production, &mut computation.rows);
    let excluded = computation.lines(options.unpriced);
    computation.corrections(production);
    let header = header(production);
    let means = computation.rows.means(header.kind);
    let equivalences = computation.rows.equivalences();
    let potentials = match options.gwp {
        Gwp::Published => Vec::new(),
        _ => computation.rows.potentials(),
    };
    let factors = computation.rows.factors.rows().iter();
    let factors = factors.map(|(factor, set, source)| UsedFactor::new(factor, *set, *source)).collect();
    let factors: Vec<UsedFactor> = match factors {
        Some(factors) => factors,
        None => {
            computation.findings.report(Problem::Overflow {});
            Vec::new()
        }
    };
    let Computation { findings, mut rows, requests, products, .. } = computation;
    let failed = findings.failed();
    let warned = &production.0.warnings;
    let (found, omitted) = findings.finish();
    let omitted = production.0.omitted.saturating_add(omitted);
    if failed {
        return Err(Rejection { diagnostics: warned.iter().cloned().chain(found).collect(), omitted });
    }
    let mut footprint = Footprint {
        format: FORMAT,
        engine: ENGINE.to_string(),
        production: header,
        options: *options,
        sets: SetHash::all(references),
        sources: rows.sources.take_rows(),
        places: rows.places.take_rows(),
        keys: rows.keys.take_rows(),
        factors,
        proxies: rows.proxies.take_rows(),
        assumptions: rows.assumptions.take_rows(),
        prices: rows.prices.take_rows(),
        routes: rows.routes.take_rows(),
        potentials,
        means,
        equivalences,
        requests,
        lines,
        products,
        excluded,
        warnings: warned.iter().chain(&found).map(Notice::from).collect(),
        omitted,
    };
    if let Some(set) = options.gwp.set() {
        let stays = Unrestated::counted(&footprint);
        if stays != Mass::ZERO {
            let problem = Problem::NotRestated { gwp: set.to_string(), kgco2e: stays };
            let found = Diagnostic::at(Location::Pointer("".into()), problem);
            footprint.warnings.push(Notice::from(&found));
        }
    }
    Ok((footprint, rows))
}

/// A demand that was priced: its position, that of its answer, and its masses.
type PricedDemand = (usize, usize, Vec<Mass>);

/// A footprint under construction.
struct Computation<'r> {
    production: &'r Production,
    references: &'r References,
    findings: Findings,
    rows: Rows<'r>,
    answers: Answers<'r>,
    requests: Vec<Request>,
    products: Vec<Product>,
    /// The answers and masses of the demands of a line, while it is priced.
    priced: Vec<PricedDemand>,
    /// The sum of all absolute masses: if it does not overflow, no total does.
    bound: Mass,
}

impl<'r> Computation<'r> {
    fn new(production: &'r Production, references: &'r References, options: &Options) -> Self {
        let most = usize::try_from(Limits::default().problems).unwrap_or(usize::MAX);
        Self {
            production,
            references,
            findings: Findings::new(most),
            rows: Rows::new(references),
            answers: Answers::new(references, options, &production.0.contracts),
            requests: Vec::new(),
            products: Vec::with_capacity(production.0.lines.len()),
            priced: Vec::new(),
            bound: Mass::ZERO,
        }
    }

    /// Prices all lines; returns those that are excluded.
    fn lines(&mut self, unpriced: Unpriced) -> Vec<Exclusion> {
        let (production, references) = (self.production, self.references);
        let lines = &production.0.lines;
        let mut excluded = Vec::new();
        self.findings.enter(Segment::Field("lines"));
        for (at, line) in (0_u32..).zip(lines) {
            self.findings.enter(Segment::Index(usize::try_from(at).unwrap_or_default()));
            self.findings.enter(Segment::Field("what"));
            let original = line.corrects.and_then(|original| lines.get(original));
            let left_out = original.filter(|_| unpriced == Unpriced::Exclude);
            let left_out = left_out.and_then(|original| self.answers.left_out(original));
            let priced = left_out.map_or_else(|| self.line(LineAt(at), &line.demands), Err);
            if let Err(problem) = priced {
                let missing = matches!(problem, Problem::FactorMissing { .. } | Problem::PriceYear { .. });
                if missing && unpriced == Unpriced::Exclude {
                    let location = Location::Pointer(self.findings.pointer());
                    let reason = Notice::from(&Diagnostic::at(location, problem));
                    excluded.push(Exclusion { line: LineAt(at), reason });
                } else {
                    let meant = match &problem {
                        Problem::FactorMissing { key, place, year } => {
                            Some((key.clone(), place.clone(), year.parse().ok()))
                        }
                        _ => None,
                    };
                    self.findings.suggest(problem, || {
                        let (key, place, year) = meant?;
                        candidates(references, &key, &place, year)
                    });
                }
            }
            self.findings.leave();
            self.findings.leave();
        }
        self.findings.leave();
        excluded
    }

    /// Prices all demands of a line, or none of them.
    fn line(&mut self, line: LineAt, demands: &[Demand]) -> Result<(), Problem> {
        let mut priced = core::mem::take(&mut self.priced);
        let done = self.price(demands, &mut priced);
        if done.is_ok() {
            for (demand, at, masses) in priced.drain(..) {
                let answer = demands.get(demand).zip(self.answers.get_mut(at));
                let Some((demand, answer)) = answer else { continue };
                let request = answer.request(demand, &mut self.rows, &mut self.requests);
                let steps = demand.steps.iter().chain(&answer.conversions);
                let terms = steps.map(|step| self.rows.term(step)).collect();
                self.products.push(Product { line, request, terms, masses });
            }
        }
        priced.clear();
        self.priced = priced;
        done
    }

    /// The answer to each demand, and its masses.
    fn price(&mut self, demands: &[Demand], priced: &mut Vec<PricedDemand>) -> Result<(), Problem> {
        for (index, demand) in demands.iter().enumerate() {
            let at = self.answers.to(demand, &mut self.findings)?;
            let Some(answer) = self.answers.get(at) else { continue };
            answer.notices.iter().for_each(|notice| self.findings.report(notice.clone()));
            let terms = demand.steps.iter().chain(&answer.conversions);
            let masses = price(terms.map(|step| (step.numerator, step.denominator)), &answer.factor.rate());
            let masses = masses.ok_or(Problem::Overflow {})?;
            for mass in &masses {
                let size = Mass::from_micrograms(mass.micrograms().abs());
                let bound = size.and_then(|size| self.bound.checked_add(size));
                self.bound = bound.ok_or(Problem::Overflow {})?;
            }
            if let Some(answer) = self.answers.get_mut(at) {
                let once = core::mem::take(&mut answer.once);
                once.into_iter().for_each(|notice| self.findings.report(notice));
            }
            priced.push((index, at, masses));
        }
        Ok(())
    }
}
