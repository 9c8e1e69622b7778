#![doc = include_str!("../README.md")]
#![no_std]

extern crate alloc;

mod activity;
mod airport;
mod assumption;
mod calendar;
mod check;
mod compute;
mod demand;
mod diagnostic;
mod equivalence;
mod factor;
pub mod figure;
mod footprint;
mod json;
mod key;
mod language;
mod letter;
mod mass;
mod number;
mod order;
pub mod output;
mod place;
mod price;
mod production;
mod ratio;
mod references;
mod report;
mod schema;
pub mod shape;
mod table;
mod unit;
mod view;
pub mod wire;
mod words;

pub use assumption::Assumption;
pub use calendar::{Date, Period};
pub use check::{Checked, check, check_json};
pub use compute::{Rejection, compute};
pub use demand::{Origin, Step, StepName};
pub use diagnostic::{Diagnostic, JsonToken, JsonType, Location, Problem, ProblemRow, Severity};
pub use equivalence::Equivalence;
pub use factor::{Account, Boundary, Factor, Gas, Part, PeriodReason, PlaceReason, Source};
pub use footprint::{Completeness, Entry, Exclusion, FactorUsed, Footprint, Options, PricedDemand, Unpriced};
pub use json::Limits;
pub use key::Post;
pub use language::Language;
pub use mass::Mass;
pub use production::Production;
pub use references::References;
pub use report::report;
pub use schema::schema;
pub use unit::{Dimension, Money, UNITS, Unit, UnitRow};
pub use view::{Axis, Group, Indicators, View, view};
pub use words::{Word, WordRow};
