//! The rows of the tables that a computation has used so far.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::collection::interned::Interned;
use crate::factor::key::KeyId;
use crate::factor::row::Factor;
use crate::factor::source::Source;
use crate::ledger::position::{
    AssumptionAt, FactorAt, KeyAt, PlaceAt, PriceAt, ProxyAt, RouteAt, SetAt, SourceAt,
};
use crate::ledger::product::ProductTerm;
use crate::ledger::used::mean::UsedMean;
use crate::ledger::used::row::{
    UsedAssumption, UsedEquivalence, UsedKey, UsedPlace, UsedPrice, UsedProxy, UsedRoute,
};
use crate::number::Exact;
use crate::number::unit::Unit;
use crate::place::PlaceId;
use crate::place::point::Endpoint;
use crate::pricing::demand::{Origin, Step};
use crate::reference::production_kind::ProductionKind;
use crate::reference::references::References;
use crate::text::language::Language;
use crate::text::shared::Text;

/// What a factor is known by: its set and row, or its position among the contracts; `None` if a line states it.
pub(crate) type FactorKey = (Option<u32>, u32);

/// All that a line says of a factor that it states: its identifier, value, mass unit, unit and source.
type StatedFactor = (Text, (i128, u32), Unit, Unit, Text);

fn stated(factor: &Factor) -> StatedFactor {
    let value = (factor.value.mantissa(), factor.value.scale());
    (factor.id.clone(), value, factor.mass, factor.unit, factor.source.name.clone())
}

/// The rows of the tables that a computation has used so far.
pub(crate) struct Rows<'r> {
    references: &'r References,
    pub(crate) sources: Interned<[Text; 3], Source>,
    pub(crate) places: Interned<PlaceId, UsedPlace>,
    pub(crate) keys: Interned<KeyId, UsedKey>,
    pub(crate) factors: Interned<FactorKey, (Arc<Factor>, Option<SetAt>, SourceAt)>,
    pub(crate) proxies: Interned<u32, UsedProxy>,
    pub(crate) assumptions: Interned<u32, UsedAssumption>,
    pub(crate) prices: Interned<u32, UsedPrice>,
    pub(crate) routes: Interned<(Endpoint, Endpoint), UsedRoute>,
    /// The factors that lines state.
    stated: BTreeMap<StatedFactor, FactorAt>,
}

impl<'r> Rows<'r> {
    pub(crate) fn new(references: &'r References) -> Self {
        Self {
            references,
            sources: Interned::default(),
            places: Interned::default(),
            keys: Interned::default(),
            factors: Interned::default(),
            proxies: Interned::default(),
            assumptions: Interned::default(),
            prices: Interned::default(),
            routes: Interned::default(),
            stated: BTreeMap::new(),
        }
    }

    pub(crate) fn source(&mut self, source: &Source) -> SourceAt {
        let key = [&source.id, &source.name, &source.gwp].map(Text::clone);
        SourceAt(self.sources.at(key, || source.clone()))
    }

    /// A place, after its country.
    pub(crate) fn place(&mut self, id: PlaceId) -> PlaceAt {
        if let Some(known) = self.places.find(&id) {
            return PlaceAt(known);
        }
        let places = self.references.places();
        let country = places.country(id);
        let country = if country == id {
            PlaceAt(u32::try_from(self.places.rows().len()).unwrap_or(u32::MAX))
        } else {
            self.place(country)
        };
        let code = Text::from(places.code(id));
        let [fr, en] =
            [Language::Fr, Language::En].map(|language| places.name(&code, language).map(Text::from));
        PlaceAt(self.places.at(id, || UsedPlace { code, fr, en, country }))
    }

    pub(crate) fn key(&mut self, id: KeyId) -> Option<KeyAt> {
        let key = self.references.keys().get(id)?;
        Some(KeyAt(self.keys.at(id, || UsedKey {
            key: key.name.clone(),
            fr: key.label(Language::Fr).clone(),
            en: key.label(Language::En).clone(),
        })))
    }

    /// A factor; one that several lines state in the same way is one.
    pub(crate) fn factor(
        &mut self,
        key: Option<FactorKey>,
        factor: &Arc<Factor>,
        set: Option<u32>,
    ) -> FactorAt {
        if let Some(known) = key.and_then(|key| self.factors.find(&key)) {
            return FactorAt(known);
        }
        let row = (factor.clone(), set.map(SetAt), self.source(&factor.source));
        match key {
            Some(key) => FactorAt(self.factors.at(key, || row)),
            None => {
                let factors = &mut self.factors;
                *self.stated.entry(stated(factor)).or_insert_with(|| FactorAt(factors.add(row)))
            }
        }
    }

