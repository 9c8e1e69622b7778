//! Reading back a footprint, or what holds one.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::Location;
use crate::diagnostic::parameter::DocumentSort;
use crate::format::json::Limits;
use crate::format::json::field_name::FieldName;
use crate::format::json::reader::Reader;
use crate::format::leaf::Leaf;
use crate::format::output::FORMAT;
use crate::format::read::Read;
use crate::ledger::footprint::Footprint;
use crate::ledger::integrity;

impl Footprint {
    /// Reads a footprint from the JSON of one, without any tables: it has the same views, indicators, reports and
    /// comparisons as the one that was written.
    ///
    /// The masses are those that were written: [`audit`](crate::audit) prices them again. Footprints of older engines
    /// are read, and say by which engine they were computed.
    ///
    /// # Errors
    /// Whatever is no footprint: text that is no JSON, a newer format, fields that are missing, unknown or given twice,
    /// positions beyond their lists, lists of another length than their factor asks for, identifiers of lines that
    /// are given twice, products that are not in the order of their lines, limits that are exceeded, and masses
    /// whose sum is too large to be counted.
    ///
    /// ```
    /// use claquette::output::Output;
    /// use claquette::{Footprint, Language, Limits, Options, References, check_json, compute, report};
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
    ///   "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": "120000", "unit": "kWh"}}}}]}"#;
    /// let production = check_json(input, &references, &Limits::default()).production.unwrap();
    /// let footprint = compute(&production, &references, &Options::default()).unwrap();
    /// let stored = footprint.to_json();
    /// let read = Footprint::from_json(stored.as_bytes(), &Limits::default()).unwrap();
    /// assert_eq!(read, footprint);
    /// assert_eq!(report(&read, Language::Fr), report(&footprint, Language::Fr));
    /// ```
    pub fn from_json(json: &[u8], limits: &Limits) -> Result<Self, Vec<Diagnostic>> {
        document(json, limits, DocumentSort::Footprint, integrity::check)
    }
}

/// Reads a document that was stored: a footprint, or what holds one.
///
/// # Errors
/// A document of another sort, text that is no JSON, a newer format, fields that do not fit, limits that are exceeded, and what the check finds.
pub(crate) fn document<T: Read>(
    json: &[u8],
    limits: &Limits,
    sort: DocumentSort,
    check: impl FnOnce(&T, &mut Findings),
) -> Result<T, Vec<Diagnostic>> {
    let refused = |problem| alloc::vec![Diagnostic::at(Location::Pointer(String::new()), problem)];
    let text = limits.text(json).map_err(refused)?;
    let mut reader = Reader::of_footprint(text, *limits);
    let document = T::read(&mut reader);
    let (mut findings, whole) = reader.finish();
    if let Some(format) = other_format(text, *limits) {
        let problem = Problem::UnsupportedFormat { found: format.to_string(), supported: FORMAT };
        return Err(alloc::vec![Diagnostic::at(Location::Pointer("/format".to_string()), problem)]);
    }
    if let (Leaf::Given(document), true, false) = (document, whole, findings.failed()) {
        check(&document, &mut findings);
        if !findings.failed() {
            return Ok(document);
        }
    }
    if let Some(problem) = sort.instead(text) {
        return Err(refused(problem));
    }
    let (mut problems, omitted) = findings.finish();
    if omitted > 0 {
        problems.push(Diagnostic::at(
            Location::Pointer(String::new()),
            Problem::OtherProblems { count: omitted },
        ));
    }
    Err(problems)
}

/// The format of a document, if this engine doesn't know it, as one that is newer: nothing else of it can be judged.
fn other_format(text: &str, limits: Limits) -> Option<u32> {
    let mut reader = Reader::new(text, limits);
    let mut object = reader.open()?;
    reader.field(&mut object, &[FieldName::new("format")])?;
    match u32::read(&mut reader) {
        Leaf::Given(format) => Some(format).filter(|format| !is_known(*format)),
        Leaf::Absent | Leaf::Unreadable => None,
    }
}

/// Whether this engine reads a format.
pub(crate) fn is_known(format: u32) -> bool {
    (1..=FORMAT).contains(&format)
}
