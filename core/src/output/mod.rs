//! Results on the wire: the JSON of a footprint and of a refusal.

mod coverage;
mod factor;
mod footprint;
mod import;
mod proposal;
mod record;
mod refusal;
mod restated;
mod variance;
mod verification;

use alloc::string::String;

pub use crate::number::Exact;
pub use coverage::{BudgetCoverage, BudgetLineCoverage, CoverageAmount};
pub use factor::{FactorChange, FactorDifference, FactorSearch, FoundFactor};
pub use footprint::{
    AccountMass, ExcludedLine, FootprintGroup, FootprintIndicators, FootprintLine, FootprintOptions,
    FootprintProduction, FootprintResult, FootprintView, LedgerEntry, MonetaryPost, OriginWord,
    PricedProduct, ProductStep, ServedProxy, SetHash, UsedFactor,
};
pub use import::{ImportAnomaly, ImportedBase, SkippedRow, UnpricedElement};
pub use proposal::{CountedPeople, OpenLine, Proposal, ProposedLine};
pub(crate) use record::{left_out, output, presence};
pub use refusal::{Refusal, Refused};
pub use restated::{RestatedPart, UnrestatedMass};
pub use variance::{FactorVariance, FootprintVariance, VarianceFactor};
pub use verification::{FootprintVerification, StoredDeviation};

use crate::shape::Shaped;

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
