//! The JSON of a line of a summary.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::format::output::output;
use crate::ledger::footprint::Footprint;
use crate::ledger::line::LineTags;
use crate::ledger::position::LineAt;
use crate::reference::kind::Kind;
use crate::result::account::AccountMass;
use crate::wire::line::{Phase, Section, Status};

output! {
    /// A line of the footprint: its tags and its masses. What was priced, with which factor and why is in the footprint.
    pub struct FootprintLine {
        /// Its identifier.
        line: String,
        /// Its kind of activity.
        kind: Option<Kind> = optional,
        /// The section of the budget in which it is entered.
        section: Option<Section> = optional,
        /// The line of the budget that it accounts for; for a correction, that of the line that it corrects.
        budget_line: Option<String> = optional,
        /// The phase of the production.
        phase: Option<Phase> = optional,
        /// How certain it is.
        status: Option<Status> = optional,
        /// Its mass in each account in which it has one.
        masses: Vec<AccountMass>,
    }
}

impl FootprintLine {
    /// The lines, in one pass over the ledger.
    pub(crate) fn all(footprint: &Footprint) -> Vec<Self> {
        let mut entries = footprint.entries().peekable();
        let mut lines = Vec::with_capacity(footprint.lines.len());
        for (at, tags) in (0_u32..).map(LineAt).zip(&footprint.lines) {
            let mut line = Self::tagged(footprint, tags);
            while let Some(entry) = entries.next_if(|entry| entry.line == at) {
                match line.masses.iter_mut().find(|mass| mass.account == entry.account) {
                    Some(mass) => mass.kgco2e = mass.kgco2e.checked_add(entry.mass).unwrap_or_default(),
                    None => line.masses.push(AccountMass { account: entry.account, kgco2e: entry.mass }),
                }
            }
            lines.push(line);
        }
        lines
    }

    /// A line without its masses.
    fn tagged(footprint: &Footprint, tags: &LineTags) -> Self {
        let budget_line = tags.budget_line.and_then(|at| at.of(&footprint.production.budget.lines));
        Self {
            line: tags.id.to_string(),
            kind: tags.kind,
            section: tags.section,
            budget_line: budget_line.map(|line| line.id.to_string()),
            phase: tags.phase,
            status: tags.status,
            masses: Vec::new(),
        }
    }
}
