//! How far each product moves with each uncertain value that it rests on.

use alloc::string::String;
use alloc::vec::Vec;

use crate::collection::name_map::NameIndex;
use crate::factor::split::{Account, Part};
use crate::ledger::footprint::Footprint;
use crate::ledger::position::{FactorAt, LineAt, ProductAt};
use crate::ledger::product::{Product, ProductTerm, Request};
use crate::ledger::used::factor::{UsedFactor, UsedFactorSlot};
use crate::number::mass::Mass;
use crate::pricing::demand::StepName;
use crate::text::language::Language;
use crate::text::vocabulary::Term;
use crate::uncertainty::cause::{Cause, CauseKind};
use crate::uncertainty::family::FactorFamily;
use crate::uncertainty::grade::Grades;
use crate::uncertainty::interval::kilograms;
use crate::uncertainty::options::{FactorSpread, UncertaintyOptions};
use crate::uncertainty::shared_data::SharedData;
use crate::uncertainty::spread::Spread;
use crate::uncertainty::term::Terms;

/// The GSD² of a declared proxy whose spread is not stated: the pedigree of the Bilan Carbone method at its worst, technical 2.00
/// and geographic 1.10, exp(√(ln²2 + ln²1.1)).
const PROXY: f64 = 2.013_1;

/// How far a product moves with an uncertain value: its mass × the sensitivity × the spread of the value, in kg.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Loading {
    pub(crate) line: LineAt,
    pub(crate) product: ProductAt,
    /// The position of the uncertain value.
    pub(crate) cause: usize,
    pub(crate) value: f64,
}

/// All loadings of a footprint, product by product.
#[derive(Debug, Default)]
pub(crate) struct Loadings {
    pub(crate) all: Vec<Loading>,
    pub(crate) causes: Vec<Cause>,
    names: NameIndex<'static>,
    /// The factors whose sources state no uncertainty, in the order of their first use, with the family whose median
    /// stands for it.
    pub(crate) assumed: Vec<(FactorAt, FactorFamily)>,
}

impl Loadings {
    /// Those of the counted emissions of a footprint.
    pub(crate) fn of(footprint: &Footprint, options: &UncertaintyOptions) -> Self {
        let mut loadings = Self::default();
        let data = SharedData::of(footprint);
        let mut seen = alloc::vec![false; footprint.factors.len()];
        let mut halves = Halves::default();
        let products = &footprint.products;
        for (at, product) in (0_u32..).map(ProductAt).zip(products) {
            let other_half = halves.other(products, at, product);
            let Some(found) = loadings.add(footprint, options, &data, (at, product), other_half) else {
                continue;
            };
            let seen = usize::try_from(found.0.0).ok().and_then(|factor| seen.get_mut(factor));
            if seen.is_some_and(|seen| !core::mem::replace(seen, true)) {
                loadings.assumed.push(found);
            }
        }
        loadings
    }

    fn add(
        &mut self,
        footprint: &Footprint,
        options: &UncertaintyOptions,
        data: &SharedData,
        (at, product): (ProductAt, &Product),
        other_half: Option<&Product>,
    ) -> Option<(FactorAt, FactorFamily)> {
        let (request, factor) = footprint.request_of(product).zip(footprint.factor_of(product))?;
        let key = request.key.and_then(|key| key.of(&footprint.keys));
        let mut push = |cause: Cause, value: f64| {
            let cause = self.position(cause);
            self.all.push(Loading { line: product.line, product: at, cause, value });
        };
        let (rest, contrails) = masses(factor, product);
        let whole = rest + contrails;
        let spreads = FactorSpreads::of(factor, key.map(|key| &*key.key), options);
        match spreads.contrails {
            Some(of_contrails) => {
                push(of_factor(footprint, request, factor), rest * spreads.rest.0);
                push(Cause::single(CauseKind::Contrails), contrails * of_contrails.0);
            }
            None => push(of_factor(footprint, request, factor), whole * spreads.rest.0),
        }
        if product.given().next().is_some()
            && let Some(cause) = data.cause(footprint, product.line)
        {
            let quality = footprint.tags(product.line).and_then(|tags| tags.quality.as_ref());
            push(cause, whole * options.datum(quality).0);
        }
        if let Some(proxy) = request.proxy.and_then(|proxy| proxy.of(&footprint.proxies)) {
            let [code, fr, en] = [key.map(|key| &key.key), key.map(|key| &key.fr), key.map(|key| &key.en)]
                .map(|name| [name.map_or("", |name| &**name), " ", &proxy.place].concat());
            let spread = proxy.spread.map_or(Spread(libm::log(PROXY)), |spread| Spread::of(spread.0));
            push(Cause { kind: CauseKind::Proxy, code, fr, en }, whole * spread.0);
        }
        for (cause, spread) in (Terms { footprint, options, product, other_half }).sensitivities() {
            push(cause, whole * spread);
        }
        Some((request.factor, spreads.family?))
    }

