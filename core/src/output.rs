//! Results on the wire: the JSON of a footprint and of a refusal.

use alloc::string::String;

pub use crate::border::refusal::{Refusal, Refused};
pub use crate::catalogue::result::{FactorChange, FactorDifference, FactorSearch, FoundFactor};
pub use crate::comparison::variance_result::{FactorVariance, FootprintVariance, VarianceFactor};
pub use crate::comparison::verification_result::{FootprintVerification, StoredDeviation};
pub use crate::import::result::{ImportAnomaly, ImportedBase, SkippedRow, UnpricedElement};
pub use crate::number::Exact;
pub use crate::proposal::result::{CountedPeople, OpenLine, Proposal, ProposedLine};
pub use crate::result::coverage::{BudgetCoverage, BudgetLineCoverage, CoverageAmount};
pub use crate::result::footprint::{
    AccountMass, ExcludedLine, FootprintGroup, FootprintIndicators, FootprintLine, FootprintOptions,
    FootprintProduction, FootprintResult, FootprintView, LedgerEntry, MonetaryPost, OriginWord,
    PricedProduct, ProductStep, ServedProxy, SetHash, UsedFactor,
};
pub use crate::result::restated::{RestatedPart, UnrestatedMass};

use crate::format::shape::Shaped;

/// The version of the format of results.
pub const FORMAT: u32 = 1;

/// The name and version of the engine, as results carry it.
pub const ENGINE: &str = concat!("claquette ", env!("CARGO_PKG_VERSION"));

/// A result on the wire.
pub trait Output: serde::Serialize + Shaped {
    /// The JSON text, on one line.
    fn to_json(&self) -> String {
        // Nothing in a result can fail to be written: texts, numbers and lists of them.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The JSON text, indented.
    fn to_json_pretty(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

impl Output for FootprintResult {}
impl Output for FootprintView {}
impl Output for FootprintIndicators {}
impl Output for Refusal {}
impl Output for Proposal {}
impl Output for FactorSearch {}
impl Output for FactorDifference {}
impl Output for ImportedBase {}
impl Output for FootprintVariance {}
impl Output for FootprintVerification {}
