//! Needs of people on the calendar: meals, commutes of locals, nights of those lodged.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::activity::food::meals::Meals;
use crate::activity::kinds::What;
use crate::activity::stay::hotel::Hotel;
use crate::activity::travel::commute::Commute;
use crate::calendar::attendance::{Attendance, count};
use crate::factor::key::Post;
use crate::format::leaf::Leaf;
use crate::number::Number;
use crate::number::date::Date;
use crate::number::decimal::{minus, times};
use crate::reference::kind::Kind;
use crate::reference::references::References;
use crate::text::shared::Text;
use crate::wire::line::Section;
use crate::{production, wire};

/// The kinds of line that are proposed, one for each need.
pub(crate) const NEEDS: [Kind; 3] = [Kind::Meals, Kind::Commute, Kind::Hotel];

/// The need that a line serves by its own kind; a line of another kind serves one only if it says whose.
pub(crate) fn own(line: &wire::Line) -> Option<Kind> {
    match line.what.given().map(What::kind)? {
        kind @ (Kind::Meals | Kind::Commute | Kind::Hotel) => Some(kind),
        Kind::Flat => Some(Kind::Hotel),
        _ => None,
    }
}

/// Keys that serve other needs than their post: drinks are not meals, journeys not commutes, freight nobody's.
const OTHERWISE: &[(&str, &[Kind])] = &[
    ("food.drink.", &[]),
    ("spend.accommodation-catering", &[Kind::Meals, Kind::Hotel]),
    ("spend.air-transport", &[]),
    ("spend.haulage", &[]),
    ("spend.storage-logistics", &[]),
    ("spend.water-transport", &[]),
    ("transport.aircraft-fuel.", &[]),
    ("transport.boat-fuel.", &[]),
    ("transport.freight.", &[]),
    ("transport.lorry.", &[]),
    ("transport.plane.", &[]),
    ("transport.train.high-speed", &[]),
    ("transport.train.intercity", &[]),
    ("transport.train.international", &[]),
];

/// The needs that a line serves which says whose they are: by what it asks to be priced.
pub(crate) fn served(line: &production::Line, references: &References) -> impl Iterator<Item = Kind> {
    line.demands.iter().flat_map(|demand| {
        let key = demand.key.and_then(|key| references.keys().get(key));
        let row = OTHERWISE.iter().find(|(name, _)| key.is_some_and(|key| key.name.starts_with(name)));
        let by_post: &[Kind] = match demand.post {
            Some(Post::Food) => &[Kind::Meals],
            Some(Post::Transport) => &[Kind::Commute],
            Some(Post::Accommodation) => &[Kind::Hotel],
            _ => &[],
        };
        row.map_or(by_post, |(_, kinds)| *kinds).iter().copied()
    })
}

/// How much of a need there is: meals, people × days, rooms × nights; `None` where a line counts something else.
pub(crate) fn quantity(what: &What) -> Option<Decimal> {
    let factors: &[&Leaf<Number>] = match what {
        What::Meals(meals) if meals.people.is_absent() => &[&meals.meals],
        What::Meals(meals) => &[&meals.people, &meals.days, &meals.per_day],
        What::Commute(ways) => &[&ways.people, &ways.days],
        What::Hotel(hotel) => &[&hotel.rooms, &hotel.nights],
        _ => return None,
    };
    factors.iter().try_fold(Decimal::ONE, |product, factor| times(product, count(factor)?))
}

/// What people need.
#[derive(Clone, Debug)]
pub(crate) struct Need {
    pub(crate) kind: Kind,
    /// As far as the calendar states it.
    pub(crate) what: What,
    /// The fields of the people that would say the rest.
    pub(crate) open: Vec<&'static str>,
}

impl Need {
    /// What people need of a kind; `None` where the calendar says that there is none.
    pub(crate) fn of(kind: Kind, of: &Attendance<'_>) -> Option<Self> {
        let (people, days) = (of.people, Leaf::Given(Number::from(of.number())));
        let some = |leaf: &Leaf<Number>| count(leaf).is_none_or(|count| !count.is_zero());
        let home = minus(of.persons(), of.lodged())?;
        let (what, fields): (What, &[(&'static str, bool)]) = match kind {
            _ if of.number().is_zero() => return None,
            Kind::Meals if some(&people.persons) && some(&people.meals) => {
                let (people, per_day) = (people.persons.clone(), people.meals.clone());
                (
                    What::Meals(Meals { people, days, per_day, ..Meals::default() }),
                    &[("meals", of.people.meals.is_absent())],
                )
            }
            Kind::Commute if !home.is_zero() && some_way(people) => (
                What::Commute(Commute {
                    people: Leaf::Given(home.into()),
                    days,
                    distance: people.distance.clone(),
                    round_trip: true.into(),
                    modes: people.modes.clone(),
                    ..Commute::default()
                }),
                &[("distance", people.distance.is_absent()), ("modes", people.modes.items().is_empty())],
            ),
            Kind::Hotel if !of.lodged().is_zero() && some(&people.rooms) && some(&people.nights) => (
                What::Hotel(Hotel {
                    rooms: people.rooms.clone(),
                    nights: people.nights.clone(),
                    ..Hotel::default()
                }),
                &[("rooms", people.rooms.is_absent()), ("nights", people.nights.is_absent())],
            ),
            _ => return None,
        };
        let open = fields.iter().filter(|(_, absent)| *absent).map(|(field, _)| *field).collect();
        Some(Self { kind, what, open })
    }

    /// A line for it.
    pub(crate) fn line(self, id: String, of: &Attendance<'_>) -> wire::Line {
        let section = if self.kind == Kind::Commute { Section::Transport } else { Section::Logistics };
        let period = of.period().map_or(Leaf::Absent, |period| {
            let day = |day: Date| Leaf::Given(Text::from(day.to_string()));
            Leaf::Given(wire::Period {
                from: day(period.from()),
                to: day(period.to()),
                ..wire::Period::default()
            })
        });
        wire::Line {
            id: Text::from(id).into(),
            section: section.into(),
            calendar: core::iter::once(Text::from(of.id())).collect(),
            derived: true.into(),
            phase: of.days.phase.clone(),
            place: of.days.place.clone(),
            period,
            work: of.days.work.clone(),
            what: self.what.into(),
            ..wire::Line::default()
        }
    }
}

/// Whether people may live away from where they work.
fn some_way(people: &wire::CalendarPeople) -> bool {
    let distance = people.distance.given().and_then(|distance| count(&distance.value));
    distance.is_none_or(|distance| !distance.is_zero())
}
