//! Reading a stored result: JSON without repeated fields that has the form of a result.

use alloc::string::String;
use alloc::vec::Vec;

use crate::comparison::json_tree::JsonTree;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::location::Location;

/// Reads a stored result.
///
/// # Errors
/// A text that is not JSON, fields that are given twice, or JSON that is not a result.
pub(crate) fn read(bytes: &[u8]) -> Result<JsonTree<'_>, Vec<Diagnostic>> {
    let problem = |problem| alloc::vec![Diagnostic::at(Location::Pointer(String::new()), problem)];
    let text = core::str::from_utf8(bytes)
        .map_err(|error| problem(Problem::InvalidUtf8 { byte: error.valid_up_to() as u64 }))?;
    let stored = JsonTree::read(text)?;
    let has = |field: &&str| stored.root().is_some_and(|root| root.field(field).is_some());
    if ["engine", "totals", "lines"].iter().all(has) {
        Ok(stored)
    } else {
        Err(problem(Problem::NotAResult {}))
    }
}
