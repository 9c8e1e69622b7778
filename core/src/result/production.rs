//! The JSON of what a summary states about its production.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::format::output::output;
use crate::ledger::footprint::Footprint;
use crate::reference::production_kind::ProductionKind;
use crate::text::shared::Text;
use crate::wire;
use crate::wire::production::Stage;

output! {
    /// What a summary states about its production.
    pub struct SummaryProduction {
        /// Its identifier.
        id: Option<String> = optional,
        /// Its title.
        title: Option<String> = optional,
        /// What kind of work it is.
        kind: Option<ProductionKind> = optional,
        /// Whether the footprint is a forecast or final.
        stage: Option<Stage> = optional,
        /// How many lines it has.
        lines: u32,
        /// What it states that it does not count.
        perimeter: Vec<wire::Perimeter>,
    }
}

impl SummaryProduction {
    /// What is stated about the production of a footprint.
    pub(crate) fn of(footprint: &Footprint) -> Self {
        let production = &footprint.production;
        Self {
            id: production.id.as_ref().map(Text::to_string),
            title: production.title.as_ref().map(Text::to_string),
            kind: production.kind,
            stage: production.stage,
            lines: u32::try_from(footprint.lines.len()).unwrap_or(u32::MAX),
            perimeter: production.perimeter.clone(),
        }
    }
}
