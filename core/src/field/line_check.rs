//! The check of one line, as the kinds of activity use it.

use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::collection::name_map::NameMap;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::Segment;
use crate::factor::key::{Key, KeyId, Post, family_of};
use crate::factor::row::Factor;
use crate::field::plausibility::implausible;
use crate::field::value;
use crate::field::value::Count;
use crate::format::amount::Amount;
use crate::format::leaf::{Leaf, List};
use crate::number::Number;
use crate::number::date::Period;
use crate::number::unit::{Dimension, Unit};
use crate::place::{Place, PlaceId};
use crate::pricing::aviation::Flights;
use crate::pricing::consumption::by_consumption;
use crate::pricing::demand::{Choice, Demand, Origin, Sourced, StepName, Steps};
use crate::pricing::resolved::Resolved;
use crate::reference::kind::Kind;
use crate::reference::references::References;
use crate::text::folding::{is_of_word, upper};
use crate::text::shared::Text;
use crate::text::similarity::Guesses;

/// How a vehicle is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counted {
    /// By distance.
    Distance,
    /// By fuel.
    Fuel,
}

/// The vehicles of a production: how each is counted, and by which line first.
pub(crate) type Vehicles = NameMap<'static, (Counted, String)>;

/// The keys of gases that are sold as liquids, and by their litres. A cubic metre is of the gas, on its meter.
const LIQUEFIED: [&str; 2] = ["energy.heating.propane.volume", "energy.heating.butane.volume"];

/// The fields of a line that its check needs beside the activity.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LineHead<'a> {
    pub(crate) id: &'a Leaf<Text>,
    /// The factor that it names.
    pub(crate) factor: &'a Leaf<Text>,
    /// Whether it is priced by a named factor: its own, or that of the line that it corrects.
    pub(crate) is_named: bool,
    /// The line that it corrects.
    pub(crate) corrects: &'a Leaf<Text>,
    /// The kind of what was done, if that could be read.
    pub(crate) kind: Option<Kind>,
    /// How flights are priced.
    pub(crate) flights: Flights,
}

/// The check of one line: its context, the references, and the demands found so far.
pub(crate) struct LineCheck<'a> {
    head: LineHead<'a>,
    pub(crate) place: Option<Place>,
    period: Option<Period>,
    year: Option<u16>,
    findings: &'a mut Findings,
    pub(crate) references: &'a References,
    vehicles: &'a mut Vehicles,
    resolved: &'a mut Resolved,
    demands: Vec<Demand>,
    /// Whether one of its quantities is negative.
    negative: bool,
}

impl<'a> LineCheck<'a> {
    pub(crate) fn new(
        head: LineHead<'a>,
        place: Option<Place>,
        period: Option<Period>,
        findings: &'a mut Findings,
        references: &'a References,
        vehicles: &'a mut Vehicles,
        resolved: &'a mut Resolved,
    ) -> Self {
        // Most lines ask for one thing.
        let (year, demands) = (period.map(Period::year), Vec::with_capacity(1));
        Self { head, place, period, year, findings, references, vehicles, resolved, demands, negative: false }
    }

    /// How flights are priced.
    pub(crate) fn flights(&self) -> Flights {
        self.head.flights
    }

    /// Reports a line all of whose demands are zero.
    pub(crate) fn require_something(&mut self) {
        if !self.demands.is_empty() && self.demands.iter().all(Demand::is_nothing) {
            self.report(Problem::NothingCounted {});
        }
    }

    /// Checks the factor that the line names, and returns the demands.
    pub(crate) fn finish(mut self) -> Vec<Demand> {
        self.name_factor();
        let references = self.references;
        self.demands.iter_mut().for_each(|demand| by_consumption(demand, references));
        self.demands
    }

    /// Runs a check inside a field.
    pub(crate) fn within<T>(&mut self, field: &'static str, act: impl FnOnce(&mut Self) -> T) -> T {
        self.findings.enter(Segment::Field(field));
        let done = act(self);
        self.findings.leave();
        done
    }

    /// The results for the items of a list, if all of them are valid.
    pub(crate) fn each<T, U>(
        &mut self,
        field: &'static str,
        list: &List<T>,
        make: impl Fn(&T, &mut Self) -> Option<U>,
    ) -> Option<Vec<U>> {
        let items = list.given()?;
        let mut made = Vec::with_capacity(items.len());
        self.findings.enter(Segment::Field(field));
        for (index, item) in items.iter().enumerate() {
            self.findings.enter(Segment::Index(index));
            made.extend(item.given().and_then(|item| make(item, self)));
            self.findings.leave();
        }
        self.findings.leave();
        (made.len() == items.len()).then_some(made)
    }

