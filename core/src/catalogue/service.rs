//! The factor that serves a key in a place, without a computation.

use crate::factor::row::Factor;
use crate::pricing::resolve::{PlaceReason, resolve};
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
}

impl<'a> Serving<'a> {
    /// The reason for a proxy in a language, if one is used.
    pub fn reason(&self, language: Language) -> Option<&'a str> {
        self.proxy.map(|(fr, en)| language.pick(fr, en))
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
    /// assert!(references.factor_for("data.storage", "FR").is_none());
    /// ```
    pub fn factor_for(&self, key: &str, place: &str) -> Option<Serving<'_>> {
        let id = self.keys().find(key)?;
        let found = resolve(self, id, self.keys().get(id)?, self.places().find(place)?, None)?;
        let factor = self.set(found.set)?.get(found.row)?;
        let proxy = found.proxy.and_then(|at| self.proxies().get(at));
        let proxy = proxy.map(|proxy| (proxy.fr.as_str(), proxy.en.as_str()));
        Some(Serving { factor, place: found.place, proxy })
    }
}
