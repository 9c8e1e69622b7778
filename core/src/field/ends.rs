//! The ends of a journey by their names, and the way between them.

use alloc::string::String;
use alloc::vec::Vec;

use crate::diagnostic::catalogue::Problem;
use crate::field::line::LineCheck;
use crate::format::json::reader::shortened;
use crate::format::leaf::Leaf;
use crate::place::gazetteer::{Gazetteer, NamedSite, meant};
use crate::place::site::{End, Site};
use crate::pricing::demand::Origin;

/// An end of a journey, and where it lies.
pub(crate) type Ended<'a> = (End, &'a Site);

/// A way between two ends, in whole kilometres.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Way {
    pub(crate) kilometres: u32,
    pub(crate) origin: Origin,
}

/// The end that a position in a gazetteer is.
type EndOf = fn(u32) -> End;

impl<'a> LineCheck<'a> {
    /// An end of a journey that is not given although the other one is, is reported.
    fn needed_end(&mut self, field: &'static str, leaf: &Leaf<String>) {
        if leaf.is_absent() {
            let reason = if field == "from" { "to" } else { "from" };
            self.report(Problem::NeededWith { field, reason });
        }
    }

    /// An airport, by its IATA code; any other text is the name of a city. Three letters are a code: in capitals
    /// always, otherwise where no city is called so (Pau).
    pub(crate) fn airport(&mut self, field: &'static str, leaf: &Leaf<String>) -> Option<Ended<'a>> {
        let references = self.references;
        let typed = leaf.given().map(|typed| typed.trim());
        let code =
            typed.filter(|typed| typed.len() == 3 && typed.bytes().all(|byte| byte.is_ascii_alphabetic()));
        let capitals = code.is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_uppercase()));
        let city = |name| !references.cities().find(name, references.places()).0.is_empty();
        let Some(code) = code.filter(|code| capitals || !city(code)) else {
            return self.city(field, leaf);
        };
        let at = references.airports().find(&code.to_ascii_uppercase());
        let airport = at.and_then(|at| Some((End::Airport(at), &references.airports().get(at)?.site)));
        if airport.is_none() {
            self.report_in(field, Problem::UnknownAirport { airport: shortened(code) });
        }
        airport
    }

    /// A city, by its name, or its name and place.
    pub(crate) fn city(&mut self, field: &'static str, leaf: &Leaf<String>) -> Option<Ended<'a>> {
        self.named_site(field, leaf, &[(self.references.cities(), End::City)])
    }

    /// Where a train stops: a city, or a station that is not called like one.
    pub(crate) fn stop(&mut self, field: &'static str, leaf: &Leaf<String>) -> Option<Ended<'a>> {
        let references = self.references;
        let gazetteers = [(references.cities(), End::City as EndOf), (references.stations(), End::Station)];
        self.named_site(field, leaf, &gazetteers)
    }

    /// The one site of a name. Of several none is guessed; one abroad is said.
    fn named_site(
        &mut self,
        field: &'static str,
        leaf: &Leaf<String>,
        gazetteers: &[(&'a Gazetteer, EndOf)],
    ) -> Option<Ended<'a>> {
        self.needed_end(field, leaf);
        let name = leaf.given()?;
        let (places, typed) = (self.references.places(), shortened(name));
        let country = |site: &NamedSite| places.find(&site.site.place).map(|place| places.country(place.id));
        let (mut found, mut is_qualified): (Vec<(End, &NamedSite)>, bool) = (Vec::new(), false);
        for (gazetteer, end) in gazetteers {
            let (sites, qualified) = gazetteer.find(name, places);
            // A station that is called like a city of its country is in it.
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
                    self.report_in(field, Problem::CityAbroad { city: typed, found: site.label() });
                }
                return Some((*end, &site.site));
            }
            [] => self.suggest_in(field, Problem::UnknownCity { city: typed }, || {
                meant(name, gazetteers.iter().map(|(gazetteer, _)| *gazetteer))
            }),
            several => {
                let candidates: Vec<String> = several.iter().map(|(_, site)| site.label()).collect();
                let candidates = candidates.join("; ");
                self.report_in(field, Problem::AmbiguousCity { city: typed, candidates });
            }
        }
        None
    }

    /// The way between two ends; one that leads nowhere is reported.
    pub(crate) fn way(
        &mut self,
        from: Option<Ended<'_>>,
        to: Option<Ended<'_>>,
        named: &Leaf<String>,
    ) -> Option<Way> {
        let ((from, left), (to, reached)) = (from?, to?);
        let kilometres = left.distance_to(reached)?;
        if from == to || kilometres == 0 {
            let name = shortened(named.given()?);
            let problem = match to {
                End::Airport(_) => Problem::SameAirport { airport: name },
                End::City(_) | End::Station(_) => Problem::SameCity { city: name },
            };
            self.report_in("to", problem);
            return None;
        }
        Some(Way { kilometres, origin: Origin::Distance(from, to) })
    }
}
