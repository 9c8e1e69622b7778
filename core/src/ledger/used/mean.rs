//! A published mean beside a footprint.

use crate::format::stored::stored;
use crate::ledger::position::SourceAt;
use crate::number::mass::Mass;
use crate::reference::production_kind::ProductionKind;
use crate::reference::published_mean::MeanOf;
use crate::text::language::Language;
use crate::text::shared::Text;

stored! {
    /// A published mean of works of the production's kind.
    pub struct UsedMean {
        /// Its identifier.
        id: Text,
        /// The kind of works.
        kind: ProductionKind,
        /// The unit that it is per.
        of: MeanOf,
        /// The mean, in kgCO2e.
        mean: Mass,
        /// The least that was found, in kgCO2e, if the source states it.
        least: Option<Mass> = optional,
        /// The most that was found, in kgCO2e, if the source states it.
        most: Option<Mass> = optional,
        /// A note in French.
        note_fr: Text = or_default,
        /// A note in English.
        note_en: Text = or_default,
        /// Its source.
        source: SourceAt,
    }
}

impl UsedMean {
    /// The note in a language; empty if there is none.
    pub fn note(&self, language: Language) -> &str {
        language.pick(&self.note_fr, &self.note_en)
    }
}
