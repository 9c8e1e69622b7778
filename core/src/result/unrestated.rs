//! The JSON of what could not be restated to other warming potentials.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::factor::split::Account;
use crate::format::output::output;
use crate::ledger::as_published::{Unrestated, UnrestatedReason};
use crate::ledger::footprint::Footprint;
use crate::number::mass::Mass;

output! {
    /// A mass that could not be restated to other warming potentials and stays as published.
    pub struct UnrestatedMass {
        /// The factor, by its identifier.
        factor: String,
        /// The set of the factor; absent for a factor stated by a line.
        set: Option<String> = optional,
        /// The account.
        account: Account,
        /// Why it could not be restated.
        reason: UnrestatedReason,
        /// The mass in kgCO2e, exact.
        kgco2e: Mass,
    }
}

impl UnrestatedMass {
    /// All that could not be restated, by factor and account.
    pub(crate) fn all(footprint: &Footprint) -> Vec<Self> {
        Unrestated::all(footprint).into_iter().filter_map(|one| Self::new(footprint, one)).collect()
    }

    fn new(footprint: &Footprint, one: Unrestated) -> Option<Self> {
        let Unrestated { factor, account, reason, mass } = one;
        let factor = factor.of(&footprint.factors)?;
        let set = factor.set.and_then(|set| set.of(&footprint.sets));
        Some(Self {
            factor: factor.id.to_string(),
            set: set.map(|set| set.name.to_string()),
            account,
            reason,
            kgco2e: mass,
        })
    }
}
