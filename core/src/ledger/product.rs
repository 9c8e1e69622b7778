//! What was priced: requests for a factor, and products of terms.

use alloc::vec::Vec;

use crate::factor::key::Post;
use crate::factor::split::{Account, Gas, Part};
use crate::format::stored::stored;
use crate::ledger::position::{
    AssumptionAt, FactorAt, KeyAt, LineAt, PlaceAt, PriceAt, ProductAt, ProxyAt, RequestAt, RouteAt,
};
use crate::number::Exact;
use crate::number::mass::Mass;
use crate::number::unit::Unit;
use crate::pricing::demand::StepName;
use crate::pricing::resolve::{PeriodReason, PlaceReason};

stored! {
    /// A request for a factor, and the answer. Products that ask for the same share one.
    #[derive(Copy)]
    pub struct Request {
        /// The key.
        key: Option<KeyAt> = optional,
        /// The post of the result.
        post: Option<Post> = optional,
        /// The place of the activity.
        place: Option<PlaceAt> = optional,
        /// The year of the activity, or of the prices.
        year: Option<u32> = optional,
        /// The unit of the quantity.
        unit: Unit,
        /// The factor.
        factor: FactorAt,
        /// Why a factor of this place.
        place_reason: PlaceReason,
        /// Why a factor of this year.
        period_reason: PeriodReason,
        /// The declared proxy through which its place was found.
        proxy: Option<ProxyAt> = optional,
    }
}

stored! {
    /// A product of a line: its terms × its factor.
    pub struct Product {
        /// The line.
        line: LineAt,
        /// The request for its factor.
        request: RequestAt,
        /// The terms; their product is in the unit of the factor.
        terms: Vec<ProductTerm>,
        /// The masses in kgCO2e, exact, in the order of the slots of the factor.
        masses: Vec<Mass>,
    }
}

stored! {
    /// A term of a product: it multiplies it by one number, and divides it by another.
    #[derive(Copy)]
    pub struct ProductTerm {
        /// What it is.
        name: StepName,
        /// The number that multiplies the product; defaults to 1.
        numerator: Exact = unless(Exact::ONE),
        /// The number that divides the product; defaults to 1.
        denominator: Exact = unless(Exact::ONE),
        /// Its unit.
        unit: Option<Unit> = optional,
        /// The assumption that it comes from.
        assumption: Option<AssumptionAt> = optional,
        /// The row of a table of prices that it comes from.
        price: Option<PriceAt> = optional,
        /// The journey whose length it is.
        route: Option<RouteAt> = optional,
    }
}

impl Product {
    /// The terms that the line gives.
    pub(crate) fn given(&self) -> impl Iterator<Item = &ProductTerm> {
        self.terms.iter().filter(|term| {
            term.name != StepName::Unit
                && term.assumption.is_none()
                && term.price.is_none()
                && term.route.is_none()
        })
    }
}

/// An entry of the ledger: the mass of a gas of a part of a product, in an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The line.
    pub line: LineAt,
    /// The product.
    pub product: ProductAt,
    /// The account.
    pub account: Account,
    /// The life-cycle part.
    pub part: Part,
    /// The gas.
    pub gas: Gas,
    /// The mass.
    pub mass: Mass,
}
