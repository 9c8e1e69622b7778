//! The rows of keys, places, proxies, assumptions, prices and equivalences that a footprint used.

use alloc::vec::Vec;

use crate::format::stored::stored;
use crate::ledger::position::{PlaceAt, SourceAt};
use crate::number::Exact;
use crate::number::unit::{Dimension, Unit};
use crate::reference::references::References;
use crate::text::language::Language;
use crate::text::shared::Text;

stored! {
    /// A set of factors, or a table.
    pub struct SetHash {
        /// Its name.
        name: Text,
        /// The SHA-256 of its manifest, as `sha256sum` prints it.
        sha256: Text,
        /// The SHA-256 of the extract that states that hash, if only some rows of the set were read, from an extract.
        extract: Option<Text> = optional,
    }
}

stored! {
    /// A key.
    pub struct UsedKey {
        /// Its dotted name.
        key: Text,
        /// The French label.
        fr: Text,
        /// The English label.
        en: Text,
    }
}

stored! {
    /// A place.
    pub struct UsedPlace {
        /// Its code.
        code: Text,
        /// Its French name.
        fr: Option<Text> = optional,
        /// Its English name.
        en: Option<Text> = optional,
        /// The country that it lies in; its own position for a country.
        country: PlaceAt,
    }
}

stored! {
    /// A declared proxy: a place whose factors stand for those of another.
    pub struct UsedProxy {
        /// The code of the place whose factor was used.
        place: Text,
        /// The reason, in French.
        fr: Text,
        /// The reason, in English.
        en: Text,
        /// How far that factor may be from one of the place itself, if it is stated: a squared geometric standard deviation (GSD²),
        /// so that 19 times in 20 the place's own lies between the factor ÷ it and the factor × it.
        spread: Option<Exact> = optional,
    }
}

stored! {
    /// An assumption.
    pub struct UsedAssumption {
        /// Its identifier.
        id: Text,
        /// The French label.
        fr: Text,
        /// The English label.
        en: Text,
        /// Its value.
        value: Exact,
        /// The least value that it may have instead, if it is stated.
        low: Option<Exact> = optional,
        /// The greatest value that it may have instead, if it is stated.
        high: Option<Exact> = optional,
        /// The unit of the value.
        unit: Unit,
        /// Its source, in words.
        source: Text,
        /// The locator in its source.
        source_row: Text = or_default,
        /// A note.
        note: Text = or_default,
    }
}

stored! {
    /// A row of a table of prices.
    pub struct UsedPrice {
        /// Its table, its place or currency, and its year: `exchange-rates.csv USD 2023`.
        row: Text,
        /// Its value.
        value: Exact,
        /// Its source.
        source: SourceAt,
    }
}

stored! {
    /// A journey whose length was computed.
    pub struct UsedRoute {
        /// From where to where, each with its place: `Paris, FR → CDG, FR`.
        route: Text,
    }
}

stored! {
    /// A thing that people know, and what it emits.
    pub struct UsedEquivalence {
        /// Its identifier.
        id: Text,
        /// The French label.
        fr: Text,
        /// The English label.
        en: Text,
        /// What one of it emits, in the mass unit.
        value: Exact,
        /// The mass unit of the value; defaults to `kgCO2e`.
        mass: Unit = unless(Dimension::Emission.base()),
        /// What is counted.
        unit: Unit,
        /// Its source.
        source: SourceAt,
    }
}

impl SetHash {
    /// The sets and tables of references.
    pub(crate) fn all(references: &References) -> Vec<Self> {
        let hashes = references.hashes().map(|hash| Self {
            name: hash.name.into(),
            sha256: hash.sha256.into(),
            extract: hash.extract.map(Text::from),
        });
        hashes.collect()
    }
}

impl UsedPlace {
    /// The name in a language; `None` for a place that the table does not name.
    pub fn name(&self, language: Language) -> Option<&str> {
        language.pick(&self.fr, &self.en).as_deref()
    }
}

impl UsedAssumption {
    /// The label in a language.
    pub fn label(&self, language: Language) -> &str {
        language.pick(&self.fr, &self.en)
    }
}

impl UsedEquivalence {
    /// The label in a language.
    pub fn label(&self, language: Language) -> &str {
        language.pick(&self.fr, &self.en)
    }
}
