//! Proxies: which place's factor may replace a missing one, and why.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::collection::sorting::sorted;
use crate::diagnostic::Diagnostic;
use crate::place::{PlaceId, Places};
use crate::table::Table;

/// A declared proxy.
#[derive(Clone, Debug)]
pub(crate) struct Proxy {
    /// The place whose factor serves.
    pub(crate) proxy: PlaceId,
    pub(crate) fr: String,
    pub(crate) en: String,
}

/// What a proxy serves.
#[derive(Clone, Debug)]
struct Served {
    place: PlaceId,
    /// A key, or the family of keys that begin with it.
    key: String,
    /// The position of the proxy.
    proxy: u32,
}

/// The declared proxies.
#[derive(Clone, Debug, Default)]
pub(crate) struct Proxies {
    rows: Vec<Proxy>,
    /// By place; within a place longer keys first, then in the order of the table.
    served: Vec<Served>,
}

impl Proxies {
    /// Reads the table. A row serves each of its keys in each of its places, which spaces separate.
    pub(crate) fn read(file: &str, text: &str, places: &mut Places, problems: &mut Vec<Diagnostic>) -> Self {
        let columns = &["key", "place", "proxy", "reason_fr", "reason_en"];
        let table = Table::read(file, text, columns, columns.len(), problems);
        let mut proxies = Self::default();
        for row in table.rows() {
            let mut all = |cell: &str| cell.split(' ').map(|code| places.enter(code)).collect();
            let served: Option<Vec<PlaceId>> = row.parse("place", &mut all, problems);
            let proxy = row.parse("proxy", |cell| places.enter(cell), problems);
            let at = u32::try_from(proxies.rows.len()).ok();
            if let (Some(served), Some(proxy), Some(at)) = (served, proxy, at) {
                let (fr, en) = (row.get("reason_fr").to_string(), row.get("reason_en").to_string());
                proxies.rows.push(Proxy { proxy, fr, en });
                for key in row.get("key").split(' ') {
                    let of = |place: &PlaceId| Served { place: *place, key: key.to_string(), proxy: at };
                    proxies.served.extend(served.iter().map(of));
                }
            }
        }
        let order = |a: &Served, b: &Served| (a.place, b.key.len()).cmp(&(b.place, a.key.len()));
        proxies.served = sorted(proxies.served, order);
        proxies
    }

    /// The proxies of a key in a place, with their positions.
    pub(crate) fn of<'a>(
        &'a self,
        key: &'a str,
        place: PlaceId,
    ) -> impl Iterator<Item = (u32, &'a Proxy)> + 'a {
        let start = self.served.partition_point(|served| served.place < place);
        let rest = self.served.iter().skip(start);
        rest.take_while(move |served| served.place == place)
            .filter(move |served| {
                key.strip_prefix(&*served.key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            })
            .filter_map(|served| Some((served.proxy, self.get(served.proxy)?)))
    }

    /// The places that a proxy serves.
    pub(crate) fn places(&self, at: u32) -> impl Iterator<Item = PlaceId> {
        self.served.iter().filter(move |served| served.proxy == at).map(|served| served.place)
    }

    /// A proxy by its position.
    pub(crate) fn get(&self, at: u32) -> Option<&Proxy> {
        self.rows.get(usize::try_from(at).ok()?)
    }
}
