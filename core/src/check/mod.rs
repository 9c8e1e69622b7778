//! Is what was entered valid? Every problem at once.

pub(crate) mod budget;
pub(crate) mod budget_use;
pub(crate) mod calendar;
pub(crate) mod contract;
pub(crate) mod corrections;
pub(crate) mod derived_lines;
pub(crate) mod documents;
pub(crate) mod header;
pub(crate) mod lines;
pub(crate) mod production;
pub(crate) mod shares;
pub(crate) mod shooting;
pub(crate) mod work;

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::check::header::Header;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::Location;
use crate::diagnostic::parameter::DocumentSort;
use crate::format::json::Limits;
use crate::format::json::reader::Reader;
use crate::format::leaf::Leaf;
use crate::format::read::Read;
use crate::pricing::aviation::Aviation;
use crate::pricing::resolved::Resolved;
use crate::production::{Production, Valid};
use crate::reference::references::References;
use crate::wire;

/// What checking found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The valid production, if there is no error.
    pub production: Option<Production>,
    /// Every problem, errors and warnings, in the order of the document; the first
    /// [`Limits::problems`] of each.
    pub diagnostics: Vec<Diagnostic>,
    /// How many problems there are beyond those.
    pub omitted: u64,
    /// What was entered, as far as it could be read, if the production is not valid: nothing is lost.
    pub input: Option<wire::Production>,
}

/// Checks a production that was built from Rust values.
///
/// ```
/// use claquette::{References, check, wire::{Production, ProductionKind}};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = Production { format: 1.into(), kind: ProductionKind::News.into(), ..Production::default() };
/// let checked = check(input, &references);
/// assert_eq!(checked.diagnostics[0].to_string(), ": the field `lines` is missing");
/// ```
pub fn check(input: wire::Production, references: &References) -> Checked {
    check_with(input, references, Aviation::ByPlace)
}

/// Checks a production for a computation that prices flights in the given way.
pub(crate) fn check_with(input: wire::Production, references: &References, aviation: Aviation) -> Checked {
    checked(input, findings(), references, aviation)
}

/// Checks again what was read before: edited, with other references, or with flights priced in another way. Queries that
/// were resolved with the same references are not resolved again.
pub(crate) fn check_again(
    input: Arc<wire::Production>,
    references: &References,
    aviation: Aviation,
    resolved: &mut Resolved,
) -> Checked {
    valid(input, findings(), references, aviation, resolved)
}

/// Reads a production from JSON and checks it: the problems of its text, its structure and its values.
///
/// ```
/// use claquette::{Limits, References, check_json};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
///   "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": "120000", "unit": "kWh"}}}}]}"#;
/// assert!(check_json(input, &references, &Limits::default()).production.is_some());
/// ```
pub fn check_json(bytes: &[u8], references: &References, limits: &Limits) -> Checked {
    check_json_with(bytes, references, limits, Aviation::ByPlace)
}

/// Checks as [`check_json`] does, for a computation that prices flights in the given way: what only another way needs is not
/// asked for.
///
/// ```
/// use claquette::{Aviation, Limits, References, check_json, check_json_with};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": [{"id": "L1",
///   "what": {"plane": {"distance": {"value": "90000", "unit": "passenger.km"}, "haul": "long-haul"}}}]}"#;
/// // By seats and distance, as in France, a sum needs the length of one flight; by territory it does not.
/// assert!(check_json(input, &references, &Limits::default()).production.is_none());
/// let limits = Limits::default();
/// assert!(check_json_with(input, &references, &limits, Aviation::ByHaul).production.is_some());
/// ```
pub fn check_json_with(
    bytes: &[u8],
    references: &References,
    limits: &Limits,
    aviation: Aviation,
) -> Checked {
    let text = match limits.text(bytes) {
        Ok(text) => text,
        Err(problem) => return refused(problem),
    };
    let mut reader = Reader::new(text, *limits);
    let input = wire::Production::read(&mut reader);
    let (findings, whole) = reader.finish();
    if (findings.failed() || !whole)
        && let Some(problem) = DocumentSort::Production.instead(text)
    {
        return refused(problem);
    }
    match input {
        Leaf::Given(input) if whole => checked(input, findings, references, aviation),
        // Half a document would seem to lack what its other half holds.
        Leaf::Given(mut input) => {
            input.cut_off();
            // At least the list of lines says that something is missing, should all fields be given.
            if let Leaf::Given(lines) = &mut input.lines {
                lines.push(Leaf::Unreadable);
            }
            invalid(findings, Some(input))
        }
        _ => invalid(findings, None),
    }
}

/// What is found of a production without the text of it.
fn findings() -> Findings {
    Findings::new(usize::try_from(Limits::default().problems).unwrap_or(usize::MAX))
}

/// Checks the values of what was entered, and gives it back if they are not valid.
fn checked(
    input: wire::Production,
    findings: Findings,
    references: &References,
    aviation: Aviation,
) -> Checked {
    let input = Arc::new(input);
    let resolved = &mut Resolved::default();
    let checked = valid(input.clone(), findings, references, aviation, resolved);
    // A valid production holds what was entered; if there is none, nobody else does.
    Checked { input: Arc::into_inner(input), ..checked }
}

/// Checks the values of what was entered, after its structure.
fn valid(
    input: Arc<wire::Production>,
    mut findings: Findings,
    references: &References,
    aviation: Aviation,
    resolved: &mut Resolved,
) -> Checked {
    input.require(&mut findings);
    let header = production::check(&input, &mut findings, references, aviation);
    let lines = lines::check(&input, &header, resolved, &mut findings, references);
    let Header { period, flights, minutes, shooting_days, budget, parts, contracts, .. } = header;
    let contracts = contracts.factors.into_iter().filter_map(|(_, factor)| factor).collect();
    let budget = budget.budget;
    if findings.failed() {
        return invalid(findings, None);
    }
    let (diagnostics, omitted) = findings.finish();
    let warnings = diagnostics.clone();
    let references = references.clone();
    let valid = Valid {
        input,
        period,
        aviation: flights.aviation,
        minutes,
        shooting_days,
        budget,
        parts,
        contracts,
        lines,
        warnings,
        omitted,
        references,
    };
    Checked { production: Some(Production(Arc::new(valid))), diagnostics, omitted, input: None }
}

fn invalid(findings: Findings, input: Option<wire::Production>) -> Checked {
    let (diagnostics, omitted) = findings.finish();
    Checked { production: None, diagnostics, omitted, input }
}

/// The answer to bytes that are not even looked into.
fn refused(problem: Problem) -> Checked {
    let location = Location::Pointer("".into());
    let diagnostics = alloc::vec![Diagnostic::at(location, problem)];
    Checked { production: None, diagnostics, omitted: 0, input: None }
}
