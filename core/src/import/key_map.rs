//! Key maps: which rows of a base serve which keys of the library.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::collection::name_map::NameIndex;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::problems::Problems;
use crate::factor::key::Keys;
use crate::factor::row::{Boundary, FactorStatus, rate};
use crate::factor::skipped::{SkipReason, Skipped};
use crate::factor::split::{Account, Gas, Part};
use crate::import::element::Element;
use crate::import::outcome::Import;
use crate::import::outliers;
use crate::import::parts::Parts;
use crate::number;
use crate::table::{Row, Table};
use crate::text::vocabulary::Term;

/// The columns of a key map, of which the first three are required.
const COLUMNS: &[&str] =
    &["id", "key", "row", "parts", "biogenic", "place", "boundary", "status", "name_fr", "name_en"];

impl Import {
    /// Assigns keys to the elements of the import by a key map, so that productions can use them.
    ///
    /// A key map is a table of `id`, `key` and `row`, and optionally `parts`, `biogenic`, `place`, `boundary`,
    /// `status`, `name_fr` and `name_en`. Each row assigns an identifier and keys to the element named by `row`; its
    /// other cells take precedence over the base. A row with `parts` and no `row` composes a factor from several
    /// rows: `combustion@1_1 upstream@2_1+2_2 contrails@3_1-1_1`. Each part or gas is the exact sum or difference of
    /// the rows that it names, and the factor is the sum of its parts. `biogenic` names rows in the same way.
    ///
    /// Rows that the import does not have are listed in [`Import::unserved`]: the sets after this one serve their
    /// keys. Factors with a negative value are listed there too: they get no key and are used only by a line that
    /// names them. Factors that lie far from the bundled ones of their family are among the [`Import::anomalies`].
    ///
    /// ```
    /// use claquette::{References, import};
    /// let base = "ID,Scope,Level 1,Level 2,Level 3,Level 4,Column Text,UOM,GHG/Unit,GHG Conversion Factor 2024\n\
    ///             1_1_1_8_1,Scope 1,Fuels,Liquid fuels,Diesel,,,litres,kg CO2e,2.5\n\
    ///             2_1_1_8_1,Scope 3,WTT- fuels,Liquid fuels,Diesel,,,litres,kg CO2e,0.6\n\
    ///             ,END,,,,,,,,\n";
    /// let map = "id,key,row,parts\n\
    ///            diesel,energy.generator.diesel,,combustion@1_1_1_8_1 upstream@2_1_1_8_1\n";
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let import = import::desnz("base.csv", base.as_bytes(), &references).unwrap();
    /// let import = import.with_keys("map.csv", map).unwrap();
    /// let references = references.with_set("DESNZ", &import.csv()).unwrap();
    /// assert_eq!(references.factor("diesel").unwrap().value.to_string(), "3.1");
    /// ```
    ///
    /// # Errors
    /// Every problem of the key map, each with its line and column.
    pub fn with_keys(mut self, file: &str, text: &str) -> Result<Self, Vec<Diagnostic>> {
        let mut problems = Problems::default();
        let table = Table::read(file, text, COLUMNS, 3, &mut problems);
        let rows: BTreeMap<String, usize> =
            self.elements.iter().enumerate().map(|(at, element)| (element.row.clone(), at)).collect();
        let base = Base { elements: &self.elements, rows: &rows, values: &self.values };
        let mut mapped = Vec::new();
        let mut unserved = Vec::new();
        let mut seen = NameIndex::default();
        for row in table.rows() {
            row.unique("id", &mut seen, &mut problems);
            match base.mapped(&row, &mut problems) {
                Some(Mapped::Element(mut element)) => {
                    if let Some(reason) = fit(&mut element, self.references.keys()) {
                        unserved.push(Skipped { line: row.line(), id: element.row.clone(), reason });
                    }
                    mapped.push(*element);
                }
                Some(Mapped::Missing(id)) => {
                    unserved.push(Skipped { line: row.line(), id, reason: SkipReason::NotInImport });
                }
                Some(Mapped::Apart(id)) => {
                    unserved.push(Skipped { line: row.line(), id, reason: SkipReason::OtherUnit });
                }
                None => {}
            }
        }
        if !problems.is_empty() {
            return Err(problems.finish());
        }
        // The first factor of a row replaces its element; further ones and composed ones are added at the end.
        let mut taken = BTreeSet::new();
        for element in mapped {
            let at =
                rows.get(&element.row).copied().filter(|at| !element.raw.is_empty() && !taken.contains(at));
            match at.and_then(|at| Some((at, self.elements.get_mut(at)?))) {
                Some((at, place)) => {
                    *place = element;
                    taken.insert(at);
                }
                None => self.elements.push(element),
            }
        }
        self.unserved.extend(unserved);
        outliers::thousandfold(&mut self);
        self.anomalies.sort_by_key(|anomaly| anomaly.line);
        Ok(self)
    }
}

