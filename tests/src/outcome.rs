//! What becomes of a production.

use claquette::{
    Diagnostic, Footprint, Limits, Options, References, check_json, check_json_with, compute, propose,
};
use serde_json::Value;

use crate::case::Case;
use crate::problem::Problem;
use crate::tables::{Tables, shipped};

/// A footprint, or a refusal with its reasons.
#[derive(Debug)]
pub enum Outcome {
    /// The footprint.
    Priced(Box<Footprint>),
    /// Every problem that was kept, and how many there were beyond.
    Refused(Vec<Diagnostic>, u64),
}

impl Outcome {
    /// Checks and computes a production.
    pub fn of(bytes: &[u8], references: &References, options: &Options) -> Self {
        let checked = check_json_with(bytes, references, &Limits::default(), options.aviation);
        let Some(production) = checked.production else {
            return Self::Refused(checked.diagnostics, checked.omitted);
        };
        match compute(&production, references, options) {
            Ok(footprint) => Self::Priced(Box::new(footprint)),
            Err(rejection) => Self::Refused(rejection.diagnostics, rejection.omitted),
        }
    }

    /// Every problem, errors and warnings.
    pub fn problems(&self) -> Vec<Problem<'_>> {
        match self {
            Self::Priced(footprint) => footprint.warnings.iter().map(Problem::Kept).collect(),
            Self::Refused(problems, _) => problems.iter().map(Problem::Found).collect(),
        }
    }

    /// How many problems there are beyond those that were kept.
    pub fn more(&self) -> u64 {
        match self {
            Self::Priced(footprint) => footprint.omitted,
            Self::Refused(_, more) => *more,
        }
    }

    /// The footprint, if there is one.
    pub fn footprint(&self) -> Option<&Footprint> {
        match self {
            Self::Priced(footprint) => Some(footprint),
            Self::Refused(..) => None,
        }
    }
}

impl Case {
    /// Runs the vector: its tables, then its production.
    pub fn run(&self) -> Outcome {
        self.run_over(shipped())
    }

    /// Runs the vector over others than the shipped tables.
    pub(crate) fn run_over(&self, tables: &Tables) -> Outcome {
        match self.references_over(tables) {
            Ok(references) => Outcome::of(&self.bytes(), &references, &self.options()),
            Err(problems) => Outcome::Refused(problems, 0),
        }
    }

    /// The lines that are proposed for the production of the vector, or null.
    pub fn proposal(&self) -> Value {
        let references = self.references().expect("sound tables");
        let checked = check_json(&self.bytes(), &references, &Limits::default());
        let proposal = propose(&checked);
        proposal.map_or(Value::Null, |proposal| serde_json::to_value(proposal).expect("a result is written"))
    }

    /// The tables of the vector.
    pub fn references(&self) -> Result<References, Vec<Diagnostic>> {
        self.references_over(shipped())
    }

    /// The tables of the vector, over others than those that are shipped.
    pub fn references_over(&self, tables: &Tables) -> Result<References, Vec<Diagnostic>> {
        let tables = if self.bundled { &tables.bundled } else { &tables.without_factors };
        let mut references = tables.clone();
        if let Some(rows) = &self.proxies {
            references = references.with_proxies("proxies", &table(rows))?;
        }
        if let Some(rows) = &self.assumptions {
            references = references.with_assumptions("assumptions", &table(rows))?;
        }
        for set in &self.factors {
            references = references.with_set(&set.set, &table(&set.rows))?;
        }
        Ok(references)
    }
}

fn table(rows: &[String]) -> String {
    rows.iter().flat_map(|row| [row, "\n"]).collect()
}
