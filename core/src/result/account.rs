//! The JSON of the mass of an account.

use alloc::vec::Vec;

use crate::factor::split::Account;
use crate::format::output::output;
use crate::ledger::footprint::Footprint;
use crate::number::mass::Mass;
use crate::text::vocabulary::Term;

output! {
    /// The mass of an account.
    pub struct AccountMass {
        /// The account.
        account: Account,
        /// The mass in kgCO2e, exact.
        kgco2e: Mass,
    }
}

impl AccountMass {
    /// The total of every account of a footprint.
    pub(crate) fn totals(footprint: &Footprint) -> Vec<Self> {
        let all = Account::ALL.iter();
        all.map(|&account| Self { account, kgco2e: footprint.total(account) }).collect()
    }
}
