//! The JSON of a proposal.

use alloc::string::String;
use alloc::vec::Vec;

use crate::format::output::{Output, output};
use crate::number::Exact;
use crate::reference::kind::Kind;
use crate::wire::line::Line;

output! {
    /// The lines that follow from the calendar of a production and that none of its lines counts yet.
    pub struct Proposal {
        /// The version of the format of results.
        format: u32,
        /// The engine and its version.
        engine: String,
        /// The lines that can be added to the production.
        lines: Vec<ProposedLine>,
        /// The lines for which the calendar does not say enough.
        open: Vec<OpenLine>,
        /// The people whom lines of the production already count.
        counted: Vec<CountedPeople>,
    }
}

output! {
    /// A line that follows from the calendar, and why.
    pub struct ProposedLine {
        /// The line, marked as derived.
        line: Line,
        /// What it counts, for whom and on which days, in French.
        fr: String,
        /// The same in English.
        en: String,
    }
}

output! {
    /// A line that lacks a number of the calendar.
    pub struct OpenLine {
        /// The identifier that the line would have.
        line: String,
        /// Its kind.
        kind: Kind,
        /// The people, by their id in the calendar.
        people: String,
        /// The missing fields, as JSON pointers into the production.
        fields: Vec<String>,
    }
}

output! {
    /// People of the calendar whom a line already counts.
    pub struct CountedPeople {
        /// The people, by their id in the calendar.
        people: String,
        /// The kind that would have been proposed.
        kind: Kind,
        /// The line, or one of them.
        line: String,
        /// How much these lines count for everyone that they cover: meals, people × days, or rooms × nights. Absent
        /// if one of them states it otherwise, such as a flat or an amount of money.
        typed: Option<Exact> = optional,
        /// How much the calendar gives for these people, if it states enough.
        planned: Option<Exact> = optional,
    }
}

impl Output for Proposal {}
