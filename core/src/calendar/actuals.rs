//! Actuals: which people of the calendar are already counted by the lines of activity.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::mem::take;

use rust_decimal::Decimal;

use crate::calendar::attendance::Attendance;
use crate::calendar::needs::{own, quantity, served};
use crate::collection::sorting::sorted;
use crate::field::value::valid_period;
use crate::number::date::{Date, Period};
use crate::number::decimal::{minus, plus};
use crate::place::Places;
use crate::reference::kind::Kind;
use crate::reference::references::References;
use crate::text::shared::Text;
use crate::wire::line::Phase;
use crate::{production, wire};

/// Lines by the people that they count: those that they name, or those of their place, phase and time.
#[derive(Debug, Default)]
pub(crate) struct Actuals<'a> {
    /// The places of the lines; `None` if there is no line.
    places: Option<&'a Places>,
    named: BTreeMap<(Kind, &'a str), Actual<'a>>,
    unnamed: BTreeMap<(Kind, Where<'a>, Option<Phase>), Spans<'a>>,
}

/// What is already counted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Actual<'a> {
    /// One of the lines.
    pub(crate) line: &'a str,
    tally: Tally,
}

impl Actual<'_> {
    /// How much of the need these lines count, if all state it in the quantities of the calendar.
    pub(crate) fn quantity(&self) -> Option<Decimal> {
        self.tally.sum.filter(|_| self.tally.otherwise == 0)
    }
}

/// A sum of quantities, and how many lines state theirs in other quantities.
#[derive(Clone, Copy, Debug)]
struct Tally {
    sum: Option<Decimal>,
    otherwise: usize,
}

impl Tally {
    const NONE: Self = Self { sum: Some(Decimal::ZERO), otherwise: 0 };

    fn of(line: &wire::Line) -> Self {
        let quantity = line.what.given().and_then(quantity);
        Self { sum: Some(quantity.unwrap_or_default()), otherwise: usize::from(quantity.is_none()) }
    }

    fn plus(self, other: Self) -> Self {
        let sum = self.sum.zip(other.sum).and_then(|(sum, other)| plus(sum, other));
        Self { sum, otherwise: self.otherwise.saturating_add(other.otherwise) }
    }

    fn minus(self, other: Self) -> Self {
        let sum = self.sum.zip(other.sum).and_then(|(sum, other)| minus(sum, other));
        Self { sum, otherwise: self.otherwise.saturating_sub(other.otherwise) }
    }
}

/// The place of lines that name nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Where<'a> {
    /// In a place, by its code.
    At(&'a str),
    /// In something that lies in a place.
    Within(&'a str),
}

/// A line that names nobody, and when it is.
#[derive(Clone, Copy, Debug)]
struct Span<'a> {
    from: Date,
    /// Until when; in the finished list that of the line so far that goes on longest.
    to: Date,
    line: &'a str,
    /// What it counts; in the finished list with the lines before it.
    tally: Tally,
}

/// Lines that name nobody, in the order of their beginnings.
#[derive(Debug, Default)]
struct Spans<'a> {
    spans: Vec<Span<'a>>,
    /// What the lines count that have ended with a day, in the order of days.
    ended: Vec<(Date, Tally)>,
}

impl<'a> Spans<'a> {
    fn finish(&mut self) {
        self.ended.extend(self.spans.iter().map(|span| (span.to, span.tally)));
        self.ended = sorted(take(&mut self.ended), |(to, _), (other, _)| to.cmp(other));
        let mut sum = Tally::NONE;
        for (_, tally) in &mut self.ended {
            sum = sum.plus(*tally);
            *tally = sum;
        }
        self.spans = sorted(take(&mut self.spans), |span, other| span.from.cmp(&other.from));
        let mut before: Option<Span<'a>> = None;
        for span in &mut self.spans {
            if let Some(before) = before {
                span.tally = before.tally.plus(span.tally);
                if before.to >= span.to {
                    (span.to, span.line) = (before.to, before.line);
                }
            }
            before = Some(*span);
        }
    }

    /// What counts at some time of a period, or at any.
    fn at(&self, period: Option<Period>) -> Option<Actual<'a>> {
        let Some(period) = period else {
            let last = self.spans.last()?;
            return Some(Actual { line: last.line, tally: last.tally });
        };
        let begun = self.spans.partition_point(|span| span.from <= period.to());
        let longest = self.spans.get(begun.checked_sub(1)?).filter(|longest| longest.to >= period.from())?;
        let ended = self.ended.partition_point(|(to, _)| *to < period.from());
        let ended =
            ended.checked_sub(1).and_then(|at| self.ended.get(at)).map_or(Tally::NONE, |ended| ended.1);
        Some(Actual { line: longest.line, tally: longest.tally.minus(ended) })
    }
}

