//! Reading a stored result: JSON without repeated fields that has the form of a result.

use alloc::string::String;
use alloc::vec::Vec;

use crate::comparison::json_tree::JsonTree;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::location::Location;

/// What a stored result is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StoredKind {
    /// A footprint, which can be read back.
    Footprint,
    /// The summary of one.
    Summary,
}

/// Reads a stored result.
///
/// # Errors
/// A text that is not JSON, fields that are given twice, or JSON that is not a result as this version writes it.
pub(crate) fn read(bytes: &[u8]) -> Result<(JsonTree<'_>, StoredKind), Vec<Diagnostic>> {
    let problem = |problem| alloc::vec![Diagnostic::at(Location::Pointer(String::new()), problem)];
    let text = core::str::from_utf8(bytes)
        .map_err(|error| problem(Problem::InvalidUtf8 { byte: error.valid_up_to() as u64 }))?;
    let stored = JsonTree::read(text)?;
    let has = |field: &&str| stored.root().is_some_and(|root| root.field(field).is_some());
    let kind = match () {
        () if !["engine", "lines"].iter().all(has) => None,
        () if has(&"products") => Some(StoredKind::Footprint),
        // Before footprints could be read back, a summary listed the entries of the ledger as well.
        () => (has(&"totals") && !has(&"entries")).then_some(StoredKind::Summary),
    };
    let kind = kind.ok_or_else(|| problem(Problem::NotAResult {}))?;
    Ok((stored, kind))
}
