//! The axes along which a footprint is grouped.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use rust_decimal::Decimal;

use crate::factor::key::Post;
use crate::factor::split::{Account, Gas, Part};
use crate::ledger::footprint::Footprint;
use crate::ledger::position::{LineAt, PartAt};
use crate::ledger::product::Entry;
use crate::reference::kind::Kind;
use crate::text::language::Language;
use crate::text::printable::Printable;
use crate::text::unknown_term::UnknownTerm;
use crate::text::vocabulary::Term;
use crate::wire::line::{Phase, Section};

/// The sort order of a group along its axis, and its code.
pub(crate) type Rank = (u32, String);

/// An axis along which a footprint is grouped.
///
/// ```
/// use claquette::Axis;
/// assert_eq!(Axis::parse("label:unit"), Some(Axis::Label("unit".into())));
/// assert_eq!(Axis::parse("work").unwrap().to_string(), "work");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Axis {
    /// The accounts; a view is of one of them.
    Account,
    /// The fourteen posts of the result.
    Post,
    /// The eight sections of the budget.
    Section,
    /// The phases of the production.
    Phase,
    /// The countries.
    Country,
    /// The kinds of activity.
    Kind,
    /// The parts of the work; a line for several is shared among them.
    Work,
    /// The life-cycle parts.
    Part,
    /// The gases.
    Gas,
    /// The values of a label of the caller's own.
    Label(String),
}

/// The axes without a parameter, with their labels.
const NAMED: [(&str, Axis, &str, &str); 9] = [
    ("account", Axis::Account, "par compte", "by account"),
    ("post", Axis::Post, "par poste", "by post"),
    ("section", Axis::Section, "par section du devis", "by section of the budget"),
    ("phase", Axis::Phase, "par phase", "by phase"),
    ("country", Axis::Country, "par pays", "by country"),
    ("kind", Axis::Kind, "par type d’activité", "by kind of activity"),
    ("work", Axis::Work, "par partie de l’œuvre", "by part of the work"),
    ("part", Axis::Part, "par étape du cycle de vie", "by life-cycle part"),
    ("gas", Axis::Gas, "par gaz", "by gas"),
];

impl Axis {
    /// The axis of a name: `account`, `post`, `section`, `phase`, `country`, `kind`, `work`, `part`,
    /// `gas`, or `label:` and the name of a label.
    pub fn parse(text: &str) -> Option<Self> {
        let named = NAMED.iter().find(|(name, ..)| *name == text).map(|(_, axis, ..)| axis.clone());
        named.or_else(|| text.strip_prefix("label:").map(|label| Self::Label(label.to_string())))
    }

    /// The axis with a name, as `parse` accepts it.
    ///
    /// # Errors
    /// An unknown axis.
    pub fn named(text: &str) -> Result<Self, UnknownTerm> {
        let unknown = || {
            let names = NAMED.iter().map(|(name, ..)| *name);
            let allowed: Vec<_> = names.chain(["label: and the name of a label"]).collect();
            UnknownTerm::new("axis", text, &allowed)
        };
        Self::parse(text).ok_or_else(unknown)
    }

    /// The axes without a parameter.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMED.iter().map(|(_, axis, ..)| axis.clone())
    }

    /// The label in a language.
    pub fn title(&self, language: Language) -> String {
        match (self, NAMED.iter().find(|(_, axis, ..)| axis == self)) {
            (Self::Label(label), _) => {
                alloc::format!("{} « {} »", language.pick("par", "by"), Printable(label))
            }
            (_, Some((_, _, fr, en))) => language.pick(*fr, *en).to_string(),
            _ => String::new(),
        }
    }

    /// The group of an entry, unless a whole line is to be grouped at once.
    pub(crate) fn of_entry(&self, footprint: &Footprint, entry: &Entry) -> Option<Rank> {
        let line = footprint.tags(entry.line);
        let request = || footprint.request_at(entry.product);
        Some(match self {
            Self::Account => word(Some(entry.account)),
            Self::Post => word(request().and_then(|request| request.post)),
            Self::Section => word(line.and_then(|line| line.section)),
            Self::Phase => word(line.and_then(|line| line.phase)),
            Self::Kind => word(line.and_then(|line| line.kind)),
            Self::Part => word(Some(entry.part)),
            Self::Gas => word(Some(entry.gas)),
            Self::Country => {
                let places = &footprint.places;
                let place = request().and_then(|request| request.place?.of(places));
                text(place.and_then(|place| place.country.of(places)).map(|country| &*country.code))
            }
            Self::Label(name) => text(line.and_then(|line| line.labels.get(name))),
            Self::Work => return None,
        })
    }

    /// The groups that a line is shared among, and their weights.
    pub(crate) fn of_line(&self, footprint: &Footprint, line: LineAt) -> Vec<(Rank, Decimal)> {
        let shares = footprint.tags(line).map(|line| line.shares.as_slice()).unwrap_or_default();
        let ranks = shares.iter().filter_map(|share| {
            let part = share.part.of(&footprint.production.parts)?;
            Some(((share.part.0, part.id.to_string()), share.weight.0))
        });
        ranks.collect()
    }

    /// The label of a group.
    pub(crate) fn label(&self, footprint: &Footprint, (rank, group): &Rank, language: Language) -> String {
        let part = || PartAt(*rank).of(&footprint.production.parts);
        let country = || footprint.places.iter().find(|place| place.code == *group);
        if group.is_empty() {
            let nothing = match self {
                Self::Work => language.pick("l’œuvre entière", "the work as a whole"),
                _ => language.pick("non précisé", "not stated"),
            };
            return nothing.to_string();
        }
        fn of<T: Term>(group: &str, language: Language) -> Option<&'static str> {
            T::parse(group).map(|word| word.label(language))
        }
        let label = match self {
            Self::Account => of::<Account>(group, language),
            Self::Post => of::<Post>(group, language),
            Self::Section => of::<Section>(group, language),
            Self::Phase => of::<Phase>(group, language),
            Self::Kind => of::<Kind>(group, language),
            Self::Part => of::<Part>(group, language),
            Self::Gas => of::<Gas>(group, language),
            Self::Country => country().and_then(|place| place.name(language)),
            Self::Work => part().and_then(|part| part.title.as_deref()),
            Self::Label(_) => None,
        };
        label.unwrap_or(group).to_string()
    }
}

/// The name of the axis.
impl fmt::Display for Axis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, NAMED.iter().find(|(_, axis, ..)| axis == self)) {
            (Self::Label(label), _) => write!(f, "label:{label}"),
            (_, Some((name, ..))) => f.write_str(name),
            _ => Ok(()),
        }
    }
}

fn word<T: Term>(word: Option<T>) -> Rank {
    let rank = word.and_then(|word| T::ALL.iter().position(|known| *known == word));
    let rank = rank.and_then(|rank| u32::try_from(rank).ok()).unwrap_or(u32::MAX);
    (rank, word.map_or("", Term::text).to_string())
}

pub(crate) fn text(text: Option<&str>) -> Rank {
    (text.map_or(u32::MAX, |_| 0), text.unwrap_or("").to_string())
}