/// The import in which a key map looks up its rows.
struct Base<'a> {
    elements: &'a [Element],
    rows: &'a BTreeMap<String, usize>,
    values: &'a BTreeMap<String, Decimal>,
}

/// The result of a row of a key map.
enum Mapped {
    Element(alloc::boxed::Box<Element>),
    /// A row that the import does not have.
    Missing(String),
    /// A row that is not in the unit of those that it is added to.
    Apart(String),
}

/// Leaves an element those keys of a map that it can serve, and says why it lost one: what one row of a later edition has in
/// another unit leaves the others of its base as they are.
fn fit(element: &mut Element, keys: &Keys) -> Option<SkipReason> {
    let asked = element.key.split_whitespace();
    let reason = match rate(&element.unit) {
        _ if element.key.is_empty() => return None,
        // Avoided emissions are not an activity: a key served by them would turn a burden into a credit.
        _ if element.account == Account::Avoided => SkipReason::Negative,
        _ if element.place.is_empty() && !element.unit.is_empty() => SkipReason::NoPlace,
        None => SkipReason::OtherUnit,
        Some((_, unit)) => {
            // A key that is not known is a problem of the map, which the reader of the set reports.
            let known = |key: &str| keys.get(keys.find(key)?);
            let fits = |key: &&str| known(key).is_none_or(|known| known.dimension() == unit.dimension());
            let kept: Vec<&str> = asked.clone().filter(fits).collect();
            if kept.len() == asked.count() {
                return None;
            }
            element.key = kept.join(" ");
            return Some(SkipReason::OtherUnit);
        }
    };
    element.key.clear();
    Some(reason)
}

