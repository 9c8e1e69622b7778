//! Sums over the products of a footprint, each with the variance that their uncertain values give it.

use alloc::vec::Vec;

use crate::factor::split::Account;
use crate::ledger::footprint::Footprint;
use crate::ledger::product::Product;
use crate::number::mass::Mass;
use crate::uncertainty::interval::Sum;
use crate::uncertainty::loading::{Loading, Loadings};

/// The counted mass of each product, and the loadings in the order of their uncertain values.
pub(crate) struct Products<'a> {
    masses: Vec<Mass>,
    by_cause: Vec<&'a Loading>,
}

impl<'a> Products<'a> {
    /// Those of a footprint.
    pub(crate) fn of(footprint: &Footprint, loadings: &'a Loadings) -> Self {
        let mass = |product: &Product| {
            let slots = footprint.factor_of(product).into_iter().flat_map(|factor| factor.each_slot());
            let counted = slots.zip(&product.masses).filter(|(slot, _)| slot.account == Account::Counted);
            Mass::sum(counted.map(|(_, mass)| *mass)).unwrap_or_default()
        };
        let mut buckets: Vec<Vec<&Loading>> = Vec::new();
        buckets.resize_with(loadings.causes.len(), Vec::new);
        for loading in &loadings.all {
            if let Some(bucket) = buckets.get_mut(loading.cause) {
                bucket.push(loading);
            }
        }
        let masses = footprint.products.iter().map(mass).collect();
        Self { masses, by_cause: buckets.into_iter().flatten().collect() }
    }

    /// The sums of so many groups, of which each product belongs to one or to none.
    pub(crate) fn sums(&self, groups: usize, group_of: impl Fn(usize) -> Option<usize>) -> Vec<Sum> {
        let mut sums = alloc::vec![Sum::default(); groups];
        for (product, mass) in self.masses.iter().enumerate() {
            if let Some(sum) = group_of(product).and_then(|group| sums.get_mut(group)) {
                sum.mass = sum.mass.checked_add(*mass).unwrap_or_default();
                let gross = Mass::from_micrograms(mass.micrograms().saturating_abs());
                sum.gross = gross.and_then(|gross| sum.gross.checked_add(gross)).unwrap_or_default();
            }
        }
        let mut moved = alloc::vec![0.0_f64; groups];
        let mut touched = Vec::new();
        for of_cause in self.by_cause.chunk_by(|one, other| one.cause == other.cause) {
            for loading in of_cause {
                let product = usize::try_from(loading.product.0).ok();
                let Some(group) = product.and_then(&group_of) else { continue };
                if let Some(slot) = moved.get_mut(group) {
                    *slot += loading.value;
                    touched.push(group);
                }
            }
            for group in touched.drain(..) {
                if let Some((slot, sum)) = moved.get_mut(group).zip(sums.get_mut(group)) {
                    sum.variance += *slot * *slot;
                    *slot = 0.0;
                }
            }
        }
        sums
    }
}
