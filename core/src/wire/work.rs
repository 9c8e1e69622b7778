//! The work and its parts, as entered.

use crate::format::leaf::{Leaf, List};
use crate::format::record::record;
use crate::number::Number;
use crate::text::shared::Text;
use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// What a part of the work is.
    pub enum WorkKind {
        Film = "film", "film", "film";
        Season = "season", "saison", "season";
        Block = "block", "bloc", "block";
        Episode = "episode", "épisode", "episode";
        Edition = "edition", "numéro", "edition";
        Programme = "programme", "programme", "programme";
        Spot = "spot", "spot", "spot";
        CutDown = "cut-down", "déclinaison", "cut-down";
    }
}

record! {
    /// A part of the work: a season, an episode, an edition, a spot, …
    pub struct WorkPart {
        /// Identifier, unique in the work.
        id: Leaf<Text> = "id" required,
        /// What it is.
        kind: Leaf<WorkKind> = "kind",
        /// Its title.
        title: Leaf<Text> = "title",
        /// Its length in minutes of content.
        minutes: Leaf<Number> = "minutes",
        /// Its shooting days.
        days: Leaf<Number> = "days",
        /// How many of it there are: one by default. Minutes, days and parts are those of one.
        count: Leaf<Number> = "count",
        /// Those of them that are not like the others; what one does not say is as with the others.
        exceptions: List<WorkPart> = "exceptions",
        /// The parts that it has itself.
        parts: List<WorkPart> = "parts",
    }
}
