//! Proxies: which place's factor may stand for a missing one, and why.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::diagnostic::Diagnostic;
use crate::order::sorted;
use crate::place::{PlaceId, Places};
use crate::table::Table;

/// A declared proxy.
#[derive(Clone, Debug)]
pub(crate) struct Proxy {
    /// A key, or the family of keys that begin with it.
    key: String,
    place: PlaceId,
    /// The place whose factor serves.
    pub(crate) proxy: PlaceId,
    pub(crate) fr: String,
    pub(crate) en: String,
}

/// The declared proxies; those of a more specific key first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Proxies(Vec<Proxy>);

impl Proxies {
    /// Reads the table.
    pub(crate) fn read(file: &str, text: &str, places: &mut Places, problems: &mut Vec<Diagnostic>) -> Self {
        let columns = &["key", "place", "proxy", "reason_fr", "reason_en"];
        let table = Table::read(file, text, columns, columns.len(), problems);
        let mut proxies = Vec::new();
        for row in table.rows() {
            let place = row.parse("place", |cell| places.enter(cell), problems);
            let proxy = row.parse("proxy", |cell| places.enter(cell), problems);
            if let (Some(place), Some(proxy)) = (place, proxy) {
                proxies.push(Proxy {
                    key: row.get("key").to_string(),
                    place,
                    proxy,
                    fr: row.get("reason_fr").to_string(),
                    en: row.get("reason_en").to_string(),
                });
            }
        }
        Self(sorted(proxies, |a: &Proxy, b| (a.place, b.key.len()).cmp(&(b.place, a.key.len()))))
    }

    /// The proxies of a key in a place, with their positions.
    pub(crate) fn of<'a>(
        &'a self,
        key: &'a str,
        place: PlaceId,
    ) -> impl Iterator<Item = (u32, &'a Proxy)> + 'a {
        let start = self.0.partition_point(|proxy| proxy.place < place);
        let rest = self.0.iter().enumerate().skip(start);
        rest.take_while(move |(_, proxy)| proxy.place == place)
            .filter(move |(_, proxy)| {
                key.strip_prefix(&*proxy.key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            })
            .filter_map(|(at, proxy)| Some((u32::try_from(at).ok()?, proxy)))
    }

    /// A proxy by its position.
    pub(crate) fn get(&self, at: u32) -> Option<&Proxy> {
        self.0.get(usize::try_from(at).ok()?)
    }
}
