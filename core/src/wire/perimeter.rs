//! What the production says of what it does not count, as entered.

use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::text::shared::Text;
use crate::text::vocabulary::vocabulary;
use crate::wire::line::Section;

vocabulary! {
    /// Why a section has no line.
    pub enum PerimeterState {
        NotApplicable = "not-applicable", "sans objet", "not applicable";
        CheckedZero = "checked-zero", "vérifié nul", "checked to be zero";
        NotCollected = "not-collected", "non collecté", "not collected";
        Excluded = "excluded", "exclu", "excluded";
    }
}

record! {
    /// A statement on a section that has no line.
    pub struct Perimeter {
        /// The section.
        section: Leaf<Section> = "section" required,
        /// Why it has no line.
        state: Leaf<PerimeterState> = "state" required,
        /// The reason, in words.
        reason: Leaf<Text> = "reason",
        /// How much it may be, in kgCO2e or tCO2e; it is shown, never added.
        estimate: Leaf<Amount> = "estimate",
    }
}
