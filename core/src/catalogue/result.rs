//! The JSON of factors: the results of a search, and the difference of two collections.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::catalogue::difference::{Change, Difference, FactorField};
use crate::catalogue::search::search;
use crate::factor::row::{Boundary, Factor, FactorStatus};
use crate::format::output::{Output, output};
use crate::number::Exact;
use crate::number::unit::Unit;
use crate::reference::references::References;
use crate::text::language::Language;

output! {
    /// A factor of the tables, in brief; `explain` describes it in full.
    pub struct FoundFactor {
        /// Its identifier, by which a line can name it.
        id: String,
        /// Its French name.
        fr: String,
        /// Its English name.
        en: String,
        /// The keys that it serves.
        keys: Vec<String>,
        /// Its total, in the mass unit per the unit.
        value: Exact,
        /// The mass unit.
        mass: Unit,
        /// The unit that it is per.
        unit: Unit,
        /// Its place.
        place: String,
        /// Its year.
        year: Option<u32> = optional,
        /// The part of the life cycle that it covers.
        boundary: Boundary,
        /// Whether it may be chosen by its key.
        status: FactorStatus,
        /// Its source.
        source: String,
    }
}

output! {
    /// The factors that match a query.
    pub struct FactorSearch {
        /// The best matches, the best first.
        found: Vec<FoundFactor>,
        /// How many more there are.
        more: u64,
    }
}

output! {
    /// The difference of two collections of factors, sorted by identifier.
    pub struct FactorDifference {
        /// The factors that are only in the later collection.
        added: Vec<FoundFactor>,
        /// The factors that are only in the earlier collection.
        removed: Vec<FoundFactor>,
        /// The factors that are in both and differ.
        changed: Vec<FactorChange>,
    }
}

output! {
    /// A factor that differs between two collections.
    pub struct FactorChange {
        /// The factor before.
        before: FoundFactor,
        /// The factor after.
        after: FoundFactor,
        /// The fields that changed.
        fields: Vec<FactorField>,
        /// The change of the value relative to the value before, if the unit is the same.
        relative: Option<Exact> = optional,
        /// What changed, in French.
        fr: String,
        /// What changed, in English.
        en: String,
    }
}

impl FoundFactor {
    /// Creates the output record of a factor.
    pub fn new(factor: &Factor, references: &References) -> Self {
        Self {
            id: factor.id.to_string(),
            fr: factor.label(Language::Fr).to_string(),
            en: factor.label(Language::En).to_string(),
            keys: references.keys_of(factor).map(ToString::to_string).collect(),
            value: Exact(factor.value),
            mass: factor.mass,
            unit: factor.unit,
            place: factor.place.to_string(),
            year: factor.year.map(u32::from),
            boundary: factor.boundary,
            status: factor.status,
            source: factor.source.name.to_string(),
        }
    }

    fn all(factors: &[&Factor], references: &References) -> Vec<Self> {
        factors.iter().map(|factor| Self::new(factor, references)).collect()
    }
}

impl FactorSearch {
    /// Searches for factors and creates the output record of the best matches, at most this many.
    ///
    /// ```
    /// use claquette::{References, output::FactorSearch};
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let search = FactorSearch::of(&references, "electricite france 2024", 1);
    /// assert_eq!(search.found[0].id, "electricity.fr.2024.ademe");
    /// assert_eq!(search.found[0].keys, ["energy.electricity"]);
    /// ```
    pub fn of(references: &References, text: &str, most: usize) -> Self {
        let factors = search(references, text);
        let shown = factors.get(..most).unwrap_or(&factors);
        let more = factors.len().saturating_sub(shown.len());
        Self { found: FoundFactor::all(shown, references), more: u64::try_from(more).unwrap_or(u64::MAX) }
    }
}

impl FactorDifference {
    /// Creates the output record of the difference of two collections.
    ///
    /// ```
    /// use claquette::{References, output::FactorDifference};
    /// let before = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let mine = "id,place,unit,value,source\nquay-hotel,FR,kgCO2e/room.night,4.1,bill of the hotel\n";
    /// let after = before.clone().with_set("mine", mine).unwrap();
    /// let difference = FactorDifference::between(&before, &after);
    /// assert_eq!(difference.added[0].id, "quay-hotel");
    /// assert!(difference.removed.is_empty() && difference.changed.is_empty());
    /// ```
    pub fn between(before: &References, after: &References) -> Self {
        let difference = Difference::of(before, after);
        let changed = difference.changed.iter().map(|change| FactorChange::new(change, before, after));
        Self {
            added: FoundFactor::all(&difference.added, after),
            removed: FoundFactor::all(&difference.removed, before),
            changed: changed.collect(),
        }
    }
}

impl FactorChange {
    fn new(change: &Change<'_>, before: &References, after: &References) -> Self {
        Self {
            before: FoundFactor::new(change.before, before),
            after: FoundFactor::new(change.after, after),
            fields: change.fields.clone(),
            relative: change.relative().map(Exact),
            fr: change.message(Language::Fr),
            en: change.message(Language::En),
        }
    }
}

impl Output for FactorSearch {}

impl Output for FactorDifference {}
