//! The export of the Base Carbone of ADEME.
//!
//! Cells are separated by semicolons, numbers have a decimal comma, dates are day/month/year. A row of type `Elément`
//! is a factor; rows of type `Poste` follow it and are its parts. Gas columns are in kgCO2e, and `CO2b` is outside
//! the total. The code of a further gas is only in the row of the element, its values are in the rows of the parts.

pub(crate) mod building;
pub(crate) mod columns;
pub(crate) mod part;
pub(crate) mod place;
pub(crate) mod reader;
pub(crate) mod unit;

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::diagnostic::Diagnostic;
use crate::import::base_carbone::columns::Column;
use crate::import::base_carbone::reader::{Current, Reader};
use crate::import::outcome::Import;
use crate::import::sheet::{DecimalMark, Header, MOST_PROBLEMS, delimiter, whole};
use crate::import::{encoding, outliers};
use crate::reference::loaded::{hash, short};
use crate::reference::references::References;
use crate::table::csv::Records;

/// What each factor states as its source: of the same bytes always the same, wherever the file lies and whatever it is called.
fn source(bytes: &[u8]) -> String {
    format!("ADEME, Base Carbone, export {}, Licence Ouverte 2.0", short(&hash(bytes)))
}

/// Reads an export of the Base Carbone: the CSV as ADEME publishes it, in Windows-1252 or UTF-8.
///
/// Every valid emission factor is kept: 6,518 in V23.6. Archived rows and source data are skipped. A comma in a
/// number is always a decimal comma. A negative value goes into the account of avoided emissions: what waste
/// treatment avoids, and what forests take up. Places are looked up in the table of places. A file that was cut off
/// between two rows looks like a shorter one: compare the number of elements with that of the edition.
///
/// ```no_run
/// use claquette::{References, import};
/// let bytes = std::fs::read("Base_Carbone_V23.6.csv").unwrap();
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let import = import::base_carbone("Base_Carbone_V23.6.csv", &bytes, &references).unwrap();
/// let references = references.with_set("Base Carbone", &import.csv()).unwrap();
/// ```
///
/// # Errors
/// Whatever makes the whole file untrustworthy, each with line and column: another encoding, missing columns, an open
/// quote, an incomplete last row, rows of another length, formulas, values that are invalid in their column, an
/// element given twice, a part that is not next to its element. Nothing is imported in that case. Reading stops after
/// a thousand problems.
pub fn base_carbone(file: &str, bytes: &[u8], references: &References) -> Result<Import, Vec<Diagnostic>> {
    let text = encoding::text(file, bytes)?;
    let delimiter = delimiter(&text, Column::NAMES, b';');
    if let Some(problem) = whole(file, &text, delimiter) {
        return Err(alloc::vec![problem]);
    }
    let mut problems = Vec::new();
    let mut records = Records::new(&text, delimiter);
    let Some(header) = Header::find(file, &mut records, Column::NAMES, DecimalMark::Comma, &mut problems)
    else {
        return Err(problems);
    };
    let mut reader = Reader {
        places: references.places().names(),
        import: Import::new(source(bytes), references),
        seen: BTreeSet::new(),
        current: Current::None,
        newest: None,
    };
    for record in records {
        if problems.len() >= MOST_PROBLEMS {
            break;
        }
        match header.row(record, &mut problems) {
            Some(row) => reader.row(&row, &mut problems),
            None => reader.current = Current::Refused,
        }
    }
    reader.finish();
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut import = reader.import;
    import.unread = header.unread.clone();
    if let Some(newest) = reader.newest {
        outliers::expired(&mut import, newest);
    }
    outliers::duplicates(&mut import);
    import.anomalies.sort_by_key(|anomaly| anomaly.line);
    Ok(import)
}
