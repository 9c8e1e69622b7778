//! How large the factors of a family are, and whether another one is as large: the test against slips of units.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::sync::Arc;

use rust_decimal::Decimal;

use crate::diagnostic::catalogue::Problem;
use crate::factor::key::{KeyId, Keys, Post};
use crate::factor::row::{Factor, FactorStatus};
use crate::factor::set::FactorSet;
use crate::number;
use crate::number::decimal::times;
use crate::number::unit::{Dimension, Unit};
use crate::text::shared::Text;

/// A factor is as large as its family up to ten times beyond it, either way.
const BEYOND: Decimal = Decimal::TEN;

/// The most that the largest factor of a family may be of the smallest for every slip of a thousand to show.
const SPREAD: Decimal = Decimal::ONE_HUNDRED;

/// The significant digits that people are shown.
const DIGITS: u32 = 6;

/// How large the bundled factors of a family are that measure the same and serve a key. A factor of another set, of a line
/// or of a contract is warned of if it is less than a tenth of the least or more than ten times the most.
///
/// ```
/// use claquette::References;
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let magnitudes = references.magnitudes();
/// let of = |family: &str, unit: &str| {
///     magnitudes.iter().find(|of| of.family == family && of.unit.to_string() == unit).unwrap()
/// };
/// assert!(of("food.meal", "meal").tells());
/// // A kilogram of propane or of sulphur hexafluoride: a slip may be another leak.
/// assert!(!of("energy.refrigerant", "kg").tells());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Magnitude {
    /// The first two words of their keys, or `spend` for money.
    pub family: String,
    /// The unit that they are per.
    pub unit: Unit,
    /// The smallest that is not zero, in kgCO2e per unit.
    pub least: Decimal,
    /// The largest, in kgCO2e per unit.
    pub most: Decimal,
    /// How many there are.
    pub factors: u32,
    /// The rows of the smallest and of the largest in the bundled set.
    pub(crate) rows: [u32; 2],
}

impl Magnitude {
    /// Whether they tell every slip of a thousand: the largest is at most a hundred times the smallest. In another family such a
    /// slip may lie within the bounds.
    pub fn tells(&self) -> bool {
        times(self.least, SPREAD).is_some_and(|bound| self.most <= bound)
    }
}

/// What factors are alike by: the family of their keys, or the post that they count in.
type Group = Result<Text, Post>;

/// The magnitudes of the bundled set, by family and by post, and by what they measure.
#[derive(Clone, Debug, Default)]
pub(crate) struct Magnitudes {
    keys: Arc<Keys>,
    groups: BTreeMap<(Group, Unit), Magnitude>,
}

impl Magnitudes {
    /// Those of the families of keys.
    pub(crate) fn families(&self) -> impl Iterator<Item = &Magnitude> {
        self.groups.iter().filter(|((group, _), _)| group.is_ok()).map(|(_, magnitude)| magnitude)
    }

    pub(crate) fn of(keys: &Arc<Keys>, bundle: &FactorSet) -> Self {
        let mut magnitudes = Self { keys: keys.clone(), groups: BTreeMap::new() };
        for (row, factor) in (0_u32..).zip(bundle.factors()) {
            let serves = factor.status == FactorStatus::Usable && factor.year.is_some();
            if let Some(size) = size(factor).filter(|_| serves) {
                magnitudes.add(row, factor, size);
            }
        }
        magnitudes
    }

    fn add(&mut self, row: u32, factor: &Factor, size: Decimal) {
        let unit = base(factor.unit);
        let keys = || factor.keys.iter().filter_map(|id| self.keys.get(*id));
        let groups = keys().map(|key| Ok(key.family().into())).chain(keys().map(|key| Err(key.post)));
        let groups: BTreeSet<Group> = groups.collect();
        for group in groups {
            let family = group.as_ref().map_or(String::new(), ToString::to_string);
            let magnitude = self.groups.entry((group, unit)).or_insert_with(|| Magnitude {
                family,
                unit,
                least: size,
                most: size,
                factors: 0,
                rows: [row, row],
            });
            magnitude.factors = magnitude.factors.saturating_add(1);
            let [least, most] = &mut magnitude.rows;
            if size < magnitude.least {
                (magnitude.least, *least) = (size, row);
            }
            if size > magnitude.most {
                (magnitude.most, *most) = (size, row);
            }
        }
    }

    /// What a factor is held against: the factors of the family of the key that it serves, or that have it among their
    /// own; if it has no key, those of the post that it counts in.
    pub(crate) fn about(
        &self,
        factor: &Factor,
        key: Option<KeyId>,
        post: Option<Post>,
    ) -> Option<&Magnitude> {
        let key = key.or_else(|| factor.keys.first().copied());
        let group = match (key, post) {
            (Some(key), _) => Ok(self.keys.get(key)?.family().into()),
            (None, Some(post)) => Err(post),
            (None, None) => return None,
        };
        self.groups.get(&(group, base(factor.unit)))
    }

    /// The least and the most of what a factor is held against, in its own unit, if it lies far from them.
    pub(crate) fn far(
        &self,
        factor: &Factor,
        key: Option<KeyId>,
        post: Option<Post>,
    ) -> Option<(Decimal, Decimal)> {
        let (about, size) = (self.about(factor, key, post)?, size(factor)?);
        let is_small = times(size, BEYOND).is_some_and(|beyond| beyond < about.least);
        let is_large = times(about.most, BEYOND).is_some_and(|beyond| size > beyond);
        if !(is_small || is_large) {
            return None;
        }
        let shown = |size: Decimal| {
            let (many, one) = factor.unit.undated().ratio_to(about.unit)?;
            let kilograms = times(size, many.into())?.checked_div(one.into())?;
            let value = Dimension::Emission.base().converted(kilograms, factor.mass)?;
            Some(value.round_sf(DIGITS)?.normalize())
        };
        Some((shown(about.least)?, shown(about.most)?))
    }

    /// The problem of a factor that lies far from what it is held against.
    pub(crate) fn problem(&self, factor: &Factor, key: Option<KeyId>, post: Option<Post>) -> Option<Problem> {
        let (least, most) = self.far(factor, key, post)?;
        let name = if factor.id.is_empty() { &factor.source.name } else { &factor.id };
        Some(Problem::FactorFar {
            factor: name.to_string(),
            value: number::text(factor.value),
            unit: [factor.mass.to_string(), factor.unit.to_string()].join("/"),
            least: number::text(least),
            most: number::text(most),
        })
    }
}

/// The base unit of what a unit measures; of money, one of its currency, whatever the year of its prices.
fn base(unit: Unit) -> Unit {
    match unit {
        Unit::Money(_) => unit.undated().ones(),
        Unit::Table(_) => unit.dimension().base(),
    }
}

/// The size of a factor in kgCO2e per base unit; `None` if it is zero.
fn size(factor: &Factor) -> Option<Decimal> {
    let kilograms = factor.mass.converted(factor.value.abs(), Dimension::Emission.base())?;
    let (many, one) = factor.unit.undated().ratio_to(base(factor.unit))?;
    let size = times(kilograms, one.into())?.checked_div(many.into())?;
    Some(size).filter(|size| !size.is_zero())
}
