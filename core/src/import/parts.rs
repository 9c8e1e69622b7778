//! The parts and gases of an element, and their deviation from its total.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::factor::split::{Gas, Part};
use crate::number;
use crate::text::vocabulary::Term;

/// The parts and gases of an element: one sum for each, in the order of their first occurrence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts(Vec<(Part, Option<Gas>, Decimal)>);

impl Parts {
    /// Adds a value to a part, or to a gas of one; `None` if the sum has too many digits.
    pub(crate) fn add(&mut self, part: Part, gas: Option<Gas>, value: Decimal) -> Option<()> {
        match self.0.iter_mut().find(|item| (item.0, item.1) == (part, gas)) {
            Some(item) => item.2 = number::sum(item.2, value)?,
            None => self.0.push((part, gas, value)),
        }
        Some(())
    }

    /// The items.
    pub(crate) fn items(&self) -> impl Iterator<Item = &(Part, Option<Gas>, Decimal)> {
        self.0.iter()
    }

    /// The sum of the parts.
    pub(crate) fn total(&self) -> Option<Decimal> {
        let parts = self.0.iter().filter(|item| item.1.is_none());
        parts.map(|item| item.2).try_fold(Decimal::ZERO, number::sum)
    }

    /// The cell in the format of a set: `combustion=2.57 combustion/co2=2.55`. Zero values are omitted.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for (part, gas, value) in self.0.iter().filter(|item| !item.2.is_zero()) {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(part.text());
            if let Some(gas) = gas {
                text.push('/');
                text.push_str(gas.text());
            }
            text.push_str(&format!("={}", number::text(*value)));
        }
        text
    }

    /// The total and the sum of gases of each part that has gases; the total of the whole is that of the element.
    pub(crate) fn gas_sums(&self, whole: Decimal) -> Vec<(Decimal, Decimal)> {
        let mut sums: Vec<(Part, Decimal, Decimal)> = Vec::new();
        for &(part, gas, value) in self.items() {
            let total = if part == Part::Whole { whole } else { Decimal::ZERO };
            match (sums.iter_mut().find(|sum| sum.0 == part), gas) {
                (Some(sum), None) => sum.1 = value,
                (Some(sum), Some(_)) => sum.2 = number::sum(sum.2, value).unwrap_or(sum.2),
                (None, None) => sums.push((part, value, Decimal::ZERO)),
                (None, Some(_)) => sums.push((part, total, value)),
            }
        }
        let with_gases = sums.into_iter().filter(|sum| !sum.2.is_zero());
        with_gases.map(|(_, total, sum)| (total, sum)).collect()
    }
}

/// Whether a sum deviates from its total by more than half a percent, which rounding to three digits does not
/// explain.
pub(crate) fn is_apart(sum: Decimal, total: Decimal) -> bool {
    let gap = sum.checked_sub(total).map(|gap| gap.abs());
    let most = total.abs().checked_mul(Decimal::new(5, 3));
    match (gap, most) {
        (Some(gap), Some(most)) => gap > most,
        _ => true,
    }
}
