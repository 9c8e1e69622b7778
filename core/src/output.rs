//! Results on the wire: the JSON of a footprint and of a refusal.

pub use crate::border::refusal::{Refusal, Refused};
pub use crate::catalogue::result::{FactorChange, FactorDifference, FactorSearch, FoundFactor};
pub use crate::comparison::audit_result::{DiscrepancyKind, FootprintDiscrepancy};
pub use crate::comparison::variance_result::{FactorVariance, FootprintVariance, VarianceFactor};
pub use crate::comparison::verification_result::{FootprintVerification, StoredDeviation};
pub use crate::import::result::{ImportAnomaly, ImportedBase, SkippedRow, UnpricedElement};
pub use crate::ledger::used::row::SetHash;
pub use crate::number::Exact;
pub use crate::proposal::result::{CountedPeople, OpenLine, Proposal, ProposedLine};
pub use crate::result::account::AccountMass;
pub use crate::result::coverage::{BudgetCoverage, BudgetLineCoverage, CoverageAmount};
pub use crate::result::excluded::ExcludedLine;
pub use crate::result::indicators::FootprintIndicators;
pub use crate::result::line::FootprintLine;
pub use crate::result::monetary::MonetaryPost;
pub use crate::result::production::SummaryProduction;
pub use crate::result::summary::FootprintSummary;
pub use crate::result::unrestated::UnrestatedMass;
pub use crate::result::view::{FootprintGroup, FootprintView};
pub use crate::uncertainty::cause::CauseKind;
pub use crate::uncertainty::family::FactorFamily;
pub use crate::uncertainty::interval::Interval;
pub use crate::uncertainty::measure::MeasureKind;
pub use crate::uncertainty::result::{
    AssumedSpread, FootprintUncertainty, GroupInterval, LineInterval, UncertaintyCause, UncertaintyMeasure,
};

pub use crate::format::output::{ENGINE, FORMAT, Output};
