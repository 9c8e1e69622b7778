//! Importers: a published base of factors, as its bytes, becomes a set of factors.
//!
//! An [`Import`] holds the factors that were kept, the rows that were skipped with their reasons, and what is
//! odd about what was kept. [`Import::csv`] gives the factors in the format of a set, for
//! [`References::with_set`](crate::References::with_set): there is one reader of sets and one set of checks.
//! A file whose structure is not as it should be gives no import, but every problem with line and column.

pub(crate) mod anomaly;
pub(crate) mod base;
pub(crate) mod base_carbone;
pub(crate) mod desnz;
pub(crate) mod element;
pub(crate) mod encoding;
pub(crate) mod family;
pub(crate) mod key_map;
pub(crate) mod parts;
pub(crate) mod result;
pub(crate) mod sheet;
pub(crate) mod year;

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

pub use crate::factor::skipped::{SkipReason, Skipped};
pub use crate::import::anomaly::{Anomaly, AnomalyKind};
pub use crate::import::base::FactorBase;
pub use crate::import::base_carbone::base_carbone;
pub use crate::import::desnz::desnz;
pub use crate::import::element::{Element, UnpricedReason};
pub use crate::import::encoding::{Encoding, text};

use crate::table::records;

/// What an importer made of a file.
#[derive(Clone, Debug)]
pub struct Import {
    /// The factors that were kept, in the order of the file.
    pub elements: Vec<Element>,
    /// The rows that were left out, in the order of the file.
    pub skipped: Vec<Skipped>,
    /// What is odd about what was kept, in the order of the file.
    pub anomalies: Vec<Anomaly>,
    /// The rows that a key map names and that serve none of its keys: the import does not have them, or they
    /// are negative.
    pub unserved: Vec<Skipped>,
    /// The columns of the file that the importer does not read.
    pub unread: Vec<String>,
    /// What each factor names as its source.
    pub source: String,
    /// Every value of the source by its row, for key maps.
    values: BTreeMap<String, Decimal>,
}

impl Import {
    fn new(source: String) -> Self {
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
        records::write(&mut text, element::COLUMNS);
        for element in self.elements.iter().filter(|element| element.unpriced().is_none()) {
            element.write(&self.source, &mut text);
        }
        text
    }
}
