//! Statistics of factors: counts by key, place, year and source.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::factor::key::{Post, family_of};
use crate::factor::row::{Factor, FactorStatus};
use crate::reference::references::References;

/// Counts of factors.
///
/// ```
/// use claquette::{References, Statistics};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let statistics = Statistics::of(&references);
/// let grid = statistics.families.iter().find(|family| family.name == "energy.electricity").unwrap();
/// assert!(grid.places >= 120 && grid.years > 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statistics {
    /// All factors.
    pub factors: u32,
    /// Factors that serve at least one key.
    pub keyed: u32,
    /// Suspect and indicative factors, which serve no key.
    pub suspect: u32,
    /// The keys that exist.
    pub keys: u32,
    /// The keys that at least one usable factor serves, in any place.
    pub served: u32,
    /// The places that have a factor.
    pub places: u32,
    /// How many factors each source has, sorted by source.
    pub sources: Vec<(String, u32)>,
    /// How many factors each post has; a factor with several keys may be in several posts.
    pub posts: Vec<(Post, u32)>,
    /// The families of keys: the first two words of a key.
    pub families: Vec<Family>,
}

/// The factors whose keys begin with the same two words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// The two words, such as `transport.train`.
    pub name: String,
    /// How many factors it has.
    pub factors: u32,
    /// How many places they have.
    pub places: u32,
    /// How many years they have.
    pub years: u32,
}

impl Statistics {
    /// The statistics of all factors of all sets.
    pub fn of(references: &References) -> Self {
        let factors: Vec<&Factor> = references.factors().collect();
        let usable = |factor: &&&Factor| factor.status == FactorStatus::Usable;
        let mut sources: BTreeMap<&str, u32> = BTreeMap::new();
        let mut posts: BTreeMap<Post, u32> = BTreeMap::new();
        let mut families: BTreeMap<String, Vec<&Factor>> = BTreeMap::new();
        let mut served = BTreeSet::new();
        for factor in &factors {
            increment(sources.entry(&factor.source.name).or_default());
            let keys = factor.keys.iter().filter_map(|id| Some((*id, references.keys().get(*id)?)));
            let mut of_factor = (BTreeSet::new(), BTreeSet::new());
            for (id, key) in keys {
                of_factor.0.insert(key.post);
                of_factor.1.insert(family_of(&key.name).to_string());
                if factor.status == FactorStatus::Usable {
                    served.insert(id);
                }
            }
            of_factor.0.into_iter().for_each(|post| increment(posts.entry(post).or_default()));
            for family in of_factor.1 {
                families.entry(family).or_default().push(factor);
            }
        }
        Self {
            factors: count(factors.len()),
            keyed: count(factors.iter().filter(usable).filter(|factor| !factor.keys.is_empty()).count()),
            suspect: count(factors.iter().filter(|factor| factor.status != FactorStatus::Usable).count()),
            keys: count(references.keys().under("").count()),
            served: count(served.len()),
            places: count(factors.iter().map(|factor| &*factor.place).collect::<BTreeSet<_>>().len()),
            sources: sources.into_iter().map(|(name, count)| (name.to_string(), count)).collect(),
            posts: posts.into_iter().collect(),
            families: families.into_iter().map(|(name, factors)| Family::of(name, &factors)).collect(),
        }
    }
}

impl Family {
    fn of(name: String, factors: &[&Factor]) -> Self {
        let places: BTreeSet<&str> = factors.iter().map(|factor| &*factor.place).collect();
        let years: BTreeSet<Option<u16>> = factors.iter().map(|factor| factor.year).collect();
        Self { name, factors: count(factors.len()), places: count(places.len()), years: count(years.len()) }
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn increment(count: &mut u32) {
    *count = count.saturating_add(1);
}
