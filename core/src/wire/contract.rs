//! A contract of electricity, as entered.

use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::text::shared::Text;

record! {
    /// A contract by which electricity is bought, such as that of the studio or of the offices: what its supplier
    /// states, and what proves it.
    ///
    /// It prices the electricity of the lines that name it where a computation is market-based, and nothing else.
    pub struct Contract {
        /// Identifier, unique among the contracts.
        id: Leaf<Text> = "id" required,
        /// What a unit of energy emits, as the supplier states it for the mix that is sold.
        value: Leaf<Number> = "value" required,
        /// Its unit (`kgCO2e/kWh`).
        unit: Leaf<Text> = "unit" required,
        /// Who states it: the supplier, its offer, its year.
        source: Leaf<Text> = "source" required,
        /// What proves it: a cancelled guarantee of origin, the contract of purchase, by its number.
        evidence: Leaf<Text> = "evidence" required,
    }
}
