//! Resolution: which factor serves a demand, and the reason for the choice.

use crate::factor::key::{Key, KeyId};
use crate::factor::proxy::Proxies;
use crate::factor::set::FactorSet;
use crate::factor::source::Scope;
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
        National = "national", "série officielle du pays, préférée à un jeu mondial plus récent de trois ans au plus", "official series of the country, preferred to a worldwide data set that is at most three years newer";
        Worldwide = "worldwide", "jeu mondial : la série officielle du pays est plus vieille de plus de trois ans", "worldwide data set: the official series of the country is more than three years older";
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
    /// The row of the set that would have served but for that reason of its period.
    pub(crate) rival: Option<u32>,
}

/// How many years newer a worldwide data set may be than an official series of a country that goes before it.
pub(crate) const OFFICIAL: u16 = 3;

/// Resolves a key in a place and a year.
///
/// The places in their order: the exact one, its declared proxies, what it lies in, the proxies of that,
/// and so on to the world. For each the sets in their order; in a set the year itself, else the nearest
/// older one, else the nearest newer one. A row of a worldwide data set yields to an official one of the country unless it
/// is more than three years newer than the last year that the official source vouches for: what it says of a year that both are far
/// from is no reason to leave the official series.
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
            let (row, period, rival) = of_year(set, self.id, place, self.year)?;
            Some(Resolution { set: at, row, place: reason, period, proxy: None, rival })
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

/// The row that serves a year, why, and the row that would have but for that reason.
fn of_year(
    set: &FactorSet,
    key: KeyId,
    place: PlaceId,
    wanted: Option<u16>,
) -> Option<(u32, PeriodReason, Option<u32>)> {
    let (row, period) = nearest_year(set, key, place, wanted)?;
    let nearest = set.get(row)?;
    if nearest.scope != Scope::Worldwide {
        return Some((row, period, None));
    }
    // An undated activity is as new as the newest row.
    let year = wanted.or(nearest.year)?;
    let official = set.candidates(key, place).filter_map(|(of, row)| {
        let factor = set.get(row).filter(|factor| factor.scope == Scope::National && of <= year)?;
        Some((factor.valid_until.map_or(of, |until| until.max(of)), row))
    });
    Some(match official.last() {
        Some((until, official)) if nearest.year.is_none_or(|of| of <= until.saturating_add(OFFICIAL)) => {
            (official, PeriodReason::National, Some(row))
        }
        Some((_, official)) => (row, PeriodReason::Worldwide, Some(official)),
        None => (row, period, None),
    })
}

/// The row of the year, else of the nearest older one, else of the nearest newer one; of two rows of one year the first.
fn nearest_year(
    set: &FactorSet,
    key: KeyId,
    place: PlaceId,
    wanted: Option<u16>,
) -> Option<(u32, PeriodReason)> {
    let mut older: Option<(u16, u32)> = None;
    for (year, row) in set.candidates(key, place) {
        if wanted.is_some_and(|wanted| year > wanted) {
            return older.map(|found| dated(found, wanted)).or(Some((row, PeriodReason::NewerYear)));
        }
        if older.is_none_or(|(known, _)| known < year) {
            older = Some((year, row));
        }
    }
    older.map(|found| dated(found, wanted))
}

/// The row of a year that is not newer than the activity, and why it serves.
fn dated((year, row): (u16, u32), wanted: Option<u16>) -> (u32, PeriodReason) {
    let period = match wanted {
        None => PeriodReason::Newest,
        Some(wanted) if wanted == year => PeriodReason::SameYear,
        Some(_) => PeriodReason::OlderYear,
    };
    (row, period)
}