    /// Reports a problem of the activity as a whole.
    pub(crate) fn report(&mut self, problem: Problem) {
        self.findings.report(problem);
    }

    /// Reports fields that are given but unused because of another one: nothing is dropped in
    /// silence.
    pub(crate) fn unused(&mut self, fields: &[(&'static str, bool)], reason: &'static str) {
        for (field, given) in fields {
            if *given {
                self.report_in(field, Problem::UnusedField { field, reason });
            }
        }
    }

    /// Reports a problem of one of its fields.
    pub(crate) fn report_in(&mut self, field: &'static str, problem: Problem) {
        self.findings.report_in(field, problem);
    }

    /// Reports a problem of one of its fields, with what was probably meant.
    pub(crate) fn guess_in(
        &mut self,
        field: &'static str,
        problem: Problem,
        meant: impl FnOnce(&mut Guesses) -> Option<String>,
    ) {
        self.findings.within(field, |findings| findings.guess(problem, meant));
    }

    /// Reports a problem of the field that the check is in, with what was probably meant.
    pub(crate) fn guess(&mut self, problem: Problem, meant: impl FnOnce(&mut Guesses) -> Option<String>) {
        self.findings.guess(problem, meant);
    }

    /// Whether the next quantity may be negative: only one of a correction, so that two do not cancel out.
    fn may_be_negative(&self) -> bool {
        self.is_correction() && !self.negative
    }

    /// Notes a quantity that is negative.
    fn note_sign(&mut self, value: Option<Decimal>) {
        self.negative |= value.is_some_and(|value| value.is_sign_negative());
    }

    /// Warns of a value that is implausible in its field.
    fn bound(&mut self, field: &'static str, value: Option<(Decimal, Option<Unit>)>) {
        let Some(((value, unit), kind)) = value.zip(self.head.kind) else { return };
        if let Some(problem) = implausible(kind, field, value, unit, self.period, self.references) {
            self.report_in(field, problem);
        }
    }

    /// An amount in one of these dimensions.
    pub(crate) fn amount(
        &mut self,
        field: &'static str,
        leaf: &Leaf<Amount>,
        dimensions: &[Dimension],
    ) -> Option<(Decimal, Unit)> {
        let negative = self.may_be_negative();
        let amount = value::amount(self.findings, field, leaf, Some(dimensions), negative);
        self.note_sign(amount.map(|(value, _)| value));
        self.bound(field, amount.map(|(value, unit)| (value, Some(unit))));
        amount
    }

    /// A product that begins with an amount, in this unit.
    pub(crate) fn measured(
        &mut self,
        field: &'static str,
        leaf: &Leaf<Amount>,
        name: StepName,
        unit: &'static str,
    ) -> Option<Steps> {
        let unit = Unit::parse(unit)?;
        let (value, input) = self.amount(field, leaf, &[unit.dimension()])?;
        let mut steps = Steps::of(name, value, Some(input), Origin::Given);
        steps.convert(input, unit);
        Some(steps)
    }

    /// An amount that another field requires.
    pub(crate) fn needed_amount(
        &mut self,
        field: &'static str,
        leaf: &Leaf<Amount>,
        reason: &'static str,
        dimensions: &[Dimension],
    ) -> Option<Sourced> {
        if leaf.is_absent() {
            self.report(Problem::NeededWith { field, reason });
        }
        self.amount(field, leaf, dimensions).map(|(value, unit)| (value, unit, Origin::Given))
    }

    /// An amount of anything.
    pub(crate) fn any_amount(&mut self, field: &'static str, leaf: &Leaf<Amount>) -> Option<(Decimal, Unit)> {
        let negative = self.may_be_negative();
        let amount = value::amount(self.findings, field, leaf, None, negative);
        self.note_sign(amount.map(|(value, _)| value));
        amount
    }

    /// A bare number.
    pub(crate) fn count(&mut self, field: &'static str, leaf: &Leaf<Number>, rule: Count) -> Option<Decimal> {
        let negative = self.may_be_negative() && matches!(rule, Count::Any | Count::Whole);
        let count = value::count(self.findings, field, leaf, rule, negative);
        self.note_sign(count);
        self.bound(field, count.map(|value| (value, None)));
        count
    }

    /// An optional bare number: `Some(None)` if it is absent, `None` if it is invalid.
    pub(crate) fn optional_count(
        &mut self,
        field: &'static str,
        leaf: &Leaf<Number>,
        rule: Count,
    ) -> Option<Option<Decimal>> {
        if leaf.is_absent() { Some(None) } else { self.count(field, leaf, rule).map(Some) }
    }

    /// A bare number that another field requires.
    pub(crate) fn needed_count(
        &mut self,
        field: &'static str,
        leaf: &Leaf<Number>,
        reason: &'static str,
        rule: Count,
    ) -> Option<Decimal> {
        if leaf.is_absent() {
            self.report(Problem::NeededWith { field, reason });
        }
        self.count(field, leaf, rule)
    }

    /// An amount; defaults to an assumption.
    pub(crate) fn assumed(
        &mut self,
        field: &'static str,
        leaf: &Leaf<Amount>,
        dimensions: &[Dimension],
        assumption: &'static str,
    ) -> Option<Sourced> {
        if !leaf.is_absent() {
            let (value, unit) = self.amount(field, leaf, dimensions)?;
            return Some((value, unit, Origin::Given));
        }
        self.assumption(field, dimensions, assumption)
    }

    /// A bare number in a unit; defaults to an assumption.
    pub(crate) fn assumed_count(
        &mut self,
        field: &'static str,
        leaf: &Leaf<Number>,
        unit: &'static str,
        assumption: &'static str,
        rule: Count,
    ) -> Option<Sourced> {
        let unit = Unit::parse(unit)?;
        if !leaf.is_absent() {
            return Some((self.count(field, leaf, rule)?, unit, Origin::Given));
        }
        self.assumption(field, &[unit.dimension()], assumption)
    }

    /// The assumption for a field, in one of these dimensions.
    pub(crate) fn assumption(
        &mut self,
        field: &'static str,
        dimensions: &[Dimension],
        assumption: &'static str,
    ) -> Option<Sourced> {
        let found = self.references.assumptions().find(assumption);
        let Some((at, found)) = found.filter(|(_, found)| dimensions.contains(&found.unit.dimension()))
        else {
            self.report(Problem::AssumptionMissing { assumption: assumption.to_string(), field });
            return None;
        };
        Some((found.value, found.unit, Origin::Assumption(at)))
    }

    /// A year.
    pub(crate) fn year(&mut self, field: &'static str, leaf: &Leaf<Number>) -> Option<u16> {
        value::year(self.findings, field, leaf)
    }

    /// Whether money is of the year of its prices; another one is reported.
    pub(crate) fn price_year(&mut self, unit: Unit, year: u16) -> Option<()> {
        value::price_year(self.findings, unit, year)
    }

    /// The kilometres of an amount that has been checked, if it measures this.
    pub(crate) fn kilometres(&self, leaf: &Leaf<Amount>, dimension: Dimension) -> Option<Decimal> {
        let amount = leaf.given()?;
        let unit = Unit::parse(amount.unit.given()?).filter(|unit| unit.dimension() == dimension)?;
        let Number::Exact(value) = amount.value.given()? else { return None };
        unit.converted(*value, dimension.base())
    }

    /// A name that completes a registered key.
    pub(crate) fn key_under(
        &mut self,
        field: &'static str,
        leaf: &Leaf<Text>,
        prefix: &'static str,
        suffix: &str,
    ) -> Option<String> {
        let name = leaf.given()?;
        let key = alloc::format!("{prefix}{name}{suffix}");
        let keys = self.references.keys();
        if keys.find(&key).is_some() {
            return Some(key);
        }
        self.guess_in(field, Problem::UnknownKey { key: key.clone() }, |guesses| {
            // A name that exists with another ending is not a typing error.
            let ending = |rest: &str| rest.strip_prefix(&**name).is_some_and(|end| end.starts_with('.'));
            let names = keys.under(prefix).filter_map(|rest| rest.strip_suffix(suffix));
            if keys.under(prefix).any(ending) {
                return None;
            }
            guesses
                .nearest(name, names)
                .or_else(|| keys.called(name, prefix, suffix))
                .or_else(|| keys.with_word(name, prefix, suffix))
        });
        None
    }

    /// A registered key.
    pub(crate) fn registered_key(&mut self, field: &'static str, leaf: &Leaf<Text>) -> Option<String> {
        let name = leaf.given()?;
        let keys = self.references.keys();
        if keys.find(name).is_none() {
            self.guess_in(field, Problem::UnknownKey { key: name.to_string() }, |guesses| {
                keys.nearest(name, guesses)
            });
            return None;
        }
        Some(name.to_string())
    }

    /// Whether a key is registered.
    pub(crate) fn has_key(&self, key: &str) -> bool {
        self.references.keys().find(key).is_some()
    }

    /// Whether the line corrects another one.
    pub(crate) fn is_correction(&self) -> bool {
        !self.head.corrects.is_absent()
    }

    /// Whether the line names a factor, or corrects a line that does.
    pub(crate) fn names_factor(&self) -> bool {
        self.head.is_named
    }

    /// A factor that the line brings along: a value, its unit, and its source.
    pub(crate) fn stated_factor(
        &mut self,
        id: Text,
        value: &Leaf<Number>,
        unit: &Leaf<Text>,
        source: &Leaf<Text>,
    ) -> Option<Factor> {
        value::stated_factor(self.findings, id, value, unit, source)
    }

    /// Notes that the line counts a vehicle this way, or reports that another line counts it the other way.
    pub(crate) fn counted_once(
        &mut self,
        field: &'static str,
        leaf: &Leaf<Text>,
        counted: Counted,
    ) -> Option<()> {
        let Some(vehicle) = leaf.given() else { return Some(()) };
        // Separators of a plate, such as a dash of any width, are ignored.
        let plate: String = vehicle.chars().filter(|letter| is_of_word(*letter)).map(upper).collect();
        if plate.is_empty() {
            return Some(());
        }
        let line = self.head.id.given().map(Text::to_string).unwrap_or_default();
        let before = self.vehicles.enter(plate, (counted, line));
        let Some((_, first)) = before.filter(|(before, _)| *before != counted) else { return Some(()) };
        let problem = Problem::DoubleCount { vehicle: vehicle.to_string(), line: first.clone() };
        self.report_in(field, problem);
        None
    }

    /// Asks for a product to be priced by a key, in the key's own unit.
    pub(crate) fn demand(&mut self, key: &str, steps: Steps) -> Option<()> {
        let (id, found) = self.key(key)?;
        let unit = found.unit?;
        self.push_key(id, Some(found.post), steps, unit, self.year);
        Some(())
    }

    /// Asks for a product to be priced by the factor that the line names: by the factor's own key if it is of the family of
    /// this key, else by this one.
    pub(crate) fn demand_by_factor(&mut self, key: &str, steps: Steps) -> Option<()> {
        let keys = self.references.keys();
        let own = self.named().and_then(|factor| keys.get(*factor.keys.first()?)).map(|key| &*key.name);
        let own = own.filter(|own| family_of(own) == family_of(key));
        self.demand(own.unwrap_or(key), steps)
    }

    /// Asks for a product to be priced by a key in a place, whatever that of the line.
    pub(crate) fn demand_in(&mut self, place: PlaceId, key: &str, steps: Steps) -> Option<()> {
        let own = self.place.replace(Place { id: place, exact: true });
        let asked = self.demand(key, steps);
        self.place = own;
        asked
    }

    /// The factor that serves a key in a place.
    pub(crate) fn served_in(&mut self, place: PlaceId, key: &str) -> Option<&'a Factor> {
        let id = self.references.keys().find(key)?;
        let place = Place { id: place, exact: true };
        let found = self.resolved.of(self.references, id, Some(place), self.year)?;
        self.references.set(found.set)?.get(found.row).map(|factor| &**factor)
    }

    /// Asks for a quantity to be priced by a key, in a unit that must measure what the key does.
    pub(crate) fn demand_quantity(&mut self, key: &str, steps: Steps, unit: Unit) -> Option<()> {
        let (id, found) = self.key(key)?;
        let fits = found.dimension() == unit.dimension();
        if !fits || self.is_gaseous(key, unit) {
            let expected =
                if fits { ["L", "kg"].into_iter().collect() } else { Unit::symbols(&[found.dimension()]) };
            let problem = Problem::WrongUnit { unit: unit.to_string(), expected };
            self.within("quantity", |check| check.report_in("unit", problem));
            return None;
        }
        self.push_key(id, Some(found.post), steps, unit, self.year);
        Some(())
    }

    /// Whether cubic metres are counted of a gas whose litres are those of a liquid; a factor that the line names may
    /// be of its gas.
    fn is_gaseous(&self, key: &str, unit: Unit) -> bool {
        let metered = unit.to_string() == "m3" && LIQUEFIED.contains(&key);
        metered && self.named().is_none_or(|factor| factor.unit != unit)
    }

    /// Asks for money to be priced by a key, at the prices of a year.
    pub(crate) fn demand_money(&mut self, key: &str, steps: Steps, unit: Unit, year: u16) -> Option<()> {
        let (id, found) = self.key(key)?;
        let Unit::Money(currency) = unit else { return None };
        let unit = Unit::money(currency, year);
        self.push_key(id, Some(found.post), steps, unit, Some(year));
        Some(())
    }

    /// The key of a name; one that is not registered is reported.
    pub(crate) fn key(&mut self, name: &str) -> Option<(KeyId, &'a Key)> {
        let keys = self.references.keys();
        let found = keys.find(name).and_then(|id| Some((id, keys.get(id)?)));
        if found.is_none() {
            // Each term of the key is valid: only the combination is not registered.
            self.findings.suggest(Problem::UnknownKey { key: name.to_string() }, || keys.beside(name));
        }
        found
    }

    /// Asks for a quantity to be priced by a factor that the line brings along.
    pub(crate) fn demand_inline(
        &mut self,
        factor: Arc<Factor>,
        post: Post,
        steps: Steps,
        unit: Unit,
    ) -> Option<()> {
        if unit.ratio_to(factor.unit).is_none() {
            let problem = Problem::FactorUnit {
                factor: factor.id.to_string(),
                unit: factor.unit.to_string(),
                expected: unit.to_string(),
            };
            self.report(problem);
            return None;
        }
        self.push(Choice::Inline(factor), Some(post), steps, unit, self.year);
        Some(())
    }

    /// Asks for a quantity to be priced by the factor that the line names, in this post or in that of the factor.
    pub(crate) fn demand_named(&mut self, steps: Steps, unit: Unit, post: Option<Post>) -> Option<()> {
        let (set, row) = self.find_factor()?;
        self.push(Choice::Named(set, row), post, steps, unit, self.year);
        Some(())
    }

    /// Asks for what a key is resolved to.
    fn push_key(&mut self, id: KeyId, post: Option<Post>, steps: Steps, unit: Unit, year: Option<u16>) {
        let found = self.resolved.of(self.references, id, self.place, year);
        self.push(Choice::Key(id, found), post, steps, unit, year);
    }

    fn push(&mut self, choice: Choice, post: Option<Post>, steps: Steps, unit: Unit, year: Option<u16>) {
        let key = if let Choice::Key(key, _) = choice { Some(key) } else { None };
        self.demands.push(Demand {
            choice,
            key,
            asked: None,
            post,
            place: self.place,
            year,
            unit,
            steps: steps.into_vec(),
            contract: None,
        });
    }

    /// The factor that the line names.
    fn named(&self) -> Option<&'a Factor> {
        let (set, row) = self.find_factor()?;
        self.references.set(set)?.get(row).map(|factor| &**factor)
    }

