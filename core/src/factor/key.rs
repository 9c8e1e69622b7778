//! Keys: what a demand asks for; a factor serves a key.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::collection::name_map::NameIndex;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::problems::Problems;
use crate::number::unit::{Dimension, Unit};
use crate::table::Table;
use crate::table::columns::Content;
use crate::text::language::Language;
use crate::text::shared::Text;
use crate::text::similarity::{Guesses, plain};
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// A post of the result: the fourteen of Carbon'Clap's report of 2024.
    pub enum Post {
        Transport = "transport", "Transports", "Transport";
        Goods = "goods", "Achats de biens", "Purchased goods";
        Food = "food", "Alimentation", "Food";
        Equipment = "equipment", "Immobilisation du matériel", "Equipment";
        PostProduction = "post-production", "Prestations de postproduction", "Post-production services";
        Services = "services", "Services et assurances", "Services and insurance";
        Generators = "generators", "Groupes électrogènes", "Generators";
        Accommodation = "accommodation", "Hébergement", "Accommodation";
        Electricity = "electricity", "Électricité", "Electricity";
        Heating = "heating", "Chauffage", "Heating";
        Data = "data", "Données numériques", "Digital data";
        Waste = "waste", "Déchets", "Waste";
        AirConditioning = "air-conditioning", "Climatisation", "Air conditioning";
        Buildings = "buildings", "Bâtiments", "Buildings";
    }
}

/// A key of the table of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct KeyId(u16);

impl KeyId {
    /// Its position in the table.
    pub(crate) fn position(self) -> usize {
        self.0.into()
    }
}

/// A key: one kind of quantity, whose factors are data.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    /// The dotted name.
    pub(crate) name: Text,
    /// The post of the result.
    pub(crate) post: Post,
    /// The unit of its quantity; `None` for money, whose unit has a currency and a year.
    pub(crate) unit: Option<Unit>,
    fr: Text,
    en: Text,
}

impl Key {
    /// The label in a language.
    pub(crate) fn label(&self, language: Language) -> &Text {
        language.pick(&self.fr, &self.en)
    }

    /// Its family, such as `transport.train`: the first two parts of its name. Money is one family: whoever names a
    /// factor for it means another category.
    pub(crate) fn family(&self) -> &str {
        match self.unit {
            Some(_) => family_of(&self.name),
            None => self.name.split('.').next().unwrap_or_default(),
        }
    }

    /// The dimension.
    pub(crate) fn dimension(&self) -> Dimension {
        self.unit.map_or(Dimension::Money, Unit::dimension)
    }
}

/// The family of a key: the first two parts of its name.
pub(crate) fn family_of(key: &str) -> &str {
    let end = key.match_indices('.').nth(1).map_or(key.len(), |(at, _)| at);
    key.get(..end).unwrap_or(key)
}

/// The number of names that a suggestion lists.
const FEW: usize = 20;

/// The table of keys.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys {
    rows: Vec<Key>,
    /// All of them, ordered by name.
    sorted: Vec<KeyId>,
}

/// The most keys.
const MOST: u64 = 1 << 16;

impl Keys {
    /// Reads the table.
    pub(crate) fn read(file: &str, content: Content<'_>, problems: &mut Problems) -> Self {
        let mut keys = Self::default();
        let columns = &["key", "post", "unit", "name_fr", "name_en"];
        let table = Table::read(file, content, columns, columns.len(), problems);
        let mut seen = NameIndex::default();
        for row in table.rows() {
            let post = row.parse("post", Post::parse, problems);
            let unit = match row.get("unit") {
                "money" => Some(None),
                _ => row.parse("unit", |cell| Unit::parse(cell).map(Some), problems),
            };
            let id = u16::try_from(keys.rows.len()).ok();
            if id.is_none() {
                problems.push(row.problem("key", Problem::TooManyItems { limit: MOST }));
            }
            if let (true, Some(post), Some(unit), Some(id)) =
                (row.unique("key", &mut seen, problems), post, unit, id)
            {
                let [name, fr, en] = ["key", "name_fr", "name_en"].map(|column| Text::from(row.get(column)));
                keys.sorted.insert(keys.search(&name).unwrap_or_else(|at| at), KeyId(id));
                keys.rows.push(Key { name, post, unit, fr, en });
            }
        }
        keys
    }

    /// The key with this name.
    pub(crate) fn find(&self, name: &str) -> Option<KeyId> {
        self.sorted.get(self.search(name).ok()?).copied()
    }

    /// The position of a name among the sorted ones, or where it would be.
    fn search(&self, name: &str) -> Result<usize, usize> {
        self.sorted.binary_search_by(|id| self.get(*id).map(|key| key.name.as_str()).cmp(&Some(name)))
    }

    /// The row of a key.
    pub(crate) fn get(&self, id: KeyId) -> Option<&Key> {
        self.rows.get(id.position())
    }

    /// The name that was probably meant.
    pub(crate) fn nearest(&self, input: &str, guesses: &mut Guesses) -> Option<String> {
        guesses.nearest(input, self.rows.iter().map(|key| key.name.as_str()))
    }

    /// The names under a prefix.
    pub(crate) fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        self.rows.iter().filter_map(move |key| key.name.strip_prefix(prefix))
    }

    /// The keys whose names begin with a prefix.
    pub(crate) fn beginning<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (KeyId, &'a Key)> {
        let rows = self.rows.iter().filter(move |key| key.name.starts_with(prefix));
        rows.filter_map(|key| Some((self.find(&key.name)?, key)))
    }

    /// What stands between a prefix and a suffix in the keys that have a word there: `dress` is in `dress-cotton`; or in all
    /// of them, if they are few.
    pub(crate) fn with_word(&self, word: &str, prefix: &str, suffix: &str) -> Option<String> {
        let whole = |name: &&str| !name.contains('.');
        let names = || self.under(prefix).filter_map(|rest| rest.strip_suffix(suffix)).filter(whole);
        let mut found: Vec<&str> = names().filter(|name| name.split('-').any(|part| part == word)).collect();
        if found.is_empty() {
            found = names().collect();
        }
        (1..=FEW).contains(&found.len()).then(|| found.join(", "))
    }

    /// The last words of the keys that have all the others in common with one that is not there.
    pub(crate) fn beside(&self, name: &str) -> Option<String> {
        let (parent, _) = name.rsplit_once('.')?;
        let prefix = alloc::format!("{parent}.");
        let words: Vec<&str> = self.under(&prefix).filter(|word| !word.contains('.')).collect();
        if words.is_empty() { None } else { Some(words.join(", ")) }
    }

    /// What stands between a prefix and a suffix in the key whose French or English name begins with a word:
    /// `bois` is `wood`.
    pub(crate) fn called(&self, word: &str, prefix: &str, suffix: &str) -> Option<String> {
        let word = plain(word);
        let called = |key: &&Key| {
            [&key.fr, &key.en]
                .into_iter()
                .any(|name| name.split(',').next().map(plain).as_ref() == Some(&word))
        };
        let of = |key: &Key| Some(key.name.strip_prefix(prefix)?.strip_suffix(suffix)?.to_string());
        self.rows.iter().filter(called).find_map(of)
    }
}
