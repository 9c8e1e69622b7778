//! Importers: they turn the bytes of a published base into a set of factors.
//!
//! An [`Import`] holds the factors that were kept, the rows that were skipped with their reasons, and the anomalies
//! of what was kept. [`Import::csv`] writes the factors in the format of a set, for
//! [`References::with_set`](crate::References::with_set), so that sets have one reader and one set of checks. A file
//! with an invalid structure is not imported; each of its problems is reported with line and column.

pub(crate) mod anomaly;
pub(crate) mod base;
pub(crate) mod base_carbone;
pub(crate) mod desnz;
pub(crate) mod element;
pub(crate) mod encoding;
pub(crate) mod key_map;
pub(crate) mod outcome;
pub(crate) mod outliers;
pub(crate) mod parts;
pub(crate) mod result;
pub(crate) mod sheet;
pub(crate) mod year;

pub use crate::factor::skipped::{SkipReason, Skipped};
pub use crate::import::anomaly::{Anomaly, AnomalyKind};
pub use crate::import::base::FactorBase;
pub use crate::import::base_carbone::base_carbone;
pub use crate::import::desnz::desnz;
pub use crate::import::element::{Element, UnpricedReason};
pub use crate::import::encoding::{Encoding, text};
pub use crate::import::outcome::Import;