    /// The position of an uncertain value, which is entered if it is new.
    fn position(&mut self, cause: Cause) -> usize {
        let name = [cause.kind.text(), " ", &cause.code].concat();
        self.names.enter(name, self.causes.len()).unwrap_or_else(|| {
            self.causes.push(cause);
            self.causes.len().saturating_sub(1)
        })
    }
}

/// The products of a line in pairs that share a journey between two countries.
#[derive(Debug, Default)]
struct Halves {
    line: Option<LineAt>,
    /// Whether the next one is the second of its pair.
    second: bool,
}

impl Halves {
    /// The other product of the pair of one, if it shares a journey.
    fn other<'a>(
        &mut self,
        products: &'a [Product],
        at: ProductAt,
        product: &Product,
    ) -> Option<&'a Product> {
        if self.line.replace(product.line) != Some(product.line) {
            self.second = false;
        }
        let is_half = |term: &ProductTerm| term.name == StepName::Share && term.assumption.is_some();
        if !product.terms.iter().any(is_half) {
            return None;
        }
        let at = usize::try_from(at.0).ok()?;
        let other = if self.second { at.checked_sub(1) } else { at.checked_add(1) };
        self.second = !self.second;
        products.get(other?).filter(|other| other.line == product.line && other.terms.iter().any(is_half))
    }
}

/// The counted kilograms of a product but for contrails, and those of contrails.
fn masses(factor: &UsedFactor, product: &Product) -> (f64, f64) {
    let of = |wanted: fn(Part) -> bool| {
        let slots = factor.each_slot().zip(&product.masses);
        let wanted = slots.filter(|(slot, _)| slot.account == Account::Counted && wanted(slot.part));
        kilograms(Mass::sum(wanted.map(|(_, mass)| *mass)).unwrap_or_default())
    };
    (of(|part| part != Part::Contrails), of(|part| part == Part::Contrails))
}

/// How far a factor may be off.
struct FactorSpreads {
    /// The family that the spread is taken from, unless it is stated.
    family: Option<FactorFamily>,
    /// That of the factor, or of all of it but its contrails.
    rest: Spread,
    /// That of its contrails, where it has them and they are told apart.
    contrails: Option<Spread>,
}

impl FactorSpreads {
    fn of(factor: &UsedFactor, key: Option<&str>, options: &UncertaintyOptions) -> Self {
        let stated = factor.uncertainty.map(|percent| percent.0);
        if options.factors == FactorSpread::Abc {
            return Self { family: None, rest: Grades::of_percent(stated).spread(), contrails: None };
        }
        let of_contrails =
            |slot: &UsedFactorSlot| slot.account == Account::Counted && slot.part == Part::Contrails;
        let contrails = factor.each_slot().find(of_contrails).map(|slot| {
            Spread::percent(
                slot.uncertainty.map_or_else(|| FactorFamily::Contrails.percent(), |percent| percent.0),
            )
        });
        // What a source states of a flight is of the whole, with its contrails.
        let stated = stated.filter(|_| contrails.is_none());
        let family = stated.is_none().then(|| FactorFamily::of(key, factor.unit.dimension()));
        let percent = stated.or(family.map(FactorFamily::percent)).unwrap_or_default();
        Self { family, rest: Spread::percent(percent), contrails }
    }
}

/// What varies with a factor: all factors of its publisher, key and place, whatever the edition; of spend-based factors all
/// of the publisher, since one model makes them.
fn of_factor(footprint: &Footprint, request: &Request, factor: &UsedFactor) -> Cause {
    let publisher = footprint
        .source_of(factor)
        .map_or("", |source| if source.publisher.is_empty() { &*source.name } else { &*source.publisher });
    if factor.is_monetary() {
        return Cause::named(CauseKind::Ratios, publisher);
    }
    let key = request.key.and_then(|key| key.of(&footprint.keys)).map_or(&*factor.id, |key| &*key.key);
    let code = [publisher, " ", key, " ", &factor.place].concat();
    let [fr, en] = [Language::Fr, Language::En].map(|language| String::from(factor.label(language)));
    Cause { kind: CauseKind::Factor, code, fr, en }
}
