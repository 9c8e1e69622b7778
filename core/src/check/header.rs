//! The checked header of a production: everything but its lines.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::check::budget::BudgetCheck;
use crate::check::contract::Contracts;
use crate::check::work::Ids;
use crate::collection::name_map::NameIndex;
use crate::number::date::Period;
use crate::place::Place;
use crate::pricing::aviation::Flights;
use crate::production::WorkPart;

/// The checked header of a production.
#[derive(Debug)]
pub(crate) struct Header<'a> {
    pub(crate) place: Option<Place>,
    pub(crate) period: Option<Period>,
    /// How its flights are priced.
    pub(crate) flights: Flights,
    pub(crate) minutes: Option<Decimal>,
    pub(crate) shooting_days: Option<Decimal>,
    pub(crate) budget: BudgetCheck<'a>,
    pub(crate) parts: Vec<WorkPart>,
    /// The position of each part of the work by its identifier.
    pub(crate) positions: NameIndex<'a>,
    pub(crate) contracts: Contracts<'a>,
    /// The people of the calendar.
    pub(crate) people: Ids<'a>,
    pub(crate) documents: Ids<'a>,
}

impl Header<'_> {
    /// The position of a part of the work.
    pub(crate) fn part(&self, id: &str) -> Option<usize> {
        self.positions.find(id)
    }
}
