//! The result of an import.

use crate::factor::skipped::Skipped;
use crate::import::anomaly::Anomaly;
use crate::import::element::{self, Element};
use crate::table::csv;
use alloc::collections::BTreeMap;
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
}

impl Import {
    pub(crate) fn new(source: String) -> Self {
        Self {
            elements: Vec::new(),
            skipped: Vec::new(),
            anomalies: Vec::new(),
            unserved: Vec::new(),
            unread: Vec::new(),
            source,
            values: BTreeMap::new(),
        }
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
