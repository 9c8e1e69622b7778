//! Lines that follow from the calendar.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::activity::Kind;
use crate::attendance::{Attendance, count};
use crate::check::Checked;
use crate::diagnostic::{Diagnostic, Problem};
use crate::entered::Entered;
use crate::figure;
use crate::language::Language;
use crate::output::{CountedPeople, ENGINE, FORMAT, OpenLine, Proposal, ProposedLine};
use crate::wire::{self, Commute, Hotel, Leaf, Meals, Number, PeopleGroup, Section, ShootingUnit, What};
use crate::words::Word;

/// The lines that follow from the calendar of a production and that none of its lines counts yet: meals, the ways
/// of those who live at home, the hotel nights of those who do not.
///
/// Nothing is assumed: where the calendar does not say a number, the line is open, and the proposal says which
/// fields of the calendar would complete it. Nothing is added either: whoever calls puts the lines into the
/// production. Each is marked `derived` and names its people in `calendar`. Once a line that is not derived counts
/// them, [`check`](crate::check) refuses the derived one beside it, and it is not proposed again. A line of the
/// same kind counts the people that it names; one that names nobody counts those of its place, phase and time.
///
/// A production may have no line yet. There is no proposal where anything else is wrong with it: the diagnostics
/// of the check say what.
///
/// ```
/// use claquette::{Limits, References, check_json, propose};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let typed = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "calendar": [
///   {"phase": "shoot", "days": 5, "people": [{"id": "crew", "group": "crew", "persons": 12, "meals": 1}]}],
///   "lines": []}"#;
/// let proposal = propose(&check_json(typed, &references, &Limits::default())).unwrap();
/// assert_eq!(proposal.lines[0].en, "crew: 12 person(s) on 5 day(s), FR, main unit");
/// assert_eq!(
///     serde_json::to_string(&proposal.lines[0].line.what).unwrap(),
///     r#"{"meals":{"people":"12","days":"5","per_day":"1"}}"#
/// );
/// // Nobody has said how far they live, nor how they come.
/// assert_eq!(proposal.open[0].fields, ["/calendar/0/people/0/distance", "/calendar/0/people/0/modes"]);
/// ```
pub fn propose(checked: &Checked) -> Option<Proposal> {
    let typed = match (&checked.production, &checked.typed) {
        (Some(production), _) => production.typed(),
        (None, Some(typed)) if lacks_only_lines(checked) => typed,
        _ => return None,
    };
    let (format, engine) = (FORMAT, ENGINE.to_string());
    let mut proposal = Proposal { format, engine, lines: Vec::new(), open: Vec::new(), counted: Vec::new() };
    let entered = Entered::of(typed, true);
    let mut taken = BTreeSet::new();
    taken.extend(typed.lines.values().filter_map(|line| line.id.given()).map(String::as_str));
    for people in Attendance::all(typed) {
        for kind in [Kind::Meals, Kind::Commute, Kind::Hotel] {
            let Some((what, open)) = draft(kind, &people) else { continue };
            let (id, people_id) = (format!("{}-{}", people.id(), kind.text()), people.id().to_string());
            let line = entered.line(kind, &people).or_else(|| taken.get(id.as_str()).copied());
            if let Some(line) = line {
                let line = line.to_string();
                proposal.counted.push(CountedPeople { people: people_id, kind, line });
                continue;
            }
            if open.is_empty() {
                let [fr, en] = [Language::Fr, Language::En].map(|language| reason(&people, kind, language));
                proposal.lines.push(ProposedLine { line: line_of(id, kind, what, &people), fr, en });
            } else {
                let fields = open.into_iter().map(|field| people.pointer(field)).collect();
                proposal.open.push(OpenLine { line: id, kind, people: people_id, fields });
            }
        }
    }
    Some(proposal)
}

/// Whether nothing else is wrong with a production than that it has no line.
fn lacks_only_lines(checked: &Checked) -> bool {
    let lacking = |diagnostic: &Diagnostic| match &*diagnostic.problem {
        Problem::NoLines {} => true,
        Problem::MissingField { field } => *field == "lines",
        _ => false,
    };
    let mut errors = checked.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).peekable();
    checked.more == 0 && errors.peek().is_some() && errors.all(lacking)
}

/// What follows from people for a kind, and the fields of the calendar that it lacks; nothing where the calendar
/// says that there is none.
fn draft(kind: Kind, of: &Attendance<'_>) -> Option<(What, Vec<&'static str>)> {
    let (people, days) = (of.people, Leaf::Given(Number::from(of.number())));
    let some = |leaf: &Leaf<Number>| count(leaf).is_none_or(|count| !count.is_zero());
    let home = of.persons().checked_sub(of.lodged())?;
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
            }),
            &[("distance", people.distance.is_absent()), ("modes", people.modes.items().is_empty())],
        ),
        Kind::Hotel if !of.lodged().is_zero() && some(&people.rooms) && some(&people.nights) => (
            What::Hotel(Hotel { rooms: people.rooms.clone(), nights: people.nights.clone() }),
            &[("rooms", people.rooms.is_absent()), ("nights", people.nights.is_absent())],
        ),
        _ => return None,
    };
    Some((what, fields.iter().filter(|(_, absent)| *absent).map(|(field, _)| *field).collect()))
}

/// Whether people may live away from where they work.
fn some_way(people: &wire::CalendarPeople) -> bool {
    let distance = people.distance.given().and_then(|distance| count(&distance.value));
    distance.is_none_or(|distance| !distance.is_zero())
}

/// A line for people of the calendar.
fn line_of(id: String, kind: Kind, what: What, of: &Attendance<'_>) -> wire::Line {
    let section = if kind == Kind::Commute { Section::Transport } else { Section::Logistics };
    let period = of.period().map_or(Leaf::Absent, |period| {
        let day = |day: crate::calendar::Date| Leaf::Given(day.to_string());
        Leaf::Given(wire::Period { year: Leaf::Absent, from: day(period.from()), to: day(period.to()) })
    });
    wire::Line {
        id: id.into(),
        section: section.into(),
        calendar: core::iter::once(of.id().to_string()).collect(),
        derived: true.into(),
        phase: of.days.phase.clone(),
        place: of.days.place.clone(),
        period,
        work: of.days.work.clone(),
        what: what.into(),
        ..wire::Line::default()
    }
}

/// Which people, on how many days, when and where.
fn reason(of: &Attendance<'_>, kind: Kind, language: Language) -> String {
    let number = |value: Decimal| figure::written(value, language);
    let group = of.people.group.given().map_or("", |group: &PeopleGroup| group.label(language));
    let role = of.people.role.given().map_or(String::new(), |role| format!(" ({role})"));
    let persons = match kind {
        Kind::Commute => of.persons().checked_sub(of.lodged()).unwrap_or_default(),
        Kind::Hotel => of.lodged(),
        _ => of.persons(),
    };
    let people = language.counted(persons, ["personne", "personnes"], ["person", "persons"]);
    let days = language.counted(of.number(), ["jour", "jours"], ["day", "days"]);
    let on = language.pick("pendant", "on");
    let mut text = format!(
        "{group}{role}{}{} {people} {on} {} {days}",
        language.colon(),
        number(persons),
        number(of.number())
    );
    if let Some(period) = of.period() {
        text.push_str(&format!(" ({} – {})", period.from(), period.to()));
    }
    if !of.place().is_empty() {
        text.push_str(&format!(", {}", of.place()));
    }
    let unit = of.days.unit.or(ShootingUnit::Main).map_or("", |unit| unit.label(language));
    text.push_str(&format!(", {unit}"));
    text
}
