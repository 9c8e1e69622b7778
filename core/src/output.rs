//! Results on the wire: the JSON of a footprint and of a refusal.

pub use crate::border::refusal::{Refusal, Refused};
pub use crate::catalogue::result::{FactorChange, FactorDifference, FactorSearch, FoundFactor};
pub use crate::comparison::variance_result::{FactorVariance, FootprintVariance, VarianceFactor};
pub use crate::comparison::verification_result::{FootprintVerification, StoredDeviation};
pub use crate::import::result::{ImportAnomaly, ImportedBase, SkippedRow, UnpricedElement};
pub use crate::ledger::used::row::SetHash;
pub use crate::number::Exact;
pub use crate::proposal::result::{CountedPeople, OpenLine, Proposal, ProposedLine};
pub use crate::result::coverage::{BudgetCoverage, BudgetLineCoverage, CoverageAmount};
pub use crate::result::footprint::{
    AccountMass, ExcludedLine, FootprintGroup, FootprintIndicators, FootprintLine, FootprintOptions,
    FootprintProduction, FootprintResult, FootprintView, LedgerEntry, MonetaryPost, OlderPart, OriginWord,
    PricedProduct, ProductStep, ServedProxy, UsedFactor,
};
pub use crate::result::restated::{RestatedPart, UnrestatedMass};

pub use crate::format::output::{ENGINE, FORMAT, Output};
