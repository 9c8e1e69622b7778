//! The parts of a [`Footprint`](crate::Footprint): lines, products, requests, and the rows of the tables that it used.

pub use crate::ledger::footprint::Exclusion;
pub use crate::ledger::header::{
    FootprintBudget, FootprintBudgetCurrency, FootprintBudgetLine, FootprintPart, FootprintProduction,
};
pub use crate::ledger::line::{LineShare, LineTags};
pub use crate::ledger::notice::Notice;
pub use crate::ledger::position::{
    AssumptionAt, BudgetLineAt, FactorAt, KeyAt, LineAt, PartAt, PlaceAt, PriceAt, ProductAt, ProxyAt,
    RequestAt, RouteAt, SetAt, SourceAt,
};
pub use crate::ledger::product::{Entry, Product, ProductTerm, Request};
pub use crate::ledger::used::factor::{UsedFactor, UsedFactorGas, UsedFactorSlot};
pub use crate::ledger::used::mean::UsedMean;
pub use crate::ledger::used::row::{
    SetHash, UsedAssumption, UsedEquivalence, UsedKey, UsedPlace, UsedPrice, UsedProxy, UsedRoute,
};
