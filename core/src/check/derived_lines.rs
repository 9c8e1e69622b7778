//! Checks of lines against the calendar: people counted twice or not at all, and outdated proposals.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::mem::replace;

use rust_decimal::Decimal;

use crate::activity::food::meals::Meals;
use crate::activity::kinds::What;
use crate::calendar::actuals::Actuals;
use crate::calendar::attendance::Attendance;
use crate::calendar::needs::{NEEDS, Need, own, quantity};
use crate::collection::name_map::NameMap;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::field::list::each;
use crate::number::decimal::plus;
use crate::production::Line;
use crate::reference::references::References;
use crate::text::shared::Text;
use crate::text::vocabulary::Term;
use crate::wire;

/// Checks that no proposed line counts people whom another line counts in the same way, nor is out of date.
pub(crate) fn check(
    input: &wire::Production,
    lines: &[Line],
    references: &References,
    findings: &mut Findings,
) {
    if !input.lines.values().any(is_derived) {
        return;
    }
    let entered = Actuals::of(input, Some((lines, references)), false);
    let mut people = NameMap::default();
    Attendance::all(input).for_each(|one| _ = people.enter(one.id(), one));
    let mut proposed = NameMap::default();
    // Errors in the calendar or a line have to be corrected first.
    let failed = findings.failed();
    each(input.lines.items(), "lines", findings, |line, findings| {
        if !is_derived(line) {
            return;
        }
        let mut twice = false;
        each(line.calendar.items(), "calendar", findings, |id, findings| {
            let (Some(kind), Some(people)) = (own(line), people.get(id.as_str())) else { return };
            let own = line.id.given().map_or("", Text::as_str);
            let before =
                proposed.enter([kind.text(), " ", people.id()].concat(), own).map(|line| replace(line, own));
            let other = entered.actual(kind, people).map(|actual| actual.line);
            if let Some(line) = other.or(before) {
                let (people, line) = (id.to_string(), line.to_string());
                findings.report(Problem::DerivedDoubleCount { people, line });
                twice = true;
            }
        });
        if !twice && !failed {
            stale(line, &people, findings);
        }
    });
}

fn is_derived(line: &wire::Line) -> bool {
    line.derived.given() == Some(&true) && line.corrects.is_absent()
}

/// Warns of a proposed line that would be proposed differently now.
fn stale(line: &wire::Line, people: &NameMap<'_, Attendance<'_>>, findings: &mut Findings) {
    let Some(what) = line.what.given() else { return };
    let named: Option<Vec<_>> = line.calendar.values().map(|id| people.get(id.as_str())).collect();
    // Nobody, or people who are not there, have been reported.
    let Some(of) = named.as_deref().and_then(<[_]>::first) else { return };
    let now = Need::of(what.kind(), of).filter(|need| need.open.is_empty());
    let now = now.map(|need| need.line(String::new(), of)).unwrap_or_default();
    let differing = [
        ("calendar", line.calendar.items().len() > 1),
        ("what", !now.what.given().is_some_and(|now| is_proposed(what, now))),
        ("phase", now.phase != line.phase),
        ("place", now.place != line.place),
        ("period", now.period != line.period),
        ("work", now.work != line.work),
    ];
    if let Some((field, _)) = differing.into_iter().find(|(_, differs)| *differs) {
        findings.report_in(field, Problem::DerivedStale { people: of.id().to_string() });
    }
}

/// Whether a line says what is proposed, but for what the calendar cannot say: what the meals are made of.
fn is_proposed(what: &What, now: &What) -> bool {
    match (what, now) {
        (What::Meals(meals), What::Meals(now)) => Meals { diet: wire::Leaf::Absent, ..meals.clone() } == *now,
        (What::Commute(ways), What::Commute(now)) => ways == now,
        (What::Hotel(nights), What::Hotel(now)) => nights == now,
        _ => false,
    }
}

/// The number of people that a warning names.
const NAMED: usize = 5;

/// Warns, once per need, of people that no line of a valid production counts, or only partly.
pub(crate) fn uncounted(
    input: &wire::Production,
    lines: &[Line],
    references: &References,
    findings: &mut Findings,
) {
    if input.calendar.items().is_empty() || findings.failed() {
        return;
    }
    let entered = Actuals::of(input, Some((lines, references)), true);
    for kind in NEEDS {
        let (mut lacking, mut counted) = (Vec::new(), NameMap::default());
        for people in Attendance::all(input) {
            let Some(need) = Need::of(kind, &people) else { continue };
            match entered.actual(kind, &people) {
                Some(actual) => {
                    let nobody = || Counted {
                        input: actual.quantity(),
                        planned: Some(Decimal::ZERO),
                        people: Vec::new(),
                    };
                    counted.enter(actual.line, nobody());
                    if let Some(counted) = counted.get_mut(actual.line) {
                        counted.add(people.id(), quantity(&need.what));
                    }
                }
                None => lacking.push(people.id()),
            }
        }
        let partly = counted.iter().filter(|(_, counted): &(&str, &Counted<'_>)| counted.is_below_half());
        let partly: Vec<&str> = partly.flat_map(|(_, counted)| counted.people.iter().copied()).collect();
        if !lacking.is_empty() {
            let people = named(&lacking);
            findings.report_in("calendar", Problem::PeopleUncounted { kind: kind.row(), people });
        }
        if !partly.is_empty() {
            findings
                .report_in("calendar", Problem::PeoplePartly { kind: kind.row(), people: named(&partly) });
        }
    }
}

/// The people whom the same lines count, and what the calendar plans for all of them.
struct Counted<'a> {
    input: Option<Decimal>,
    planned: Option<Decimal>,
    people: Vec<&'a str>,
}

impl<'a> Counted<'a> {
    fn add(&mut self, people: &'a str, planned: Option<Decimal>) {
        self.planned = self.planned.zip(planned).and_then(|(sum, planned)| plus(sum, planned));
        self.people.push(people);
    }

    /// Whether less than half of the plan was entered. Skipped meals and commutes make it less; a
    /// bill of one day among many is not all that there was.
    fn is_below_half(&self) -> bool {
        let twice = self.input.and_then(|input| plus(input, input));
        twice.zip(self.planned).is_some_and(|(twice, planned)| twice < planned)
    }
}

/// The first few people, and the number of the others.
fn named(people: &[&str]) -> String {
    let first: Vec<&str> = people.iter().take(NAMED).copied().collect();
    let mut named = first.join(", ");
    if people.len() > NAMED {
        named.push_str(&format!(" (+ {})", people.len().saturating_sub(NAMED)));
    }
    named
}
