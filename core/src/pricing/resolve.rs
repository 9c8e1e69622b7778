//! Resolution: which factor serves a demand, and the reason for the choice.

use crate::factor::key::{Key, KeyId};
use crate::factor::proxy::Proxies;
use crate::factor::set::FactorSet;
use crate::place::{Place, PlaceId};
use crate::reference::references::References;
use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// Why a factor of this place was chosen.
    pub enum PlaceReason {
        Named = "named", "facteur nommé par la ligne", "factor named by the line";
        Contract = "contract", "contrat d’électricité", "contract of electricity";
        Exact = "exact", "facteur du lieu", "factor of the place";
        Proxy = "proxy", "facteur d’un autre lieu, à défaut", "factor of another place, as a proxy";
        Parent = "parent", "facteur du territoire qui contient le lieu", "factor of the territory around the place";
        World = "world", "facteur mondial", "world factor";
    }
}

vocabulary! {
    /// Why a factor of this year was chosen.
    pub enum PeriodReason {
        Named = "named", "facteur nommé par la ligne", "factor named by the line";
        SameYear = "same-year", "de l’année de l’activité", "of the year of the activity";
        OlderYear = "older-year", "le plus récent avant l’activité", "the newest before the activity";
        NewerYear = "newer-year", "plus récent que l’activité", "newer than the activity";
        Newest = "newest", "le plus récent (activité sans date)", "the newest (undated activity)";
    }
}

/// The factor that serves a demand, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Resolution {
    /// The position of its set among the sets.
    pub(crate) set: u32,
    /// Its row in the set.
    pub(crate) row: u32,
    pub(crate) place: PlaceReason,
    pub(crate) period: PeriodReason,
    /// The declared proxy that served, by its position.
    pub(crate) proxy: Option<u32>,
}

/// Resolves a key in a place and a year.
///
/// The places in their order: the exact one, its declared proxies, what it lies in, the proxies of that,
/// and so on to the world. For each the sets in their order; in a set the year itself, else the nearest
/// older one, else the nearest newer one.
pub(crate) fn resolve(
    references: &References,
    id: KeyId,
    key: &Key,
    place: Place,
    year: Option<u16>,
) -> Option<Resolution> {
    let search = Search { references, id, key, year };
    let places = references.places();
    let mut next = Some(place.id);
    let mut exact = place.exact;
    while let Some(here) = next {
        let reason = match () {
            () if Some(here) == places.world() => PlaceReason::World,
            () if exact => PlaceReason::Exact,
            () => PlaceReason::Parent,
        };
        if let Some(found) = search.at(here, reason) {
            return Some(found);
        }
        if let Some(found) = search.by_proxy(here, references.proxies()) {
            return Some(found);
        }
        (next, exact) = (places.parent(here), false);
    }
    None
}

/// The query.
struct Search<'a> {
    references: &'a References,
    id: KeyId,
    key: &'a Key,
    year: Option<u16>,
}

impl Search<'_> {
    /// The first set's factor of a place.
    fn at(&self, place: PlaceId, reason: PlaceReason) -> Option<Resolution> {
        let mut sets = (0_u32..).zip(self.references.sets());
        sets.find_map(|(at, set)| {
            let (row, period) = nearest_year(set, self.id, place, self.year)?;
            Some(Resolution { set: at, row, place: reason, period, proxy: None })
        })
    }

    /// The factor of the first declared proxy that has one.
    fn by_proxy(&self, place: PlaceId, proxies: &Proxies) -> Option<Resolution> {
        proxies.of(&self.key.name, place).find_map(|(at, proxy)| {
            let found = self.at(proxy.proxy, PlaceReason::Proxy)?;
            Some(Resolution { proxy: Some(at), ..found })
        })
    }
}

/// The row of the year, else of the nearest older one, else of the nearest newer one.
fn nearest_year(
    set: &FactorSet,
    key: KeyId,
    place: PlaceId,
    wanted: Option<u16>,
) -> Option<(u32, PeriodReason)> {
    let Some(wanted) = wanted else {
        return set.candidates(key, place).last().map(|(_, row)| (row, PeriodReason::Newest));
    };
    let mut newer = None;
    let mut older = None;
    for (year, row) in set.candidates(key, place) {
        if year == wanted {
            return Some((row, PeriodReason::SameYear));
        } else if year < wanted {
            older = Some((row, PeriodReason::OlderYear));
        } else if newer.is_none() {
            newer = Some((row, PeriodReason::NewerYear));
        }
    }
    older.or(newer)
}
