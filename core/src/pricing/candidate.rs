//! Candidates: factors that a line may name if its key has none.

use alloc::string::String;
use alloc::vec::Vec;

use crate::collection::sorting::sorted;
use crate::factor::key::family_of;
use crate::factor::row::{Factor, FactorStatus};
use crate::reference::references::References;

/// The number of candidates suggested.
const MOST: usize = 3;

/// The identifiers of the factors nearest to a key that has none in a place and a year: those of the key in other
/// places, undated or doubtful, then those of its family, the first two words of the key; of these the usable,
/// then those of the place, then those of the nearest year.
pub(crate) fn candidates(
    references: &References,
    key: &str,
    place: &str,
    year: Option<u16>,
) -> Option<String> {
    let id = references.keys().find(key)?;
    let dimension = references.keys().get(id)?.dimension();
    let family = family_of(key);
    let is_of_family = |factor: &&Factor| {
        let mut keys = factor.keys.iter().filter_map(|id| references.keys().get(*id));
        factor.unit.dimension() == dimension && keys.any(|key| family_of(&key.name) == family)
    };
    let rank = |factor: &&Factor| {
        let years = factor.year.unwrap_or_default().abs_diff(year.unwrap_or(u16::MAX));
        (!factor.keys.contains(&id), factor.status != FactorStatus::Usable, factor.place != place, years)
    };
    let found: Vec<&Factor> = references.factors().filter(is_of_family).collect();
    let found = sorted(found, |one, other| rank(one).cmp(&rank(other)));
    let ids: Vec<&str> = found.iter().take(MOST).map(|factor| factor.id.as_str()).collect();
    if ids.is_empty() { None } else { Some(ids.join(", ")) }
}