    /// The set and the row of the factor that the line names.
    fn find_factor(&self) -> Option<(u32, u32)> {
        let id = self.head.factor.given()?;
        (0_u32..).zip(self.references.sets()).find_map(|(at, set)| Some((at, set.find(id)?)))
    }

    /// Prices the demands by the factor that the line names; if they have several keys, only those that it serves.
    fn name_factor(&mut self) {
        let Some(id) = self.head.factor.given() else { return };
        let (references, keys) = (self.references, self.references.keys());
        let (Some((set, row)), Some(factor)) = (self.find_factor(), self.named()) else {
            self.guess_in("factor", Problem::UnknownFactor { factor: id.to_string() }, |guesses| {
                references.sets().find_map(|set| set.nearest(id, guesses))
            });
            return;
        };
        let Some((first, unit)) = self.demands.first().map(|demand| (demand.key, demand.unit)) else {
            return;
        };
        let several = self.demands.iter().any(|demand| demand.key != first);
        let own = |key: Option<KeyId>| key.is_none_or(|key| factor.keys.contains(&key));
        let family = |key: KeyId| keys.get(key).map_or("", Key::family);
        let related = |key: Option<KeyId>| {
            own(key) || key.is_some_and(|key| factor.keys.iter().any(|other| family(*other) == family(key)))
        };
        let some_own = self.demands.iter().any(|demand| own(demand.key));
        let fits = |key: Option<KeyId>| !several || if some_own { own(key) } else { related(key) };
        if !self.demands.iter().any(|demand| fits(demand.key)) {
            self.report_in("factor", Problem::FactorFitsNone { factor: id.to_string() });
        } else if let (Some(of_factor), Some(of_line)) = (factor.keys.first(), first)
            && !several
            && !related(first)
            // A different dimension is reported by the computation.
            && unit.ratio_to(factor.unit).is_some()
        {
            let (family, expected) = (family(*of_factor).to_string(), family(of_line).to_string());
            self.report_in("factor", Problem::OtherFamily { factor: id.to_string(), family, expected });
        }
        for demand in self.demands.iter_mut().filter(|demand| fits(demand.key)) {
            if demand.key.is_none() {
                demand.key = factor.keys.first().copied();
                let of_key = demand.key.and_then(|key| Some(keys.get(key)?.post));
                demand.post = demand.post.or(of_key);
            }
            demand.choice = Choice::Named(set, row);
        }
    }
}
