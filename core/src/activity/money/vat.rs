//! Value added tax in an amount of money.

use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// Whether an amount of money includes value added tax.
    pub enum Vat {
        Excluded = "excluded", "hors taxes", "excluding VAT";
        Included = "included", "toutes taxes comprises", "including VAT";
        Unknown = "unknown", "non précisé", "not stated";
    }
}
