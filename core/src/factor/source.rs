//! The sources of data, with their licences.

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::collection::name_map::NameIndex;
use crate::diagnostic::problems::Problems;
use crate::format::stored::stored;
use crate::place::{PlaceId, Places};
use crate::table::Table;
use crate::table::columns::Content;
use crate::text::shared::Text;
use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// What a factor is of, by its source.
    pub enum Scope {
        National = "national", "série officielle du pays", "official series of the country";
        Worldwide = "worldwide", "jeu de données mondial", "worldwide data set";
        Other = "other", "autre source", "other source";
    }
}

stored! {
    /// A source of factors, assumptions or equivalences.
    #[derive(Default)]
    pub struct Source {
        /// Its identifier.
        id: Text,
        /// Its title.
        name: Text,
        /// Who publishes it.
        publisher: Text = or_default,
        /// Its version.
        version: Text = or_default,
        /// When it was published.
        published: Text = or_default,
        /// The set of global warming potentials that it states (`AR5`, …); empty if it states none.
        gwp: Text = or_default,
        /// The licence of its values.
        licence: Text = or_default,
        /// The address of the licence text.
        licence_url: Text = or_default,
        /// The attribution required by the licence.
        notice: Text = or_default,
        /// The address of the source.
        url: Text = or_default,
        /// The codes of the places whose official series it is, separated by spaces; `WORLD` for a data set of many
        /// countries by one method.
        scope: Text = or_default,
    }
}

impl Source {
    /// What a factor of a place is, if it is of this source.
    pub(crate) fn scope_of(&self, place: PlaceId, places: &Places) -> Scope {
        let is_of = |code: &str| self.scope.split(' ').any(|known| known == code);
        let mut next = Some(place);
        while let Some(here) = next.filter(|here| Some(*here) != places.world()) {
            if is_of(places.code(here)) {
                return Scope::National;
            }
            next = places.parent(here);
        }
        if is_of("WORLD") { Scope::Worldwide } else { Scope::Other }
    }
}

/// The sources of a set.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sources {
    rows: Vec<Source>,
    /// Where each identifier stands among them.
    ids: NameIndex<'static>,
}

impl Sources {
    /// Reads the table of sources.
    pub(crate) fn read(file: &str, content: Content<'_>, problems: &mut Problems) -> Self {
        let columns = &[
            "id",
            "name",
            "publisher",
            "version",
            "published",
            "gwp",
            "licence",
            "licence_url",
            "url",
            "notice",
            "scope",
        ];
        let table = Table::read(file, content, columns, columns.len().saturating_sub(1), problems);
        let mut seen = NameIndex::default();
        let mut sources = Vec::new();
        for row in table.rows() {
            for column in ["id", "name", "publisher", "version", "licence", "notice"] {
                row.filled(column, problems);
            }
            if row.unique("id", &mut seen, problems) {
                seen.set(row.get("id").to_string(), sources.len());
                let get = |column| Text::from(row.get(column));
                sources.push(Source {
                    id: get("id"),
                    name: get("name"),
                    publisher: get("publisher"),
                    version: get("version"),
                    published: get("published"),
                    gwp: get("gwp"),
                    licence: get("licence"),
                    licence_url: get("licence_url"),
                    notice: get("notice"),
                    url: get("url"),
                    scope: get("scope"),
                });
            }
        }
        Self { rows: sources, ids: seen }
    }

    /// The source with this identifier.
    pub(crate) fn find(&self, id: &str) -> Option<&Source> {
        self.rows.get(self.ids.find(id)?)
    }

    /// All of them, in the order of the table.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Source> {
        self.rows.iter()
    }

    /// The identifiers.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().map(|source| source.id.as_str())
    }
}
