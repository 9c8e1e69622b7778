//! The grades of the Bilan Carbone method, from 1 (very bad) to 5 (very good), for a datum or a factor.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::format::leaf::Leaf;
use crate::number::Number;
use crate::uncertainty::spread::Spread;
use crate::wire::Quality;

/// The GSD² that each grade of a characteristic adds, grade 1 first. Source: Bilan Carbone method v9, table in 4.4.2, from the
/// pedigree matrix of ecoinvent but for technical 4 and geographic 2.
const TECHNICAL: [f64; 5] = [2.0, 1.5, 1.2, 1.1, 1.0];
const GEOGRAPHIC: [f64; 5] = [1.1, 1.05, 1.02, 1.01, 1.0];
const TEMPORAL: [f64; 5] = [1.5, 1.2, 1.1, 1.03, 1.0];
const COMPLETENESS: [f64; 5] = [1.2, 1.1, 1.05, 1.02, 1.0];
const RELIABILITY: [f64; 5] = [1.5, 1.2, 1.1, 1.05, 1.0];

/// A grade of each characteristic, from 1 to 5.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grades {
    pub(crate) technical: usize,
    pub(crate) geographic: usize,
    pub(crate) temporal: usize,
    pub(crate) completeness: usize,
    pub(crate) reliability: usize,
}

impl Grades {
    /// Those of a line, if it states any: one that it leaves out is the worst.
    pub(crate) fn of(quality: &Quality) -> Option<Self> {
        let Quality { technical, geographic, temporal, completeness, reliability, .. } = quality;
        let grade = |grade: &Leaf<Number>| match grade.given() {
            Some(Number::Exact(grade)) => grade.to_usize(),
            _ => None,
        };
        let stated = [technical, geographic, temporal, completeness, reliability].map(grade);
        let [technical, geographic, temporal, completeness, reliability] =
            stated.map(|grade| grade.unwrap_or(1));
        let any = stated.iter().any(Option::is_some);
        any.then_some(Self { technical, geographic, temporal, completeness, reliability })
    }

    /// Those that the Bilan Carbone tool gives a factor by its half-width in percent: full marks for its reliability,
    /// and one grade for all else. Source: `services/importEmissionFactor/import.ts` of the tool at 949af9c.
    pub(crate) fn of_percent(percent: Option<Decimal>) -> Self {
        const GRADES: [(u32, usize); 4] = [(5, 5), (20, 4), (45, 3), (75, 2)];
        let of = |percent: Decimal| GRADES.iter().find(|(end, _)| percent < (*end).into());
        let grade = percent.map_or(3, |percent| of(percent).map_or(1, |(_, grade)| *grade));
        let [technical, geographic, temporal, completeness] = [grade; 4];
        Self { technical, geographic, temporal, completeness, reliability: 5 }
    }

    /// The spread of what has these grades.
    pub(crate) fn spread(self) -> Spread {
        let characteristics = [
            (TECHNICAL, self.technical),
            (GEOGRAPHIC, self.geographic),
            (TEMPORAL, self.temporal),
            (COMPLETENESS, self.completeness),
            (RELIABILITY, self.reliability),
        ];
        let of = |(table, grade): ([f64; 5], usize)| {
            let [worst, ..] = table;
            let gsd2 = grade.checked_sub(1).and_then(|at| table.get(at)).unwrap_or(&worst);
            Spread(libm::log(*gsd2))
        };
        Spread::combined(characteristics.map(of))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(spread: Spread, gsd2: f64) {
        let found = libm::exp(spread.0);
        assert!((found / gsd2 - 1.0).abs() < 1e-9, "{found} is not {gsd2}");
    }

    fn graded([technical, geographic, temporal, completeness, reliability]: [usize; 5]) -> Spread {
        Grades { technical, geographic, temporal, completeness, reliability }.spread()
    }

    /// From the tests of the Bilan Carbone tool at 949af9c: all missing; {completeness 4, geographic 3}; {4, 3, reliability
    /// 2, technical 1, temporal 5}.
    #[test]
    fn grades_spread_as_in_the_bilan_carbone_tool() {
        near(graded([1, 1, 1, 1, 1]), 2.516_356_601_259_095_4);
        near(graded([1, 3, 1, 4, 1]), 2.459_659_422_059_095);
        near(graded([1, 3, 5, 4, 2]), 2.048_835_397_669_546_6);
        assert_eq!(graded([5; 5]), Spread(0.0));
    }

    /// 80 %: √(ln²2 + ln²1.1 + ln²1.5 + ln²1.2) = 0.828963; the others alike, worked by hand for each grade.
    #[test]
    fn a_percentage_becomes_one_grade() {
        let of = |percent: u32| Grades::of_percent(Some(percent.into())).spread();
        for percent in [80, 100, 400] {
            near(of(percent), 2.290_942_482_465_455_4);
        }
        for percent in [60, 70] {
            near(of(percent), 1.579_775_677_111_255);
        }
        for percent in [20, 30] {
            near(of(percent), 1.236_595_991_908_091_3);
        }
        near(Grades::of_percent(None).spread(), 1.236_595_991_908_091_3);
        for percent in [5, 10] {
            near(of(percent), 1.107_627_003_137_061_9);
        }
        assert_eq!(of(4), Spread(0.0));
    }
}
