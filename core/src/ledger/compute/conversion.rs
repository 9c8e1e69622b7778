//! From the unit of a demand into that of a factor.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::diagnostic::catalogue::Problem;
use crate::factor::key::KeyId;
use crate::factor::row::Factor;
use crate::ledger::compute::Computation;
use crate::number::unit::Unit;
use crate::pricing::demand::{Demand, Step, conversion};
use crate::pricing::resolve::Resolution;

impl Computation<'_> {
    /// The steps from the unit of a demand into that of a factor: a conversion, and before it the rebasing of
    /// money where the tables of prices have what it needs.
    pub(crate) fn conversions(&self, demand: &Demand, factor: &Factor) -> Option<Vec<Step>> {
        if demand.unit.ratio_to(factor.unit).is_some() {
            return Some(conversion(demand.unit, factor.unit).into_iter().collect());
        }
        let (Unit::Money(from), Unit::Money(into)) = (demand.unit, factor.unit) else { return None };
        let mut steps = self.references.prices().rebase(from, into, self.country(factor))?;
        steps.extend(conversion(from.of(into.currency, into.year()?), factor.unit));
        Some(steps)
    }

    /// The country whose prices a factor is at.
    pub(crate) fn country(&self, factor: &Factor) -> &str {
        let places = self.references.places();
        factor.place_id.map_or("", |place| places.code(places.country(place)))
    }

    /// The units of money in which there are factors where one was found.
    pub(crate) fn price_units(&self, id: KeyId, found: Resolution, factor: &Factor) -> Vec<String> {
        let Some((set, place)) = self.references.set(found.set).zip(factor.place_id) else {
            return alloc::vec![factor.unit.to_string()];
        };
        let rows = set.candidates(id, place).filter_map(|(_, row)| set.get(row));
        let units: Vec<Unit> = rows.map(|factor| factor.unit).collect();
        let mut texts: Vec<String> = units.iter().map(ToString::to_string).collect();
        texts.dedup();
        texts
    }

    /// What is wrong where no conversion leads from a demand to a factor: of money, which prices there are; of
    /// anything else, the unit.
    pub(crate) fn other_unit(&self, demand: &Demand, factor: &Factor, mut available: Vec<String>) -> Problem {
        let unit = demand.unit.to_string();
        if let (Unit::Money(from), Unit::Money(into)) = (demand.unit, factor.unit) {
            available.extend(self.references.prices().known(from, into, self.country(factor)));
            return Problem::PriceYear { unit, available: available.join(", ") };
        }
        Problem::FactorUnit { factor: factor.id.clone(), unit: factor.unit.to_string(), expected: unit }
    }
}
