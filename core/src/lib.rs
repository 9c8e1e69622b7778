#![doc = include_str!("../README.md")]
#![no_std]

extern crate alloc;

mod activity;
mod airport;
mod assumption;
mod attendance;
mod budget;
mod calendar;
mod check;
mod compute;
mod decimal;
mod demand;
mod diagnostic;
mod difference;
mod double;
mod entered;
mod equivalence;
mod explanation;
mod extract;
mod factor;
pub mod figure;
mod footprint;
mod gazetteer;
mod gwp;
pub mod import;
mod index;
mod json;
mod key;
mod language;
mod letter;
mod mass;
mod need;
mod number;
mod order;
pub mod output;
mod pin;
mod place;
mod price;
mod prices;
mod production;
mod proposal;
mod published_mean;
mod ratio;
mod records;
mod references;
mod report;
mod review;
mod schema;
mod search;
mod serving;
pub mod shape;
mod site;
mod statistics;
mod stored;
mod table;
mod unit;
mod unknown_word;
mod unrestated;
mod usual_range;
mod variance;
mod verification;
mod view;
pub mod wire;
mod words;

pub use assumption::Assumption;
pub use calendar::{Date, Period};
pub use check::{Checked, check, check_json};
pub use compute::{Rejection, compute};
pub use demand::{Origin, Step, StepName};
pub use diagnostic::{Diagnostic, JsonToken, JsonType, Location, Problem, ProblemRow, Severity};
pub use difference::{Change, Difference, FactorField};
pub use equivalence::Equivalence;
pub use explanation::explain;
pub use extract::extract;
pub use factor::{
    Account, Boundary, Factor, FactorStatus, Gas, Part, PeriodReason, PlaceReason, Restated, RestatedGas,
    Source,
};
pub use footprint::{
    Completeness, ElectricityMethod, Entry, Exclusion, FactorUsed, Footprint, Options, PricedDemand, Unpriced,
};
pub use gwp::Gwp;
pub use json::Limits;
pub use key::Post;
pub use language::Language;
pub use mass::Mass;
pub use production::Production;
pub use proposal::propose;
pub use published_mean::{MeanOf, PublishedMean};
pub use references::References;
pub use report::{headline, html, report};
pub use review::{Review, ReviewedMass};
pub use schema::schema;
pub use search::search;
pub use serving::Serving;
pub use site::End;
pub use statistics::{Family, Statistics};
pub use unit::{Dimension, Money, UNITS, Unit, UnitRow};
pub use unknown_word::UnknownWord;
pub use unrestated::{Unrestated, UnrestatedReason};
pub use usual_range::UsualRange;
pub use variance::{Variance, VarianceRow};
pub use verification::{Deviation, Verification};
pub use view::{Axis, Coverage, CoverageState, CoveredLine, Group, Indicators, MonetaryShare, View, view};
pub use words::{Word, WordRow};
