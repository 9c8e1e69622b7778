//! The JSON of a variance.

use alloc::string::String;
use alloc::vec::Vec;

use crate::comparison::variance::{Variance, VarianceRow};
use crate::factor::potentials::Gwp;
use crate::factor::split::Account;
use crate::format::output::{Output, output};
use crate::ledger::used::factor::UsedFactor;
use crate::number::Exact;
use crate::number::mass::Mass;
use crate::number::unit::Unit;

output! {
    /// The changes of an account from one footprint of a production to another. The differences of its rows sum to
    /// the difference of the totals.
    pub struct FootprintVariance {
        /// The account.
        account: Account,
        /// Its total before, in kgCO2e.
        before: Mass,
        /// Its total after, in kgCO2e.
        after: Mass,
        /// The total after minus the total before.
        difference: Mass,
        /// The changes, from the largest difference to the smallest.
        rows: Vec<FactorVariance>,
    }
}

output! {
    /// The effect of replacing one factor by another on the same quantities.
    pub struct FactorVariance {
        /// The factor before; absent if the lines were not priced.
        before: Option<VarianceFactor> = optional,
        /// The factor after; absent if the lines are not priced.
        after: Option<VarianceFactor> = optional,
        /// The number of products that it prices.
        products: u32,
        /// The mass before, in kgCO2e.
        kgco2e_before: Mass,
        /// The mass after, in kgCO2e.
        kgco2e_after: Mass,
        /// The mass after minus the mass before.
        difference: Mass,
    }
}

output! {
    /// A factor of a variance, in brief.
    pub struct VarianceFactor {
        /// Its identifier.
        id: String,
        /// Its French name.
        fr: String,
        /// Its English name.
        en: String,
        /// Its total, in the mass unit per the unit.
        value: Exact,
        /// The mass unit.
        mass: Unit,
        /// The unit that it is per.
        unit: Unit,
        /// Its year.
        year: Option<u32> = optional,
        /// The warming potentials that its gases were restated to, if they were.
        restated: Option<Gwp> = optional,
    }
}

impl FootprintVariance {
    /// Creates the output record of a variance.
    ///
    /// ```
    /// use claquette::output::{FootprintVariance, Output};
    /// use claquette::{Account, Limits, Options, References, Variance, check_json, compute};
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": [
    ///   {"id": "L1", "what": {"electricity": {"energy": {"value": "1000", "unit": "kWh"}}}}]}"#;
    /// let production = check_json(input, &references, &Limits::default()).production.unwrap();
    /// let footprint = compute(&production, &references, &Options::default()).unwrap();
    /// let variance = Variance::between(&footprint, &footprint, Account::Counted).unwrap();
    /// // 1,000 kWh × 0.0519 kgCO2e/kWh (Base Carbone 43642, France 2024)
    /// assert_eq!(
    ///     FootprintVariance::new(&variance).to_json(),
    ///     r#"{"account":"counted","before":"51.9","after":"51.9","difference":"0","rows":[]}"#
    /// );
    /// ```
    pub fn new(variance: &Variance) -> Self {
        Self {
            account: variance.account,
            before: variance.before,
            after: variance.after,
            difference: variance.difference,
            rows: variance.rows.iter().map(FactorVariance::new).collect(),
        }
    }
}

impl FactorVariance {
    fn new(row: &VarianceRow) -> Self {
        let factor = |factor: &Option<UsedFactor>| factor.as_ref().map(VarianceFactor::new);
        Self {
            before: factor(&row.before),
            after: factor(&row.after),
            products: row.products,
            kgco2e_before: row.mass_before,
            kgco2e_after: row.mass_after,
            difference: row.difference,
        }
    }
}

impl VarianceFactor {
    fn new(factor: &UsedFactor) -> Self {
        Self {
            id: factor.id.as_str().into(),
            fr: factor.fr.as_str().into(),
            en: factor.en.as_str().into(),
            value: factor.value,
            mass: factor.mass,
            unit: factor.unit,
            year: factor.year,
            restated: factor.restated_to,
        }
    }
}

impl Output for FootprintVariance {}
