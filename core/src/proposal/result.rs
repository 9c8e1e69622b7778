//! The JSON of a proposal.

use alloc::string::String;
use alloc::vec::Vec;

use crate::format::output::{Output, output};
use crate::number::Exact;
use crate::reference::kind::Kind;
use crate::wire::line::Line;

output! {
    /// What follows from the calendar of a production and none of its lines counts yet.
    pub struct Proposal {
        /// The version of the format of results.
        format: u32,
        /// The engine and its version.
        engine: String,
        /// The lines that may be put among those of the production.
        lines: Vec<ProposedLine>,
        /// The lines for which the calendar does not say enough.
        open: Vec<OpenLine>,
        /// The people whom lines of the production count already.
        counted: Vec<CountedPeople>,
    }
}

output! {
    /// A line that follows from the calendar, and why.
    pub struct ProposedLine {
        /// The line, marked as derived.
        line: Line,
        /// What it counts, and for which people on which days, in French.
        fr: String,
        /// The same in English.
        en: String,
    }
}

output! {
    /// A line that the calendar would give if it said more.
    pub struct OpenLine {
        /// The identifier that the line would have.
        line: String,
        /// Its kind.
        kind: Kind,
        /// The people, by their id in the calendar.
        people: String,
        /// What is not said of them, each as a JSON pointer into the production.
        fields: Vec<String>,
    }
}

output! {
    /// People of the calendar whom a line counts already.
    pub struct CountedPeople {
        /// The people, by their id in the calendar.
        people: String,
        /// The kind that would have been proposed.
        kind: Kind,
        /// The line, or one of them.
        line: String,
        /// How much these lines count, of all people whom they count: meals, people × days, or rooms × nights.
        /// Nothing where one of them says it otherwise, as flats or money.
        typed: Option<Exact> = optional,
        /// How much the calendar gives for these people, if it says enough.
        planned: Option<Exact> = optional,
    }
}

impl Output for Proposal {}
