//! The production, as entered.

use crate::format::amount::Period;
use crate::format::leaf::{Leaf, List, OneOrMany};
use crate::format::record::record;
use crate::number::Number;
use crate::reference::production_kind::ProductionKind;
use crate::text::shared::Text;
use crate::text::vocabulary::vocabulary;
use crate::wire::budget::{Budget, Crew, ShootingDays};
use crate::wire::calendar::CalendarDays;
use crate::wire::contract::Contract;
use crate::wire::document::Document;
use crate::wire::line::Line;
use crate::wire::perimeter::Perimeter;
use crate::wire::pinned_set::PinnedSet;
use crate::wire::work::WorkPart;

vocabulary! {
    /// Whether the footprint is made before or after.
    pub enum Stage {
        Forecast = "forecast", "prévisionnel", "forecast";
        Final = "final", "définitif", "final";
    }
}

record! {
    /// A production: what it is, and what it did.
    pub struct Production {
        /// The format of the document: 1.
        format: Leaf<Number> = "format" required,
        /// Identifier, the caller's own.
        id: Leaf<Text> = "id",
        /// Title.
        title: Leaf<Text> = "title",
        /// What kind of work it is.
        kind: Leaf<ProductionKind> = "kind" required,
        /// Whether the footprint is a forecast or final.
        stage: Leaf<Stage> = "stage",
        /// Where lines are that do not say it: an ISO 3166 code, or `WORLD`.
        place: Leaf<Text> = "place",
        /// When lines are that do not say it.
        period: Leaf<Period> = "period",
        /// The work and its parts.
        work: List<WorkPart> = "work",
        /// The budget: one, or dated ones.
        budget: Leaf<OneOrMany<Budget, Budget>> = "budget",
        /// The shooting days: a number, or dated ones.
        shooting_days: Leaf<OneOrMany<Number, ShootingDays>> = "shooting_days",
        /// The persons of the crew: a number, or dated ones by role.
        crew: Leaf<OneOrMany<Number, Crew>> = "crew",
        /// The days of the plan of work, and who is there.
        calendar: List<CalendarDays> = "calendar",
        /// What is not counted, and why.
        perimeter: List<Perimeter> = "perimeter",
        /// The contracts by which electricity is bought.
        contracts: List<Contract> = "contracts",
        /// The contract, by its id, that supplies the lines of electricity in the country of `place` that name none.
        contract: Leaf<Text> = "contract",
        /// The documents that lines rest on.
        documents: List<Document> = "documents",
        /// The sets and tables that it must be computed with, and no others: all of them, in the order of a result.
        sets: List<PinnedSet> = "sets",
        /// The lines of activity.
        lines: List<Line> = "lines" filled,
    }
}
