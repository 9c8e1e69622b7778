//! What an importer made of a file.

use crate::factor::skipped::Skipped;
use crate::import::anomaly::Anomaly;
use crate::import::element::{self, Element};
use crate::table::csv;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use rust_decimal::Decimal;

/// What an importer made of a file.
#[derive(Clone, Debug)]
pub struct Import {
    /// The factors that were kept, in the order of the file.
    pub elements: Vec<Element>,
    /// The rows that were left out, in the order of the file.
    pub skipped: Vec<Skipped>,
    /// Anomalies about what was kept, in the order of the file.
    pub anomalies: Vec<Anomaly>,
    /// The rows that a key map names and that serve none of its keys: the import does not have them, or they
    /// are negative.
    pub unserved: Vec<Skipped>,
    /// The columns of the file that the importer does not read.
    pub unread: Vec<String>,
    /// What each factor names as its source.
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

    /// The factors as a set, in the format of a table of factors. What has no unit or no place of the format
    /// is not in it: it can be listed, but not priced.
    pub fn csv(&self) -> String {
        let mut text = String::new();
        csv::write(&mut text, element::COLUMNS);
        for element in self.elements.iter().filter(|element| element.unpriced().is_none()) {
            element.write(&self.source, &mut text);
        }
        text
    }
}
