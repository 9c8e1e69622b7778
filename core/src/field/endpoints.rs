//! The endpoints of a journey by name, and the distance between them.

use alloc::string::String;
use alloc::vec::Vec;

use crate::diagnostic::catalogue::Problem;
use crate::field::line_check::LineCheck;
use crate::format::leaf::Leaf;
use crate::place::gazetteer::{Gazetteer, NamedPoint, meant};
use crate::place::point::{Endpoint, Point};
use crate::pricing::demand::Origin;
use crate::text::shared::Text;

/// An endpoint of a journey and its coordinates.
pub(crate) type Located<'a> = (Endpoint, &'a Point);

/// A distance between two endpoints, in whole kilometres.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Distance {
    pub(crate) kilometres: u32,
    pub(crate) origin: Origin,
}

/// Makes an endpoint of a position in a gazetteer.
type EndpointOf = fn(u32) -> Endpoint;

impl<'a> LineCheck<'a> {
    /// Reports a missing endpoint of a journey whose other endpoint is given.
    fn needed_end(&mut self, field: &'static str, leaf: &Leaf<Text>) {
        if leaf.is_absent() {
            let reason = if field == "from" { "to" } else { "from" };
            self.report(Problem::NeededWith { field, reason });
        }
    }

    /// An airport by its IATA code, or a city by name. Three letters are a code: in capitals
    /// always, otherwise only if no city has that name (Pau).
    pub(crate) fn airport(&mut self, field: &'static str, leaf: &Leaf<Text>) -> Option<Located<'a>> {
        let references = self.references;
        let input = leaf.given().map(|input| input.trim());
        let code =
            input.filter(|input| input.len() == 3 && input.bytes().all(|byte| byte.is_ascii_alphabetic()));
        let capitals = code.is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_uppercase()));
        let city = |name| !references.cities().find(name, references.places()).0.is_empty();
        let Some(code) = code.filter(|code| capitals || !city(code)) else {
            return self.city(field, leaf);
        };
        let at = references.airports().find(&code.to_ascii_uppercase());
        let airport = at.and_then(|at| Some((Endpoint::Airport(at), &references.airports().get(at)?.site)));
        if airport.is_none() {
            self.report_in(field, Problem::UnknownAirport { airport: code.into() });
        }
        airport
    }

    /// The city that a flight leaves from or goes to, by its name, or its name and place.
    fn city(&mut self, field: &'static str, leaf: &Leaf<Text>) -> Option<Located<'a>> {
        self.needed_end(field, leaf);
        let gazetteers = [(self.references.cities(), Endpoint::City as EndpointOf)];
        let unknown = |city| Problem::UnknownFlightEnd { city };
        self.within(field, |check| check.named_point(leaf.given()?, &gazetteers, unknown))
    }

    /// A stop of a train: a city, or a station without the name of one.
    pub(crate) fn stop(&mut self, field: &'static str, leaf: &Leaf<Text>) -> Option<Located<'a>> {
        self.needed_end(field, leaf);
        self.within(field, |check| check.called_stop(leaf.given()?))
    }

    /// A stop of a train by its name, in the field that the check is in.
    pub(crate) fn called_stop(&mut self, name: &str) -> Option<Located<'a>> {
        let references = self.references;
        let gazetteers =
            [(references.cities(), Endpoint::City as EndpointOf), (references.stations(), Endpoint::Station)];
        self.named_point(name, &gazetteers, |city| Problem::UnknownCity { city })
    }

    /// The only point of a name. Several are reported as ambiguous; one abroad is a warning.
    fn named_point(
        &mut self,
        name: &str,
        gazetteers: &[(&'a Gazetteer, EndpointOf)],
        unknown: impl FnOnce(String) -> Problem,
    ) -> Option<Located<'a>> {
        let (places, input) = (self.references.places(), String::from(name));
        let country = |site: &NamedPoint| places.find(&site.site.place).map(|place| places.country(place.id));
        let (mut found, mut is_qualified): (Vec<(Endpoint, &NamedPoint)>, bool) = (Vec::new(), false);
        for (gazetteer, end) in gazetteers {
            let (sites, qualified) = gazetteer.find(name, places);
            // A station with the name of a city of its country is that city.
            let known: Vec<_> = found.iter().map(|(_, site)| country(site)).collect();
            let others = sites.into_iter().filter(|(_, site)| !known.contains(&country(site)));
            found.extend(others.map(|(at, site)| (end(at), site)));
            is_qualified |= qualified;
        }
        match &*found {
            [(end, site)] => {
                if self.place.is_some_and(|here| Some(places.country(here.id)) != country(site))
                    && !is_qualified
                {
                    self.report(Problem::CityAbroad { city: input, found: site.label() });
                }
                return Some((*end, &site.site));
            }
            [] => self.guess(unknown(input), |guesses| {
                meant(name, gazetteers.iter().map(|(gazetteer, _)| *gazetteer), guesses)
            }),
            several => {
                let candidates = several.iter().map(|(_, site)| site.label()).collect();
                self.report(Problem::AmbiguousCity { city: input, candidates });
            }
        }
        None
    }

    /// The distance between two endpoints; equal ones are reported at the field that names the second one.
    pub(crate) fn way(
        &mut self,
        (from, left): Located<'_>,
        (to, reached): Located<'_>,
        field: &'static str,
        name: &str,
    ) -> Option<Distance> {
        let kilometres = left.distance_to(reached)?;
        if from == to || kilometres == 0 {
            let name = String::from(name);
            let problem = match to {
                Endpoint::Airport(_) => Problem::SameAirport { airport: name },
                Endpoint::City(_) | Endpoint::Station(_) => Problem::SameCity { city: name },
            };
            self.report_in(field, problem);
            return None;
        }
        Some(Distance { kilometres, origin: Origin::Distance(from, to) })
    }
}