impl<'a> Actuals<'a> {
    /// The lines that were not proposed; with those that were, if they are to count as well. What they ask to be
    /// priced stands in the same order.
    pub(crate) fn of(
        input: &'a wire::Production,
        valid: Option<(&[production::Line], &'a References)>,
        with_derived: bool,
    ) -> Self {
        let places = valid.map(|(_, references)| references.places());
        let mut entered = Self { places, ..Self::default() };
        for (at, line) in input.lines.values().enumerate() {
            let is_derived = line.derived.given() == Some(&true);
            if line.corrects.is_absent() && (with_derived || !is_derived) {
                let served = valid.and_then(|(lines, references)| Some(served(lines.get(at)?, references)));
                entered.add(line, served.into_iter().flatten(), input);
            }
        }
        entered.unnamed.values_mut().for_each(Spans::finish);
        entered
    }

    fn add(&mut self, line: &'a wire::Line, served: impl Iterator<Item = Kind>, input: &'a wire::Production) {
        let Some(id) = line.id.given() else { return };
        let (own, tally) = (own(line), Tally::of(line));
        if !line.calendar.is_absent() {
            let mut kinds: Vec<Kind> = sorted(own.into_iter().chain(served).collect(), Ord::cmp);
            kinds.dedup();
            let mut people: Vec<&Text> = sorted(line.calendar.values().collect(), Ord::cmp);
            people.dedup();
            for people in people {
                for kind in &kinds {
                    let actual = Actual { line: id, tally: Tally::NONE };
                    let actual = self.named.entry((*kind, people)).or_insert(actual);
                    actual.tally = actual.tally.plus(tally);
                }
            }
            return;
        }
        let Some(kind) = own else { return };
        let whole = || Some(Period::of_year(1900)?.from()).zip(Some(Period::of_year(2199)?.to()));
        let period = valid_period(&line.period).or_else(|| valid_period(&input.period));
        let Some((from, to)) = period.map(|period| (period.from(), period.to())).or_else(whole) else {
            return;
        };
        let place = self.code(line.place.given().or(input.place.given()).map_or("", Text::as_str));
        let span = Span { from, to, line: id, tally };
        let phase = line.phase.given().copied();
        self.unnamed.entry((kind, Where::At(place), phase)).or_default().spans.push(span);
        // Days of a whole country or region are counted by a line of any part of it.
        for around in self.around(place) {
            self.unnamed.entry((kind, Where::Within(around), phase)).or_default().spans.push(span);
        }
    }

    /// The code by which the table knows a place.
    fn code(&self, input: &'a str) -> &'a str {
        let known = self.places.and_then(|places| Some((places, places.find(input)?)));
        known.filter(|(_, place)| place.exact).map_or(input, |(places, place)| places.code(place.id))
    }

    /// The codes of what a place lies in, up to its country.
    fn around(&self, code: &str) -> Vec<&'a str> {
        let Some((places, place)) = self.places.and_then(|places| Some((places, places.find(code)?))) else {
            return Vec::new();
        };
        let first = if place.exact { places.parent(place.id) } else { Some(place.id) };
        let around = core::iter::successors(first, |id| places.parent(*id));
        around.filter(|id| Some(*id) != places.world()).map(|id| places.code(id)).collect()
    }

    /// What counts people already in the way of a kind: the lines that name them; else those of their place, phase
    /// and time that name nobody.
    pub(crate) fn actual(&self, kind: Kind, people: &Attendance<'a>) -> Option<Actual<'a>> {
        self.named.get(&(kind, people.id())).copied().or_else(|| self.at_their_place(kind, people))
    }

    fn at_their_place(&self, kind: Kind, people: &Attendance<'a>) -> Option<Actual<'a>> {
        let place = self.code(people.place());
        let around = self.around(place).into_iter().map(Where::At);
        let phase = people.days.phase.given().copied();
        let keys = [Where::At(place), Where::Within(place)].into_iter().chain(around);
        let keys = keys.flat_map(|place| [(kind, place, None), (kind, place, phase)]);
        let lines = keys.filter_map(|key| self.unnamed.get(&key));
        let all = lines.filter_map(|spans| spans.at(people.period()));
        all.reduce(|one, other| Actual { line: one.line.min(other.line), tally: one.tally.plus(other.tally) })
    }
}
