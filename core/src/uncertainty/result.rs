//! The uncertainty of a footprint on the wire.

use alloc::string::String;
use alloc::vec::Vec;

use crate::format::output::{Output, output};
use crate::number::Exact;
use crate::text::shared::Text;
use crate::uncertainty::cause::CauseKind;
use crate::uncertainty::family::FactorFamily;
use crate::uncertainty::interval::Interval;
use crate::uncertainty::measure::MeasureKind;
use crate::uncertainty::options::FactorSpread;

output! {
    /// How uncertain a footprint is by what was entered: analytic, to the first order, from the uncertainties of factors, data,
    /// proxies, assumptions and prices. What rests on one uncertain value varies together.
    ///
    /// It says nothing of what is missing, of bias, or of the method.
    pub struct FootprintUncertainty {
        /// How the uncertainty of a factor becomes a GSD².
        factor_spread: FactorSpread,
        /// The total.
        total: Interval,
        /// The GSD² of the total if each line varied by itself, as tools have it that ignore what lines share.
        independent_gsd2: Option<Exact> = optional,
        /// Per hour of content.
        per_hour: Option<Interval> = optional,
        /// The posts.
        posts: Vec<GroupInterval>,
        /// The sections of the budget.
        sections: Vec<GroupInterval>,
        /// The lines that have a mass or are left out.
        lines: Vec<LineInterval>,
        /// The uncertain values that weigh most in the total, by their share of its variance.
        causes: Vec<UncertaintyCause>,
        /// The share of all others.
        other_causes: Exact,
        /// What would narrow the total most.
        measures: Vec<UncertaintyMeasure>,
        /// The factors whose sources state no uncertainty, and what stands for it.
        assumed: Vec<AssumedSpread>,
        /// How many lines say nothing of the quality of their data; a default stands for it.
        unstated_lines: u32,
    }
}

output! {
    /// The interval of a group of an axis.
    pub struct GroupInterval {
        /// The code of the group; empty for what belongs to none.
        group: String,
        /// The French label.
        fr: String,
        /// The English label.
        en: String,
        /// The interval.
        interval: Interval,
    }
}

output! {
    /// The interval of a line.
    pub struct LineInterval {
        /// Its identifier.
        line: String,
        /// The interval.
        interval: Interval,
    }
}

output! {
    /// An uncertain value on which the total rests.
    pub struct UncertaintyCause {
        /// What it is.
        kind: CauseKind,
        /// Its name, unique within its kind; empty if there is only one.
        code: String,
        /// The French label.
        fr: String,
        /// The English label.
        en: String,
        /// Its share of the variance of the total.
        share: Exact,
        /// Whether a better datum, factor or choice would narrow it.
        reducible: bool,
        /// The GSD² of the total if it were known exactly.
        gsd2_without: Option<Exact> = optional,
    }
}

output! {
    /// What would narrow the total, for a line.
    pub struct UncertaintyMeasure {
        /// The identifier of the line.
        line: String,
        /// What to do.
        kind: MeasureKind,
        /// The share of the variance of the total that it takes away at most.
        share: Exact,
        /// The GSD² of the total then.
        gsd2: Option<Exact> = optional,
    }
}

output! {
    /// What stands for the uncertainty of a factor whose source states none.
    pub struct AssumedSpread {
        /// The identifier of the factor.
        factor: Text,
        /// Its family, whose median it takes.
        family: FactorFamily,
        /// The half-width in percent.
        percent: Exact,
    }
}

impl Output for FootprintUncertainty {}
