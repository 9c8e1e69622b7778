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
use crate::text::shared::Text;
use crate::text::vocabulary::Term;

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
        /// Why a factor of this place; defaults to that it is of the place itself.
        place_reason: PlaceReason = unless(PlaceReason::Exact),
        /// Why a factor of this year; defaults to that it is of the year itself.
        period_reason: PeriodReason = unless(PeriodReason::SameYear),
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
    pub struct ProductTerm {
        /// What it is; defaults to the conversion of one unit into another.
        name: StepName = unless(StepName::Unit),
        /// The field of the activity that gives it, if its name is not that of the term: a path from the activity, such as
        /// `per_day` or `modes/0/share`.
        field: Option<Text> = optional,
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
        self.terms.iter().filter(|term| term.is_given())
    }
}

impl ProductTerm {
    /// Whether the line gives it: it is neither a conversion of units nor of a table.
    pub fn is_given(&self) -> bool {
        self.name != StepName::Unit
            && self.assumption.is_none()
            && self.price.is_none()
            && self.route.is_none()
    }

    /// The field of the activity that gives it, as a path from the activity; `None` if the line doesn't.
    pub fn given_by(&self) -> Option<&str> {
        self.is_given().then(|| self.field.as_deref().unwrap_or(self.name.text()))
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
