//! The JSON of a line that is left out.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::format::output::output;
use crate::ledger::footprint::Footprint;
use crate::result::told::Told;

output! {
    /// A line that is left out, and why.
    pub struct ExcludedLine {
        /// The line, by its identifier.
        line: String,
        /// Why it is not counted.
        reason: Told,
    }
}

impl ExcludedLine {
    /// The lines that a footprint leaves out.
    pub(crate) fn all(footprint: &Footprint) -> Vec<Self> {
        let excluded = footprint.excluded.iter().map(|excluded| Self {
            line: footprint.line_id(excluded.line).to_string(),
            reason: Told(excluded.reason.clone()),
        });
        excluded.collect()
    }
}
