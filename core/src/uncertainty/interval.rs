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
        /// The mass of the ledger, which is the median.
        mass: Mass,
        /// The lower end; absent if the mass is incomplete, or if nothing can be said.
        lower: Option<Mass> = optional,
        /// The upper end.
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
            Some((lower, upper)) => display::interval(self.mass, lower, upper, language),
            None if self.at_least => {
                [language.pick("au moins ", "at least "), &display::mass(self.mass, language)].concat()
            }
            None => display::mass(self.mass, language),
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
        let none = Interval { mass: self.mass, lower: None, upper: None, gsd2: None, at_least };
        if at_least || self.gross == Mass::ZERO {
            return none;
        }
        let Some(spread) = self.spread() else {
            let around = |half: f64| mass(kilograms(self.mass) + half);
            let half = self.half_width();
            return Interval { lower: around(-half), upper: around(half), ..none };
        };
        let Some(gsd2) = spread.gsd2() else { return none };
        let (near, far) = (kilograms(self.mass) / libm::exp(spread.0), kilograms(self.mass) * libm::exp(spread.0));
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
