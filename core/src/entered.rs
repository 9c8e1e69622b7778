//! Which people of the calendar the lines of activity count already.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::activity::{Kind, What};
use crate::attendance::Attendance;
use crate::calendar::{Date, Period};
use crate::check::sound_period;
use crate::wire::{self, Phase};

/// The kind of the line that is proposed for what a line counts, if it is one of those.
pub(crate) fn need(line: &wire::Line) -> Option<Kind> {
    match line.what.given().map(What::kind)? {
        kind @ (Kind::Meals | Kind::Commute | Kind::Hotel) => Some(kind),
        Kind::Flat => Some(Kind::Hotel),
        _ => None,
    }
}

/// Lines by the people whom they count: those that they name, or those of their place, phase and time.
#[derive(Debug, Default)]
pub(crate) struct Entered<'a> {
    named: BTreeMap<(Kind, &'a str), &'a str>,
    unnamed: BTreeMap<(Kind, Where<'a>, Option<Phase>), Vec<Span<'a>>>,
}

/// Where lines are that name nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Where<'a> {
    /// In a place, by its code.
    At(&'a str),
    /// In a part of a country.
    PartOf(&'a str),
}

/// A line that names nobody, and when it is.
#[derive(Clone, Copy, Debug)]
struct Span<'a> {
    from: Date,
    /// Until when; in the finished list that of the line so far that goes on longest.
    to: Date,
    line: &'a str,
}

impl<'a> Entered<'a> {
    /// The lines that were not proposed; with those that were, if they are to count as well.
    pub(crate) fn of(typed: &'a wire::Production, with_derived: bool) -> Self {
        let mut entered = Self::default();
        let lines = typed.lines.values().filter(|line| line.corrects.is_absent());
        for line in lines.filter(|line| with_derived || line.derived.given() != Some(&true)) {
            entered.add(line, typed);
        }
        for spans in entered.unnamed.values_mut() {
            spans.sort_by_key(|span| span.from);
            let mut longest: Option<Span<'a>> = None;
            for span in spans {
                if let Some(longer) = longest.filter(|longest| longest.to >= span.to) {
                    (span.to, span.line) = (longer.to, longer.line);
                }
                longest = Some(*span);
            }
        }
        entered
    }

    fn add(&mut self, line: &'a wire::Line, typed: &'a wire::Production) {
        let (Some(kind), Some(id)) = (need(line), line.id.given()) else { return };
        for people in line.calendar.values() {
            self.named.entry((kind, people)).or_insert(id);
        }
        if !line.calendar.items().is_empty() {
            return;
        }
        let whole = || Some(Period::of_year(1900)?.from()).zip(Some(Period::of_year(2199)?.to()));
        let period = sound_period(&line.period).or_else(|| sound_period(&typed.period));
        let Some((from, to)) = period.map(|period| (period.from(), period.to())).or_else(whole) else {
            return;
        };
        let place = line.place.given().or(typed.place.given()).map_or("", String::as_str);
        let span = Span { from, to, line: id };
        let phase = line.phase.given().copied();
        self.unnamed.entry((kind, Where::At(place), phase)).or_default().push(span);
        // Days of a whole country are counted by a line of any part of it.
        if let Some((country, _)) = place.split_once('-') {
            self.unnamed.entry((kind, Where::PartOf(country), phase)).or_default().push(span);
        }
    }

    /// The line that counts people already in the way of a kind.
    pub(crate) fn line(&self, kind: Kind, people: &Attendance<'a>) -> Option<&'a str> {
        self.named.get(&(kind, people.id())).copied().or_else(|| self.at_their_place(kind, people))
    }

    fn at_their_place(&self, kind: Kind, people: &Attendance<'a>) -> Option<&'a str> {
        let place = people.place();
        let wider = match place.split_once('-') {
            Some((country, _)) => Where::At(country),
            None => Where::PartOf(place),
        };
        let phase = people.days.phase.given().copied();
        let keys = [Where::At(place), wider].map(|place| [(kind, place, None), (kind, place, phase)]);
        let lines = keys.as_flattened().iter().filter_map(|key| self.unnamed.get(key));
        lines.filter_map(|spans| at_time(spans, people.period())).min()
    }
}

/// A line of these that is at some time of a period.
fn at_time<'a>(spans: &[Span<'a>], period: Option<Period>) -> Option<&'a str> {
    let Some(period) = period else { return spans.first().map(|span| span.line) };
    let begun = spans.partition_point(|span| span.from <= period.to());
    let longest = spans.get(begun.checked_sub(1)?)?;
    (longest.to >= period.from()).then_some(longest.line)
}
