//! The interval in which a mass lies, as far as what was entered says.

use alloc::string::String;

use crate::format::output::{Output, output};
use crate::number::Exact;
use crate::number::display;
use crate::number::mass::Mass;
use crate::text::language::Language;
use crate::uncertainty::spread::{Spread, decimal};

output! {
    /// A mass, and the interval in which it lies in 95 of 100 cases as far as what was entered is uncertain: it says nothing
    /// of what is missing, of bias, or of the method.
    #[derive(Copy)]
    pub struct Interval {
        /// The mass of the ledger in kgCO2e, which is the median.
        kgco2e: Mass,
        /// The lower end in kgCO2e; absent if the mass is incomplete, or if nothing can be said.
        lower: Option<Mass> = optional,
        /// The upper end in kgCO2e.
        upper: Option<Mass> = optional,
        /// The square of the geometric standard deviation, by which the mass is divided and multiplied; absent where the mass is
        /// so near to zero that the interval lies symmetrically about it.
        gsd2: Option<Exact> = optional,
        /// Whether the mass is incomplete: the true one is at least this, and no interval is given.
        at_least: bool = or_default,
    }
}

impl Output for Interval {}

impl Interval {
    /// The mass as people read it, with its interval: `101 t (70 to 145)`, `at least 101 t` or `101 t`. Reports, pages and
    /// forms all use this.
    pub fn text(&self, language: Language) -> String {
        match self.lower.zip(self.upper) {
            Some((lower, upper)) => display::interval(self.kgco2e, lower, upper, language),
            None if self.at_least => {
                [language.pick("au moins ", "at least "), &display::mass(self.kgco2e, language)].concat()
            }
            None => display::mass(self.kgco2e, language),
        }
    }
}

/// A signed sum with what it takes to judge its spread.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sum {
    /// The sum.
    pub(crate) mass: Mass,
    /// The sum of the absolute masses.
    pub(crate) gross: Mass,
    /// The variance: the sum over the causes of the square of mass × spread, in kg².
    pub(crate) variance: f64,
}

impl Sum {
    /// Half of the width in kilograms, to the first order.
    fn half_width(self) -> f64 {
        libm::sqrt(self.variance.max(0.0))
    }

    /// Its relative spread; `None` where corrections leave less than half of what was counted.
    pub(crate) fn spread(self) -> Option<Spread> {
        let (net, gross) = (self.mass.micrograms().unsigned_abs(), self.gross.micrograms().unsigned_abs());
        let relative = net > 0 && net >= gross.saturating_sub(net);
        relative.then(|| Spread(self.half_width() / kilograms(self.mass).abs()))
    }

    /// Its interval.
    pub(crate) fn interval(self, at_least: bool) -> Interval {
        let none = Interval { kgco2e: self.mass, lower: None, upper: None, gsd2: None, at_least };
        if at_least || self.gross == Mass::ZERO {
            return none;
        }
        let Some(spread) = self.spread() else {
            let around = |half: f64| mass(kilograms(self.mass) + half);
            let half = self.half_width();
            return Interval { lower: around(-half), upper: around(half), ..none };
        };
        let Some(gsd2) = spread.gsd2() else { return none };
        let (near, far) =
            (kilograms(self.mass) / libm::exp(spread.0), kilograms(self.mass) * libm::exp(spread.0));
        let (lower, upper) = if near <= far { (near, far) } else { (far, near) };
        Interval { lower: mass(lower), upper: mass(upper), gsd2: Some(gsd2), ..none }
    }
}

/// A mass in kilograms, as a float.
pub(crate) fn kilograms(mass: Mass) -> f64 {
    mass.micrograms() as f64 / 1e9
}

/// Kilograms as a mass, to the nearest microgram.
fn mass(kilograms: f64) -> Option<Mass> {
    decimal(kilograms, 9).and_then(Mass::from_kilograms)
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use rust_decimal::Decimal;

    use super::*;

    fn sum(net: i128, gross: i128, half_width: f64) -> Sum {
        let of = |kilograms: i128| Mass::from_kilograms(Decimal::from(kilograms)).unwrap();
        let [mass, gross] = [net, gross].map(of);
        Sum { mass, gross, variance: half_width * half_width }
    }

    /// 50 of 100 is half: × and ÷ e^(10 ÷ 50) = 1.221402758160. 49 of 100 is less: 49 − 10 and 49 + 10.
    #[test]
    fn below_half_of_what_was_counted_the_interval_lies_about_the_mass() {
        let half = sum(50, 100, 10.0).interval(false);
        assert_eq!(half.gsd2.unwrap().0.to_string(), "1.221402758160");
        let less = sum(49, 100, 10.0).interval(false);
        let ends = [less.lower, less.upper].map(|end| end.unwrap().kilograms().to_string());
        assert_eq!((less.gsd2, ends), (None, ["39".into(), "59".into()]));
        // A sum of corrections alone is as wide on the other side.
        let below = sum(-50, 100, 10.0).interval(false);
        assert!(below.lower.unwrap() < below.kgco2e && below.kgco2e < below.upper.unwrap());
    }

    #[test]
    fn what_is_incomplete_or_says_nothing_has_no_interval() {
        let ends = |interval: Interval| (interval.lower, interval.upper, interval.gsd2, interval.at_least);
        assert_eq!(ends(sum(50, 50, 10.0).interval(true)), (None, None, None, true));
        assert_eq!(ends(sum(0, 0, 0.0).interval(false)), (None, None, None, false));
        // e^20 is 485 million: an interval of that width says nothing.
        assert_eq!(ends(sum(1, 1, 20.0).interval(false)), (None, None, None, false));
        assert_eq!(sum(50, 50, 10.0).interval(true).text(Language::Fr), "au moins 50\u{a0}kg");
    }
}
