//! Budget, shooting days and crew, as typed: one figure, or dated ones.

use alloc::string::String;

use super::{Amount, Period};
use crate::number::Number;
use crate::wire::{Leaf, record};
use crate::words::words;

words! {
    /// Whether an amount of money includes value added tax.
    pub enum Vat {
        Excluded = "excluded", "hors taxes", "excluding VAT";
        Included = "included", "toutes taxes comprises", "including VAT";
        Unknown = "unknown", "non précisé", "not stated";
    }
}

record! {
    /// The budget of the production, or a part of it.
    pub struct Budget {
        /// The amount; its unit is a currency (`EUR`).
        amount: Leaf<Amount> = "amount" required,
        /// Whether the amount includes value added tax.
        vat: Leaf<Vat> = "vat",
        /// The year of its prices.
        year: Leaf<Number> = "year",
        /// When it is spent.
        period: Leaf<Period> = "period",
        /// What it is for.
        role: Leaf<String> = "role",
    }
}

record! {
    /// Shooting days of a unit, a place, a period.
    pub struct ShootingDays {
        /// How many days.
        days: Leaf<Number> = "days" required,
        /// When.
        period: Leaf<Period> = "period",
        /// Where: an ISO 3166 code.
        place: Leaf<String> = "place",
        /// Which unit.
        role: Leaf<String> = "role",
    }
}

record! {
    /// Persons of a crew in a role and a period.
    pub struct Crew {
        /// How many persons.
        persons: Leaf<Number> = "persons" required,
        /// When.
        period: Leaf<Period> = "period",
        /// In which role.
        role: Leaf<String> = "role",
    }
}
