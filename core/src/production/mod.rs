//! A production that is valid: valid by construction.

pub(crate) mod budget;
pub(crate) mod units;

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::diagnostic::Diagnostic;
use crate::factor::row::Factor;
use crate::format::leaf::Leaf;
use crate::number::date::Period;
use crate::number::unit::Dimension;
use crate::place::Place;
use crate::pricing::aviation::Aviation;
use crate::pricing::demand::Demand;
use crate::production::budget::Budget;
use crate::reference::loaded::hash;
use crate::reference::references::References;
use crate::text::shared::Text;
use crate::wire;

/// A valid production: the input, and what its lines ask to be priced.
///
/// Only [`check`](crate::check) and [`check_json`](crate::check_json) make one.
#[derive(Clone, Debug)]
pub struct Production(pub(crate) Arc<Valid>);

/// What a valid production knows beside the input.
#[derive(Debug)]
pub(crate) struct Valid {
    pub(crate) input: Arc<wire::Production>,
    pub(crate) period: Option<Period>,
    /// How its flights are priced: by seats or by haul.
    pub(crate) aviation: Aviation,
    /// Minutes of content, where the work says them.
    pub(crate) minutes: Option<Decimal>,
    pub(crate) shooting_days: Option<Decimal>,
    pub(crate) budget: Budget,
    pub(crate) parts: Vec<WorkPart>,
    /// What each contract of electricity states.
    pub(crate) contracts: Vec<Arc<Factor>>,
    pub(crate) lines: Vec<Line>,
    pub(crate) warnings: Vec<Diagnostic>,
    /// The number of warnings beyond these.
    pub(crate) omitted: u64,
    /// What it was checked with: its demands hold positions in these tables.
    pub(crate) references: References,
}

/// A part of the work, at any depth.
#[derive(Clone, Debug)]
pub(crate) struct WorkPart {
    pub(crate) id: Text,
    /// The position after its own parts and exceptions.
    pub(crate) end: usize,
    pub(crate) title: Option<Text>,
    /// How many it stands for.
    pub(crate) count: Decimal,
    /// Its minutes, or those of its parts; of all that it stands for.
    pub(crate) minutes: Option<Decimal>,
    /// Its shooting days, or those of its parts; of all that it stands for.
    pub(crate) days: Option<Decimal>,
}

/// A valid line.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) demands: Vec<Demand>,
    /// Its place, or that of the line that it corrects, or of the production.
    pub(crate) place: Option<Place>,
    /// Its period, or that of the line that it corrects, or of the production.
    pub(crate) period: Option<Period>,
    /// The parts of the work that it is for, with their weights; empty for the work as a whole.
    pub(crate) shares: Vec<(usize, Decimal)>,
    /// The line of the budget that it accounts for; of a correction, that of what it corrects.
    pub(crate) budget_line: Option<usize>,
    /// How much of that line it accounts for, in single units of its currency, if that is known.
    pub(crate) covers: Option<Decimal>,
    /// The position of the line that it corrects, if it is a correction.
    pub(crate) corrects: Option<usize>,
}

impl Line {
    /// Whether it is known only by its price.
    pub(crate) fn is_monetary(&self) -> bool {
        self.demands.iter().any(|demand| demand.unit.dimension() == Dimension::Money)
    }
}

impl Production {
    /// The input.
    pub fn input(&self) -> &wire::Production {
        &self.0.input
    }

    /// The period of the production, if it says one.
    pub fn period(&self) -> Option<Period> {
        self.0.period
    }

    /// The SHA-256 of the input, as canonical JSON: fields in the order of the format, numbers in
    /// their normal form, nothing between them.
    ///
    /// ```
    /// use claquette::{Limits, References, check_json};
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let sha256 = |quantity: &str| {
    ///     let input = format!(r#"{{"kind": "news", "format": 1, "place": "FR", "period": {{"year": 2024}}, "lines":
    ///       [{{"id": "L1", "what": {{"electricity": {{"energy": {{"value": {quantity}, "unit": "kWh"}}}}}}}}]}}"#);
    ///     check_json(input.as_bytes(), &references, &Limits::default()).production.unwrap().sha256()
    /// };
    /// assert_eq!(sha256("\"12.50\""), sha256("12.5"));
    /// assert_ne!(sha256("12.5"), sha256("12.6"));
    /// ```
    pub fn sha256(&self) -> String {
        hash(&serde_json::to_vec(self.input()).unwrap_or_default())
    }

    /// The warnings of the check.
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.0.warnings
    }

    /// The input of a line.
    pub(crate) fn input_line(&self, at: u32) -> Option<&wire::Line> {
        self.0.input.lines.items().get(usize::try_from(at).ok()?)?.given()
    }

    /// What a line says of itself in a field, or, where a correction does not say it, the line that it corrects.
    pub(crate) fn said<T>(&self, at: u32, field: impl Fn(&wire::Line) -> &Leaf<T>) -> Option<&T> {
        let own = self.input_line(at).and_then(|line| field(line).given());
        own.or_else(|| {
            let corrected = self.0.lines.get(usize::try_from(at).ok()?)?.corrects?;
            field(self.input_line(u32::try_from(corrected).ok()?)?).given()
        })
    }
}
