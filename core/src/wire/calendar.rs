//! The calendar of the production, as entered: what a plan of work and a crew list say.

use crate::activity::travel::commute::CommuteShare;
use crate::format::amount::{Amount, Period};
use crate::format::leaf::{Leaf, List};
use crate::format::record::record;
use crate::number::Number;
use crate::text::shared::Text;
use crate::text::vocabulary::vocabulary;
use crate::wire::line::{Phase, WorkShare};

vocabulary! {
    /// Which unit works on a day.
    pub enum ShootingUnit {
        Main = "main", "équipe principale", "main unit";
        Second = "second", "seconde équipe", "second unit";
        Additional = "additional", "équipe supplémentaire", "additional unit";
    }
}

vocabulary! {
    /// What people are there as.
    pub enum PeopleGroup {
        Crew = "crew", "équipe technique", "crew";
        Cast = "cast", "comédiens", "cast";
        Extras = "extras", "figurants", "extras";
        Audience = "audience", "public", "audience";
        Clients = "clients", "clients", "clients";
    }
}

record! {
    /// People on days of the calendar. What is not said of them is left open, and nothing is assumed.
    pub struct CalendarPeople {
        /// Identifier, unique among the people of the calendar; lines name it.
        id: Leaf<Text> = "id" required,
        /// What they are there as.
        group: Leaf<PeopleGroup> = "group" required,
        /// Their department or role.
        role: Leaf<Text> = "role",
        /// How many they are on a day.
        persons: Leaf<Number> = "persons" required,
        /// On how many of the days they are there; on all of them by default.
        days: Leaf<Number> = "days",
        /// How many meals each of them is given a day.
        meals: Leaf<Number> = "meals",
        /// How many of them are lodged away from home; none by default.
        lodged: Leaf<Number> = "lodged",
        /// How many hotel rooms those take,
        rooms: Leaf<Number> = "rooms",
        /// for how many nights each.
        nights: Leaf<Number> = "nights",
        /// How far from the work the others live on average, one way (`km`); they come and go home each day.
        distance: Leaf<Amount> = "distance",
        /// How the others come.
        modes: List<CommuteShare> = "modes",
    }
}

record! {
    /// Days of the production that are alike: one phase, one unit, one place.
    pub struct CalendarDays {
        /// When in the production.
        phase: Leaf<Phase> = "phase" required,
        /// Which unit works; the main one by default. Its shooting days are those of the production; those of
        /// other units are days beside them.
        unit: Leaf<ShootingUnit> = "unit",
        /// Where: an ISO 3166 code; the production's place by default.
        place: Leaf<Text> = "place",
        /// Which parts of the work they are for: all of it by default.
        work: Leaf<WorkShare> = "work",
        /// The days, each as `2026-05-04`.
        dates: List<Text> = "dates",
        /// Instead: how many days,
        days: Leaf<Number> = "days",
        /// and when; some time in the production's period by default.
        period: Leaf<Period> = "period",
        /// Who is there.
        people: List<CalendarPeople> = "people",
    }
}
