//! Attendance: the people of a valid calendar on their days.

use alloc::string::String;

use rust_decimal::Decimal;

use crate::field::value::valid_period;
use crate::format::leaf::Leaf;
use crate::number::Number;
use crate::number::date::{Date, Period};
use crate::text::shared::Text;
use crate::wire;
use crate::wire::calendar::{CalendarDays, CalendarPeople};

/// People of the calendar on their days.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attendance<'a> {
    /// Their position: the days, and the people within them.
    at: (usize, usize),
    pub(crate) days: &'a CalendarDays,
    pub(crate) people: &'a CalendarPeople,
    place: &'a Leaf<Text>,
}

impl<'a> Attendance<'a> {
    /// All people of a production's calendar, in its order.
    pub(crate) fn all(input: &'a wire::Production) -> impl Iterator<Item = Self> {
        let blocks = input.calendar.items().iter().enumerate();
        blocks.filter_map(|(at, days)| Some((at, days.given()?))).flat_map(move |(block, days)| {
            let people = days.people.items().iter().enumerate();
            let people = people.filter_map(|(at, people)| Some((at, people.given()?)));
            people.map(move |(at, people)| Self { at: (block, at), days, people, place: &input.place })
        })
    }

    /// Their identifier.
    pub(crate) fn id(&self) -> &'a str {
        self.people.id.given().map_or("", Text::as_str)
    }

    /// How many they are.
    pub(crate) fn persons(&self) -> Decimal {
        count(&self.people.persons).unwrap_or_default()
    }

    /// How many of them are lodged away from home.
    pub(crate) fn lodged(&self) -> Decimal {
        count(&self.people.lodged).unwrap_or_default()
    }

    /// On how many days each of them is there.
    pub(crate) fn number(&self) -> Decimal {
        let dates = || Decimal::from(self.days.dates.items().len());
        count(&self.people.days).or_else(|| count(&self.days.days)).unwrap_or_else(dates)
    }

    /// The code of their place, if stated.
    pub(crate) fn place(&self) -> &'a str {
        self.days.place.given().or(self.place.given()).map_or("", Text::as_str)
    }

    /// From the first of the days to the last, if the calendar says when they are.
    pub(crate) fn period(&self) -> Option<Period> {
        let dates = || self.days.dates.values().filter_map(|date| Date::parse(date));
        valid_period(&self.days.period).or_else(|| Period::new(dates().min()?, dates().max()?))
    }

    /// The JSON pointer to a field of these people.
    pub(crate) fn pointer(&self, field: &str) -> String {
        let (block, people) = self.at;
        alloc::format!("/calendar/{block}/people/{people}/{field}")
    }
}

/// A valid number.
pub(crate) fn count(leaf: &Leaf<Number>) -> Option<Decimal> {
    match leaf.given()? {
        Number::Exact(value) => Some(*value),
        Number::Invalid(_) => None,
    }
}