    pub(crate) fn proxy(&mut self, at: u32) -> Option<ProxyAt> {
        let proxy = self.references.proxies().get(at)?;
        let place = self.references.places().code(proxy.proxy);
        Some(ProxyAt(self.proxies.at(at, || UsedProxy {
            place: place.into(),
            fr: proxy.fr.as_str().into(),
            en: proxy.en.as_str().into(),
            spread: proxy.spread.map(Exact),
        })))
    }

    fn assumption(&mut self, at: u32) -> Option<AssumptionAt> {
        let assumption = self.references.assumptions().get(at)?;
        Some(AssumptionAt(self.assumptions.at(at, || UsedAssumption {
            id: assumption.id.as_str().into(),
            fr: assumption.label(Language::Fr).into(),
            en: assumption.label(Language::En).into(),
            value: Exact(assumption.value),
            low: assumption.range.map(|(low, _)| Exact(low)),
            high: assumption.range.map(|(_, high)| Exact(high)),
            unit: assumption.unit,
            source: assumption.source.as_str().into(),
            source_row: assumption.source_row.as_str().into(),
            note: assumption.note.as_str().into(),
        })))
    }

    fn price(&mut self, at: u32) -> Option<PriceAt> {
        if let Some(known) = self.prices.find(&at) {
            return Some(PriceAt(known));
        }
        let price = self.references.prices().get(at)?;
        let source = self.source(&price.source);
        let row = UsedPrice { row: price.row.as_str().into(), value: Exact(price.value), source };
        Some(PriceAt(self.prices.at(at, || row)))
    }

    fn route(&mut self, from: Endpoint, to: Endpoint) -> RouteAt {
        let references = self.references;
        RouteAt(self.routes.at((from, to), || UsedRoute { route: references.route(from, to).into() }))
    }

    /// A term as a footprint keeps it.
    pub(crate) fn term(&mut self, step: &Step) -> ProductTerm {
        let mut term = ProductTerm {
            name: step.name,
            field: None,
            numerator: Exact(step.numerator),
            denominator: Exact(step.denominator),
            unit: step.unit,
            assumption: None,
            price: None,
            route: None,
        };
        match step.origin {
            Origin::Given | Origin::Unit => {}
            Origin::GivenBy(field) => term.field = Some(alloc::format!("{field}").into()),
            Origin::Assumption(at) => term.assumption = self.assumption(at),
            Origin::Price(at) => term.price = self.price(at),
            Origin::Distance(from, to) => term.route = Some(self.route(from, to)),
        }
        term
    }

    /// The published means of works of a kind.
    pub(crate) fn means(&mut self, kind: Option<ProductionKind>) -> Vec<UsedMean> {
        let means = self.references.published_means().filter(|mean| Some(mean.kind) == kind);
        means
            .map(|mean| UsedMean {
                id: mean.id.as_str().into(),
                kind: mean.kind,
                of: mean.of,
                mean: mean.mean,
                least: mean.least,
                most: mean.most,
                period: mean.period.as_str().into(),
                sample: mean.sample,
                perimeter_fr: mean.perimeter(Language::Fr).into(),
                perimeter_en: mean.perimeter(Language::En).into(),
                read_in: mean.read_in.as_str().into(),
                note_fr: mean.note(Language::Fr).into(),
                note_en: mean.note(Language::En).into(),
                source: self.source(&mean.source),
            })
            .collect()
    }

    /// All equivalences.
    pub(crate) fn equivalences(&mut self) -> Vec<UsedEquivalence> {
        let references = self.references;
        let rows = references.equivalences().map(|equivalence| UsedEquivalence {
            id: equivalence.id.as_str().into(),
            fr: equivalence.label(Language::Fr).into(),
            en: equivalence.label(Language::En).into(),
            value: Exact(equivalence.value),
            mass: equivalence.mass,
            unit: equivalence.unit,
            source: self.source(&equivalence.source),
        });
        rows.collect()
    }

    /// The sources of the warming potentials.
    pub(crate) fn potentials(&mut self) -> Vec<SourceAt> {
        let references = self.references;
        let potentials = references.potentials().all();
        let of = |id: &str| potentials.iter().any(|potential| potential.source == id);
        let sources = references.sources().filter(|source| of(&source.id));
        sources.map(|source| self.source(source)).collect()
    }
}
