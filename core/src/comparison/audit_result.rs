//! The JSON of what does not follow in a footprint.

use alloc::format;
use alloc::string::String;

use crate::comparison::audit::Discrepancy;
use crate::format::output::{Output, output};
use crate::number::Exact;
use crate::text::language::Language;
use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// What does not follow in a footprint.
    pub enum DiscrepancyKind {
        Factor = "factor", "les parties d’un facteur ne font pas sa valeur", "the parts of a factor do not sum to its value";
        Mass = "mass", "une masse n’est pas le produit de ses termes et de son facteur", "a mass is not the product of its terms and its factor";
    }
}

output! {
    /// What does not follow in a footprint: a factor whose parts do not sum to its value, or a mass that is not the
    /// product of its terms and its factor.
    pub struct FootprintDiscrepancy {
        /// What it is.
        kind: DiscrepancyKind,
        /// The location of the stated value in the footprint, as a JSON pointer.
        pointer: String,
        /// The identifier of the factor or of the line.
        id: String,
        /// The value that is stated: of a factor in its own unit, of a mass in kgCO2e.
        stated: Exact,
        /// What its parts, or its terms and its factor, give; absent if it is too large to be counted.
        computed: Option<Exact> = optional,
        /// The French message.
        fr: String,
        /// The English message.
        en: String,
    }
}

impl FootprintDiscrepancy {
    /// Creates the output record of a discrepancy.
    ///
    /// ```
    /// use claquette::output::FootprintDiscrepancy;
    /// use claquette::{Limits, Options, References, audit, check_json, compute};
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
    ///   "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": "120000", "unit": "kWh"}}}}]}"#;
    /// let production = check_json(input, &references, &Limits::default()).production.unwrap();
    /// let mut footprint = compute(&production, &references, &Options::default()).unwrap();
    /// footprint.products[0].masses[0] = Default::default();
    /// let found = FootprintDiscrepancy::new(&audit(&footprint).unwrap_err());
    /// assert_eq!((&*found.pointer, &*found.id), ("/products/0/masses/0", "L1"));
    /// assert!(found.en.starts_with("line L1: 0 kgCO2e, where its terms and its factor give "));
    /// ```
    pub fn new(discrepancy: &Discrepancy) -> Self {
        let (kind, pointer, id, stated, computed) = match discrepancy {
            Discrepancy::Factor { at, id, sum, value } => {
                (DiscrepancyKind::Factor, format!("/factors/{}/value", at.0), id, *value, *sum)
            }
            Discrepancy::Mass { id, product, slot, stated, computed, .. } => {
                let pointer = format!("/products/{}/masses/{slot}", product.0);
                let computed = computed.map(|mass| Exact(mass.kilograms()));
                (DiscrepancyKind::Mass, pointer, id, Exact(stated.kilograms()), computed)
            }
        };
        let [fr, en] = [Language::Fr, Language::En].map(|language| discrepancy.text(language));
        Self { kind, pointer, id: id.clone(), stated, computed, fr, en }
    }
}

impl Output for FootprintDiscrepancy {}
