//! A session: a production that is edited line by line, and its footprint after each edit.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::check::check_again;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::location::Location;
use crate::factor::split::Account;
use crate::format::json::Limits;
use crate::format::json::reader::Reader;
use crate::format::leaf::Leaf;
use crate::format::read::Read;
use crate::ledger::compute::{Rejection, compute};
use crate::ledger::footprint::Footprint;
use crate::ledger::notice::Notice;
use crate::ledger::options::Options;
use crate::ledger::position::LineAt;
use crate::number::mass::Mass;
use crate::pricing::aviation::Aviation;
use crate::pricing::resolved::Resolved;
use crate::production::Production;
use crate::reference::references::References;
use crate::wire;

/// A production that is edited line by line, and what [`check`](crate::check) and [`compute`] make of it: the very
/// footprint of the edited production, or all that is wrong with it.
///
/// After an edit only the line that was entered is read, and no query that was resolved is resolved again. All lines are
/// checked and priced, since one line may change what is said of others: of corrections, of vehicles, of the budget.
///
/// ```
/// use claquette::{Limits, Options, References, Session, check_json};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
///   "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": "120000", "unit": "kWh"}}}}]}"#;
/// let production = check_json(input, &references, &Limits::default()).production.unwrap();
/// let mut session = Session::new(production, &references, &Options::default());
/// let line = br#"{"id": "L1", "what": {"electricity": {"energy": {"value": "100000", "unit": "kWh"}}}}"#;
/// let change = session.enter_json(line, &Limits::default()).unwrap();
/// // 100,000 kWh × 0.0519 kgCO2e/kWh (Base Carbone 43642, France 2024) = 5,190 kgCO2e; 120,000 kWh are 6,228
/// assert_eq!(change.after.unwrap().kilograms().to_string(), "5190");
/// assert_eq!(change.difference().unwrap().kilograms().to_string(), "-1038");
/// assert!(session.footprint().is_ok());
/// ```
#[derive(Clone, Debug)]
pub struct Session {
    references: References,
    options: Options,
    input: Arc<wire::Production>,
    resolved: Resolved,
    outcome: Result<Footprint, Rejection>,
}

/// What an edit of a line has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineChange {
    /// The counted emissions before; `None` if there was no footprint.
    pub before: Option<Mass>,
    /// The counted emissions after; `None` if there is no footprint.
    pub after: Option<Mass>,
    /// What is said of the line: its warnings, or, if there is no footprint, its problems. Nothing of a line that was removed.
    pub notices: Vec<Notice>,
}

impl LineChange {
    /// The counted emissions after, less those before; `None` if there was or is no footprint.
    pub fn difference(&self) -> Option<Mass> {
        let before = Mass::from_micrograms(self.before?.micrograms().checked_neg()?)?;
        self.after?.checked_add(before)
    }
}

impl Session {
    /// A session with a valid production, its tables and the options of its footprint.
    pub fn new(production: Production, references: &References, options: &Options) -> Self {
        let outcome = compute(&production, references, options);
        Self {
            references: references.clone(),
            options: *options,
            input: production.0.input.clone(),
            resolved: Resolved::default(),
            outcome,
        }
    }

    /// The production, as it was entered and edited.
    pub fn input(&self) -> &wire::Production {
        &self.input
    }

    /// The footprint.
    ///
    /// # Errors
    /// Whatever is wrong with the production as it was edited.
    pub fn footprint(&self) -> Result<&Footprint, &Rejection> {
        self.outcome.as_ref()
    }

    /// Enters a line: in the place of the first one that has its identifier, or else after all others.
    pub fn enter(&mut self, line: wire::Line) -> LineChange {
        let known = line.id.given().and_then(|id| self.position(id));
        let at = self.edit(|lines| {
            let at = known.unwrap_or(lines.len());
            match lines.get_mut(at) {
                Some(before) => *before = Leaf::Given(line),
                None => lines.push(Leaf::Given(line)),
            }
            at
        });
        self.edited(Some(at))
    }

    /// Enters a line that is written as JSON.
    ///
    /// # Errors
    /// What of it cannot be read, with pointers from the line; then nothing is changed.
    pub fn enter_json(&mut self, json: &[u8], limits: &Limits) -> Result<LineChange, Vec<Diagnostic>> {
        read(json, limits).map(|line| self.enter(line))
    }

    /// Removes the first line that has an identifier; `None` if none has.
    pub fn remove(&mut self, id: &str) -> Option<LineChange> {
        let at = self.position(id)?;
        self.edit(|lines| lines.remove(at));
        Some(self.edited(None))
    }

    /// The position of the first line with an identifier.
    fn position(&self, id: &str) -> Option<usize> {
        let mut lines = self.input.lines.items().iter();
        lines.position(|line| line.given().and_then(|line| line.id.given()).is_some_and(|own| own == id))
    }

    /// Edits the lines.
    fn edit<T>(&mut self, edit: impl FnOnce(&mut Vec<Leaf<wire::Line>>) -> T) -> T {
        let input = Arc::make_mut(&mut self.input);
        let mut lines = match core::mem::take(&mut input.lines) {
            Leaf::Given(lines) => lines,
            Leaf::Absent | Leaf::Unreadable => Vec::new(),
        };
        let edited = edit(&mut lines);
        input.lines = Leaf::Given(lines);
        edited
    }

    /// Checks and computes what was edited, and compares it with what was before.
    fn edited(&mut self, line: Option<usize>) -> LineChange {
        let total =
            |outcome: &Result<Footprint, Rejection>| Some(outcome.as_ref().ok()?.total(Account::Counted));
        let before = total(&self.outcome);
        let (input, references) = (self.input.clone(), &self.references);
        let checked = check_again(input, references, Aviation::ByPlace, &mut self.resolved);
        self.outcome = match checked.production {
            Some(production) => compute(&production, references, &self.options),
            None => Err(Rejection { diagnostics: checked.diagnostics, omitted: checked.omitted }),
        };
        let line = line.and_then(|line| u32::try_from(line).ok()).map(LineAt);
        let is_of_line = |notice: &Notice| line.is_some() && notice.line == line;
        let notices = match &self.outcome {
            Ok(footprint) => footprint.warnings.iter().filter(|notice| is_of_line(notice)).cloned().collect(),
            Err(rejection) => rejection.diagnostics.iter().map(Notice::from).filter(is_of_line).collect(),
        };
        LineChange { before, after: total(&self.outcome), notices }
    }
}

/// Reads a line.
fn read(json: &[u8], limits: &Limits) -> Result<wire::Line, Vec<Diagnostic>> {
    let refused = |problem| alloc::vec![Diagnostic::at(Location::Pointer("".into()), problem)];
    let mut reader = Reader::new(limits.text(json).map_err(refused)?, *limits);
    let line = wire::Line::read(&mut reader);
    let (findings, whole) = reader.finish();
    match line {
        Leaf::Given(line) if whole && !findings.failed() => Ok(line),
        _ => Err(findings.finish().0),
    }
}
