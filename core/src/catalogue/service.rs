//! The factor that serves a key in a place, without a computation.

use crate::factor::row::Factor;
use crate::pricing::consumption::consumed;
use crate::pricing::resolve::{PlaceReason, resolve};
use crate::reference::assumption::Assumption;
use crate::reference::references::References;
use crate::text::language::Language;

/// The factor that serves a key in a place, and why it is chosen.
#[derive(Clone, Copy, Debug)]
pub struct Serving<'a> {
    /// The factor: the newest of its place, since no year is given.
    pub factor: &'a Factor,
    /// Why a factor of this place is chosen.
    pub place: PlaceReason,
    /// The reason for a proxy in French and English, if one is used.
    proxy: Option<(&'a str, &'a str)>,
    /// What says how much electricity it takes, if the factor is that of electricity instead.
    consumption: Option<&'a Assumption>,
}

impl<'a> Serving<'a> {
    /// The reason for a proxy in a language, if one is used.
    pub fn reason(&self, language: Language) -> Option<&'a str> {
        self.proxy.map(|(fr, en)| language.pick(fr, en))
    }

    /// What is assumed of the electricity that something takes, in a language, if the factor is that of electricity for want
    /// of one of the key.
    pub fn consumption(&self, language: Language) -> Option<&'a str> {
        self.consumption.map(|consumption| consumption.label(language))
    }
}

impl References {
    /// The factor of the newest year that serves a key in a place; `None` if there is none, or if the key or the
    /// place is unknown.
    ///
    /// ```
    /// use claquette::{Language, PlaceReason, References};
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let hotel = references.factor_for("accommodation.hotel", "FR").unwrap();
    /// assert_eq!((hotel.factor.id.as_str(), hotel.place), ("hotel.fr.2026.desnz", PlaceReason::Exact));
    /// let taxi = references.factor_for("transport.taxi", "FR").unwrap();
    /// assert_eq!((taxi.factor.place.as_str(), taxi.place), ("GB", PlaceReason::Proxy));
    /// assert!(taxi.reason(Language::En).is_some());
    /// let storage = references.factor_for("data.storage", "FR").unwrap();
    /// assert_eq!(storage.consumption(Language::En), Some("electricity of hard drives, per TB and hour"));
    /// assert!(references.factor_for("goods.equipment.cinema-camera.new", "FR").is_none());
    /// ```
    pub fn factor_for(&self, key: &str, place: &str) -> Option<Serving<'_>> {
        let id = self.keys().find(key)?;
        let place = self.places().find(place)?;
        let own = resolve(self, id, self.keys().get(id)?, place, None).map(|found| (found, None));
        let by_electricity = || {
            let consumed = consumed(self, id, place, None)?;
            Some((consumed.found, Some(consumed.consumption)))
        };
        let (found, consumption) = own.or_else(by_electricity)?;
        let factor = self.set(found.set)?.get(found.row)?;
        let proxy = found.proxy.and_then(|at| self.proxies().get(at));
        let proxy = proxy.map(|proxy| (proxy.fr.as_str(), proxy.en.as_str()));
        Some(Serving { factor, place: found.place, proxy, consumption })
    }
}
