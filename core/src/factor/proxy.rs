//! Proxies: which place's factor may replace a missing one, and why.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use crate::collection::sorting::sorted;
use crate::diagnostic::problems::Problems;
use crate::number;
use crate::place::{PlaceId, Places};
use crate::table::Table;
use crate::table::columns::Content;
use crate::text::shared::Text;

/// A declared proxy.
#[derive(Clone, Debug)]
pub(crate) struct Proxy {
    /// The place whose factor serves.
    pub(crate) proxy: PlaceId,
    pub(crate) fr: String,
    pub(crate) en: String,
    /// How far the factor may be from that of the place served: a squared geometric standard deviation, at least 1.
    pub(crate) spread: Option<Decimal>,
    /// The places that it serves, in their order.
    places: Vec<PlaceId>,
}

/// The declared proxies.
#[derive(Clone, Debug, Default)]
pub(crate) struct Proxies {
    rows: Vec<Proxy>,
    /// The places that have proxies, each with the keys that these serve, or the families of keys that begin with them,
    /// and their positions.
    served: Vec<(PlaceId, Text, u32)>,
}

impl Proxies {
    /// Reads the table. A row serves each of its keys in each of its places, which spaces separate.
    pub(crate) fn read(
        file: &str,
        content: Content<'_>,
        places: &mut Places,
        problems: &mut Problems,
    ) -> Self {
        let columns = &["key", "place", "proxy", "reason_fr", "reason_en", "spread"];
        let table = Table::read(file, content, columns, 5, problems);
        let mut proxies = Self::default();
        for row in table.rows() {
            let mut all = |cell: &str| cell.split(' ').map(|code| places.enter(code)).collect();
            let served: Option<Vec<PlaceId>> = row.parse("place", &mut all, problems);
            let proxy = row.parse("proxy", |cell| places.enter(cell), problems);
            let at_least_one = |cell| number::parse(cell).ok().filter(|spread| *spread >= Decimal::ONE);
            let spread = row.parse_optional("spread", at_least_one, problems);
            let at = u32::try_from(proxies.rows.len()).ok();
            if let (Some(served), Some(proxy), Some(at)) = (served, proxy, at) {
                let (fr, en) = (row.get("reason_fr").to_string(), row.get("reason_en").to_string());
                let mut places = sorted(served, Ord::cmp);
                places.dedup();
                for key in row.get("key").split(' ').map(Text::from) {
                    proxies.served.extend(places.iter().map(|place| (*place, key.clone(), at)));
                }
                proxies.rows.push(Proxy { proxy, fr, en, spread, places });
            }
        }
        proxies.served = sorted(proxies.served, Ord::cmp);
        proxies.served.dedup();
        proxies
    }

    /// The proxies of a key in a place, with their positions: those of a longer key first, then in the order of the table.
    pub(crate) fn of<'a>(
        &'a self,
        key: &'a str,
        place: PlaceId,
    ) -> impl Iterator<Item = (u32, &'a Proxy)> + 'a {
        let of_place = equal(&self.served, |(served, ..)| served.cmp(&place));
        let ends = key.match_indices('.').map(|(end, _)| end).rev();
        let families = core::iter::once(key.len()).chain(ends).filter_map(move |end| key.get(..end));
        let families = families.filter(|_| !of_place.is_empty());
        families.flat_map(move |family| {
            let of_family = equal(of_place, |(_, known, _)| (**known).cmp(family));
            of_family.iter().filter_map(|(.., at)| Some((*at, self.get(*at)?)))
        })
    }

    /// The places that a proxy serves.
    pub(crate) fn places(&self, at: u32) -> impl Iterator<Item = PlaceId> {
        self.get(at).into_iter().flat_map(|proxy| proxy.places.iter().copied())
    }

    /// A proxy by its position.
    pub(crate) fn get(&self, at: u32) -> Option<&Proxy> {
        self.rows.get(usize::try_from(at).ok()?)
    }
}

/// The items of a sorted list that are equal to something.
fn equal<T>(sorted: &[T], compare: impl Fn(&T) -> Ordering) -> &[T] {
    let start = sorted.partition_point(|item| compare(item).is_lt());
    let rest = sorted.get(start..).unwrap_or_default();
    rest.get(..rest.partition_point(|item| compare(item).is_eq())).unwrap_or_default()
}
