//! Things by the piece, which costumes, furniture and equipment have in common.

use alloc::string::String;

use rust_decimal::Decimal;

use crate::diagnostic::catalogue::Problem;
use crate::field::line_check::LineCheck;
use crate::field::value::Count;
use crate::format::leaf::Leaf;
use crate::number;
use crate::number::Number;
use crate::pricing::demand::{StepName, Steps};
use crate::text::shared::Text;

/// Things of one kind: how many, and which part of their life.
pub(crate) struct Piece<'a> {
    /// The name of the field that says which thing, and what it says.
    pub(crate) what: (&'static str, &'a Leaf<Text>),
    /// What its key begins with.
    pub(crate) prefix: &'static str,
    pub(crate) pieces: &'a Leaf<Number>,
    pub(crate) days: &'a Leaf<Number>,
    pub(crate) life: &'a Leaf<Number>,
}

impl Piece<'_> {
    /// Asks for their making to be priced: all of it, or the part of days ÷ life.
    pub(crate) fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let (field, name) = self.what;
        let key = line.key_under(field, name, self.prefix, ".new");
        let pieces = line.count("pieces", self.pieces, Count::Whole);
        let part = self.part(line);
        let mut steps = Steps::given(StepName::Pieces, pieces?);
        if let Some((days, life)) = part? {
            steps.times(StepName::Days, days);
            steps.divided_by(StepName::Life, life);
        }
        line.demand(&key?, steps)
    }

    /// The days of use and those of a life; `None` if the whole piece counts.
    fn part(&self, line: &mut LineCheck<'_>) -> Option<Option<(Decimal, Decimal)>> {
        if self.days.is_absent() && self.life.is_absent() {
            return Some(None);
        }
        let days = line.needed_count("days", self.days, "life", Count::Any);
        let life = line.needed_count("life", self.life, "days", Count::Divisor);
        let (days, life) = (days?, life?);
        if days.abs() > life {
            let (value, maximum) = (number::text(days), number::text(life));
            line.report_in("days", Problem::TooLarge { value, maximum, unit: String::new() });
            return None;
        }
        Some(Some((days, life)))
    }
}
