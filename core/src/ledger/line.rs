//! The tags of a line of a footprint.

use alloc::vec::Vec;

use crate::format::stored::stored;
use crate::format::texts::Texts;
use crate::ledger::position::{BudgetLineAt, LineAt, PartAt, PlaceAt};
use crate::number::Exact;
use crate::number::date::Period;
use crate::reference::kind::Kind;
use crate::text::shared::Text;
use crate::wire;
use crate::wire::line::{Control, Phase, Section, Status};

stored! {
    /// The tags of a line. A correction has the kind, section, phase, place, period, labels and line of the budget of
    /// the line that it corrects, unless it states its own.
    pub struct LineTags {
        /// Its identifier.
        id: Text,
        /// Its kind of activity.
        kind: Option<Kind> = optional,
        /// The section of the budget that it is entered in.
        section: Option<Section> = optional,
        /// The phase of the production.
        phase: Option<Phase> = optional,
        /// Its place, or that of the production.
        place: Option<PlaceAt> = optional,
        /// Its period, or that of the production: an ISO 8601 interval of two days, the second without its year where that is
        /// the year of the first (`2026-05-04/05-08`).
        period: Option<Period> = optional,
        /// The parts of the work that share it; none for the work as a whole.
        shares: Vec<LineShare> = or_default,
        /// The line of the budget that it accounts for.
        budget_line: Option<BudgetLineAt> = optional,
        /// How much of that line of the budget it accounts for, in single units of the currency, if that is known: what it
        /// states or spends; negative if it takes back.
        covers: Option<Exact> = optional,
        /// Whether that line of the budget is accounted for as a whole by it and the others that name it.
        covers_all: bool = or_default,
        /// How certain it is.
        status: Option<Status> = optional,
        /// Who owns or provides what emits.
        control: Option<Control> = optional,
        /// Who pays or does it.
        party: Option<Text> = optional,
        /// The quality of its data.
        quality: Option<wire::Quality> = optional,
        /// The documents that it rests on.
        documents: Vec<Text> = or_default,
        /// The contract that supplies its electricity.
        contract: Option<Text> = optional,
        /// The caller's own labels, by their names.
        labels: Texts = or_default,
        /// The line that it corrects.
        corrects: Option<LineAt> = optional,
        /// Whether it was proposed from the calendar.
        derived: bool = or_default,
        /// A note.
        note: Option<Text> = optional,
    }
}

stored! {
    /// The share of a part of the work in a line: its weight relative to those of the other parts.
    pub struct LineShare {
        /// The part of the work.
        part: PartAt,
        /// Its weight.
        weight: Exact,
    }
}
