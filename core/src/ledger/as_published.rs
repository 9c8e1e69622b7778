//! The part of a footprint that could not be restated with other warming potentials.

use alloc::vec::Vec;

use crate::factor::split::{Account, Gas};
use crate::ledger::footprint::Footprint;
use crate::ledger::position::FactorAt;
use crate::ledger::product::Entry;
use crate::ledger::used::factor::UsedFactor;
use crate::number::mass::Mass;
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// Why something could not be restated to other warming potentials.
    pub enum UnrestatedReason {
        Undeclared = "undeclared", "la source ne dit pas ses potentiels", "the source states no potentials";
        Gases = "gases", "gaz inconnu, ou sans potentiel dans l’un des deux jeux", "the gas is unknown, or lacks a potential in one of the sets";
    }
}

/// The mass of a factor that stays as its source published it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unrestated {
    /// The factor, by its position in [`Footprint::factors`].
    pub factor: FactorAt,
    /// The account of the mass.
    pub account: Account,
    /// Why it could not be restated.
    pub reason: UnrestatedReason,
    /// The mass.
    pub mass: Mass,
}

impl Unrestated {
    /// All that could not be restated, by factor and account. CO2 needs no restating: it counts 1 in every set.
    pub fn all(footprint: &Footprint) -> Vec<Self> {
        let Some(set) = footprint.options.gwp.set() else { return Vec::new() };
        let mut all = Vec::new();
        for (at, factor) in (0_u32..).zip(&footprint.factors) {
            let reason = match factor.gwp.is_empty() {
                true => UnrestatedReason::Undeclared,
                false => UnrestatedReason::Gases,
            };
            all.extend(Account::ALL.iter().map(|account| Self {
                factor: FactorAt(at),
                account: *account,
                reason,
                mass: Mass::ZERO,
            }));
        }
        for entry in footprint.entries() {
            let Some(request) = footprint.request_at(entry.product) else { continue };
            let Some(factor) = request.factor.of(&footprint.factors) else { continue };
            let of_factor =
                usize::try_from(request.factor.0).ok().and_then(|at| at.checked_mul(Account::ALL.len()));
            let at = of_factor.and_then(|at| at.checked_add(entry.account.position()));
            if let Some(one) = at.and_then(|at| all.get_mut(at)).filter(|_| stays(factor, set, &entry)) {
                // The sum of all absolute masses can be counted.
                one.mass = one.mass.checked_add(entry.mass).unwrap_or_default();
            }
        }
        all.retain(|one| one.mass != Mass::ZERO);
        all
    }

    /// The sum in the account of counted emissions.
    pub(crate) fn counted(footprint: &Footprint) -> Mass {
        let all = Self::all(footprint).into_iter();
        let counted = all.filter(|one| one.account == Account::Counted);
        Mass::sum(counted.map(|one| one.mass)).unwrap_or_default()
    }
}

/// Whether a gas of a factor stays as it was published though it should be in another set.
fn stays(factor: &UsedFactor, set: &str, entry: &Entry) -> bool {
    !matches!(entry.gas, Gas::Co2 | Gas::Co2Biogenic)
        && factor.gwp != set
        && !factor.restated.iter().any(|one| one.part == entry.part && one.gas == entry.gas)
}
