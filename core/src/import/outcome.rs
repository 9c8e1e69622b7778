//! The result of an import.

use crate::factor::skipped::{SkipReason, Skipped};
use crate::import::anomaly::Anomaly;
use crate::import::element::{self, Element};
use crate::reference::references::References;
use crate::table::csv;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;
use rust_decimal::Decimal;

/// The result of an import.
#[derive(Clone, Debug)]
pub struct Import {
    /// The factors that were kept, in the order of the file.
    pub elements: Vec<Element>,
    /// The rows that were left out, in the order of the file.
    pub skipped: Vec<Skipped>,
    /// The anomalies of what was kept, in the order of the file.
    pub anomalies: Vec<Anomaly>,
    /// The rows named by a key map that serve none of its keys, because the import does not have them or their value
    /// is negative.
    pub unserved: Vec<Skipped>,
    /// The columns of the file that the importer does not read.
    pub unread: Vec<String>,
    /// The source that each factor states.
    pub source: String,
    /// Every value of the source by its row, for key maps.
    pub(crate) values: BTreeMap<String, Decimal>,
    /// The tables that it was read with.
    pub(crate) references: References,
}

impl Import {
    pub(crate) fn new(source: String, references: &References) -> Self {
        Self {
            elements: Vec::new(),
            skipped: Vec::new(),
            anomalies: Vec::new(),
            unserved: Vec::new(),
            unread: Vec::new(),
            source,
            values: BTreeMap::new(),
            references: references.clone(),
        }
    }

    /// The import without the zeros that the edition before has no value for: a 0 in a cell that was blank is no
    /// value, and is listed among the skipped rows. To be called before [`Import::with_keys`].
    ///
    /// ```
    /// use claquette::import::{SkipReason, desnz};
    /// use claquette::References;
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let edition = |year: u16, value: &str| {
    ///     let text = format!("ID,Scope,Level 1,Level 2,Level 3,Level 4,Column Text,UOM,GHG/Unit,GHG Conversion Factor {year}\n\
    ///                         1_1_1_8_1,Scope 1,Fuels,Liquid fuels,New fuel,,,litres,kg CO2e,{value}\n,END,,,,,,,,\n");
    ///     desnz("flat.csv", text.as_bytes(), &references).unwrap()
    /// };
    /// let import = edition(2026, "0").after(&edition(2025, ""));
    /// assert_eq!((import.elements.len(), import.skipped[0].reason), (0, SkipReason::Gap));
    /// assert_eq!(edition(2026, "0").after(&edition(2025, "0")).elements.len(), 1);
    /// ```
    #[must_use]
    pub fn after(mut self, before: &Self) -> Self {
        let blank = |skipped: &&Skipped| matches!(skipped.reason, SkipReason::NoValue | SkipReason::Gap);
        let blank: BTreeSet<&str> = before.skipped.iter().filter(blank).map(|row| row.id.as_str()).collect();
        let is_gap = |element: &Element| element.value.is_zero() && blank.contains(element.row.as_str());
        let gaps = self.elements.iter().filter(|element| is_gap(element));
        let gap = |element: &Element| Skipped {
            line: element.line,
            id: element.row.clone(),
            reason: SkipReason::Gap,
        };
        self.skipped.extend(gaps.map(gap));
        self.skipped.sort_by_key(|skipped| skipped.line);
        self.anomalies.retain(|anomaly| {
            !self.elements.iter().any(|element| element.line == anomaly.line && is_gap(element))
        });
        self.elements.retain(|element| !is_gap(element));
        self.values.retain(|row, value| !(value.is_zero() && blank.contains(row.as_str())));
        self
    }

    /// The factors as a set, in the format of a table of factors. Elements without a unit or a place of the format
    /// are omitted: they can be listed, but not priced.
    pub fn csv(&self) -> String {
        let mut text = String::new();
        csv::write(&mut text, element::COLUMNS);
        for element in self.elements.iter().filter(|element| element.unpriced().is_none()) {
            element.write(&self.source, &mut text);
        }
        text
    }
}
