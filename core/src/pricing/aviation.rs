//! Which of two ways flights are priced: one for all flights of a footprint.

use crate::factor::key::KeyId;
use crate::place::Place;
use crate::pricing::resolve::{PlaceReason, Resolution, resolve};
use crate::reference::references::References;
use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// How flights are priced: all of a footprint in one way, since the ways count differently.
    pub enum Aviation {
        ByPlace = "by-place", "selon le lieu de la production", "by the place of the production";
        BySeats = "by-seats", "par sièges et distance", "by seats and distance";
        ByHaul = "by-haul", "par territoires", "by territory";
    }
}

/// How the flights of a production are priced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Flights {
    /// By seats or by haul.
    pub(crate) aviation: Aviation,
    /// Whether flights without ends are taken to touch the UK.
    pub(crate) british: bool,
    /// Whether there is any key of flights that are priced this way: an extract has those of one way alone.
    pub(crate) served: bool,
}

/// What the keys of flights begin with.
const ANY: &str = "transport.plane.";

/// What the keys of flights by seats begin with.
pub(crate) const BY_SEATS: &str = "transport.plane.seats-";

impl Flights {
    /// The flights of a production in a place, priced as asked for.
    pub(crate) fn of(references: &References, place: Option<Place>, asked: Aviation) -> Self {
        let places = references.places();
        let british = place.is_some_and(|place| places.code(places.country(place.id)) == "GB");
        let aviation = match asked {
            Aviation::ByPlace if seats_at(references, place).is_some() => Aviation::BySeats,
            Aviation::ByPlace => Aviation::ByHaul,
            asked => asked,
        };
        let served = references
            .keys()
            .beginning(ANY)
            .any(|(_, key)| key.name.starts_with(BY_SEATS) == (aviation == Aviation::BySeats));
        Self { aviation, british, served }
    }
}

/// The first key of flights by seats that a place has a factor for: its own, or that of a proxy that is declared for it
/// and not for the whole world.
pub(crate) fn seats_at(references: &References, place: Option<Place>) -> Option<(KeyId, Resolution)> {
    let (keys, world) = (references.keys(), references.places().world());
    keys.beginning(BY_SEATS).find_map(|(id, key)| {
        let found = resolve(references, id, key, place?, None)?;
        let mut of_proxy = found.proxy.into_iter().flat_map(|proxy| references.proxies().places(proxy));
        let worldwide = found.place == PlaceReason::World || of_proxy.any(|place| Some(place) == world);
        (!worldwide).then_some((id, found))
    })
}
