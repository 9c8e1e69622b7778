//! Bars, which show a share in a text.

use alloc::string::String;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::number::decimal::times;

/// The longest bar, in characters.
const BAR: u32 = 30;

/// The bar of a share of what the longest one stands for: none for nothing or less, at least a short one for any other, and none
/// longer than that one, whatever the share.
pub(crate) fn bar(share: Decimal) -> String {
    let length = times(share.clamp(Decimal::ZERO, Decimal::ONE), BAR.into()).unwrap_or_default();
    let length = length.round_dp_with_strategy(0, RoundingStrategy::AwayFromZero);
    "█".repeat(usize::try_from(length).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 30 characters stand for the whole: a half has 15, a thousandth one, and what is more than the whole no more than it.
    #[test]
    fn a_bar_is_as_long_as_its_share_within_its_bounds() {
        let length = |share: &str| bar(crate::number::parse(share).expect("a number")).chars().count();
        let shares =
            ["1", "0.5", "0.001", "0", "-1", "1.000001", "100000000000000", "9999999999999999999999999999"];
        assert_eq!(shares.map(length), [30, 15, 1, 0, 0, 30, 30, 30]);
    }
}
