//! Lines that follow from the calendar.

use claquette::output::Output;
use claquette::{check_json, propose};

use crate::check::GivenLimits;
use crate::error::{BorderError, refused};
use crate::references::References;

// A method of the tables, as `check` is.
#[uniffi::export]
impl References {
    /// The lines that follow from the calendar of a document, as JSON.
    pub(crate) fn propose(&self, document: Vec<u8>, limits: GivenLimits) -> Result<String, BorderError> {
        let checked = check_json(&document, self.tables(), &limits.most());
        match propose(&checked) {
            Some(proposal) => Ok(proposal.to_json()),
            None => Err(refused(checked.diagnostics, checked.omitted)),
        }
    }
}
