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
        /// The year or the years of the works or of their footprints.
        period: Text = or_default,
        /// How many works or footprints it is of, if that is known.
        sample: Option<u32> = optional,
        /// What its footprints count, in French.
        perimeter_fr: Text = or_default,
        /// What its footprints count, in English.
        perimeter_en: Text = or_default,
        /// Where it was read, if not in the report of its source: it is at second hand.
        read_in: Text = or_default,
        /// Its source.
        source: SourceAt,
    }
}

impl UsedMean {
    /// What its footprints count, in a language; empty if that is not known.
    pub fn perimeter(&self, language: Language) -> &str {
        language.pick(&self.perimeter_fr, &self.perimeter_en)
    }

    /// The note in a language; empty if there is none.
    pub fn note(&self, language: Language) -> &str {
        language.pick(&self.note_fr, &self.note_en)
    }
}