impl Base<'_> {
    fn element(&self, row: &str) -> Option<&Element> {
        self.elements.get(*self.rows.get(row)?)
    }

    /// The element of a row of a key map, or the row that is missing; problems of the row are reported.
    fn mapped(&self, row: &Row<'_>, problems: &mut Problems) -> Option<Mapped> {
        let boundary = row.parse_optional("boundary", Boundary::parse, problems);
        let status = row.parse_optional("status", FactorStatus::parse, problems);
        let id = row.parse("id", |id| (!id.is_empty()).then(|| id.to_string()), problems)?;
        let (name, parts) = (row.get("row"), row.get("parts"));
        let mut element = match (name.is_empty(), parts.is_empty()) {
            (false, true) => match self.element(name) {
                Some(element) => element.clone(),
                None => return Some(Mapped::Missing(name.to_string())),
            },
            (true, false) => match self.composed(row, problems)? {
                Mapped::Element(element) => *element,
                other => return Some(other),
            },
            _ => {
                problems.push(row.problem("row", Problem::ChooseOne { fields: "row, parts" }));
                return None;
            }
        };
        if !row.get("biogenic").is_empty() {
            match self.sum(row.get("biogenic")) {
                Ok(sum) => element.biogenic = Some(sum),
                Err(missing) => return self.refused(row, "biogenic", missing, problems),
            }
        }
        let given = |column| Some(row.get(column)).filter(|cell| !cell.is_empty()).map(String::from);
        element.id = id;
        element.key = row.get("key").to_string();
        element.place = given("place").unwrap_or(element.place);
        element.name_fr = given("name_fr").unwrap_or(element.name_fr);
        element.name_en = given("name_en").unwrap_or(element.name_en);
        element.boundary = boundary.unwrap_or(element.boundary);
        element.status = status.map(|status| status.text().to_string()).unwrap_or_default();
        Some(Mapped::Element(alloc::boxed::Box::new(element)))
    }

    /// The factor that the items of `parts` compose.
    fn composed(&self, row: &Row<'_>, problems: &mut Problems) -> Option<Mapped> {
        let mut parts = Parts::default();
        let mut units: Vec<&Element> = Vec::new();
        for item in row.get("parts").split_whitespace() {
            let Some((part, gas, rows)) = split(item) else {
                problems.push(row.problem("parts", Problem::InvalidValue { value: item.to_string() }));
                return None;
            };
            let value = match self.sum(rows) {
                Ok(value) => value,
                Err(missing) => return self.refused(row, "parts", missing, problems),
            };
            if parts.add(part, gas, value).is_none() {
                return self.refused(row, "parts", None, problems);
            }
            units.extend(terms(rows).filter_map(|(_, name)| self.element(name)));
        }
        let (Some(first), Some(value)) = (units.first(), parts.total()) else {
            let value = row.get("parts").to_string();
            problems.push(row.problem("parts", Problem::InvalidValue { value }));
            return None;
        };
        if let Some(other) = units.iter().find(|element| element.source_unit != first.source_unit) {
            return Some(Mapped::Apart(other.row.clone()));
        }
        let element = Element {
            value,
            raw: String::new(),
            account: if value.is_sign_negative() { Account::Avoided } else { Account::Counted },
            biogenic: None,
            uncertainty: None,
            restricted: units.iter().any(|element| element.restricted),
            row: units.iter().map(|element| element.row.as_str()).collect::<Vec<_>>().join(" "),
            parts,
            ..(*first).clone()
        };
        Some(Mapped::Element(alloc::boxed::Box::new(element)))
    }

    /// The exact sum of the rows that an expression names. The error is the row that is missing, or `None` if the sum
    /// has too many digits.
    fn sum(&self, rows: &str) -> Result<Decimal, Option<String>> {
        let mut sum = Decimal::ZERO;
        for (minus, name) in terms(rows) {
            let value = *self.values.get(name).ok_or_else(|| Some(name.to_string()))?;
            let value = if minus { Decimal::ZERO.checked_sub(value).ok_or(None)? } else { value };
            sum = number::sum(sum, value).ok_or(None)?;
        }
        Ok(sum)
    }

    /// Returns a missing row, or reports a sum with too many digits.
    fn refused(
        &self,
        row: &Row<'_>,
        column: &str,
        missing: Option<String>,
        problems: &mut Problems,
    ) -> Option<Mapped> {
        if missing.is_none() {
            problems.push(row.problem(column, Problem::Overflow {}));
        }
        missing.map(Mapped::Missing)
    }
}

/// A part, optionally a gas of it, and its rows: `contrails/other@3_2-1_2`.
fn split(item: &str) -> Option<(Part, Option<Gas>, &str)> {
    let (name, rows) = item.split_once('@')?;
    match name.split_once('/') {
        Some((part, gas)) => Some((Part::parse(part)?, Some(Gas::parse(gas)?), rows)),
        None => Some((Part::parse(name)?, None, rows)),
    }
}

/// The rows of an expression, and whether each is subtracted.
fn terms(rows: &str) -> impl Iterator<Item = (bool, &str)> {
    let mut minus = false;
    rows.split_inclusive(['+', '-']).map(move |term| {
        let subtracted = minus;
        minus = term.ends_with('-');
        (subtracted, term.trim_end_matches(['+', '-']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_sums_and_differences() {
        let read = |rows: &'static str| terms(rows).collect::<Vec<_>>();
        assert_eq!(read("1_2"), [(false, "1_2")]);
        assert_eq!(read("a+b-c"), [(false, "a"), (false, "b"), (true, "c")]);
    }
}
