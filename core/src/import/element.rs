//! An element: one factor of an imported base.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::factor::row::Boundary;
use crate::factor::split::Account;
use crate::import::parts::Parts;
use crate::number;
use crate::table::csv;
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// Why an element can be listed but not priced.
    pub enum UnpricedReason {
        Unit = "unit", "unité sans équivalent exact dans le format", "a unit without an exact equivalent in the format";
        Place = "place", "lieu sans code ISO 3166", "a place without an ISO 3166 code";
    }
}

/// One factor of an imported base, as its source gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its line in the file, from 1.
    pub line: u64,
    /// Its identifier in the source.
    pub row: String,
    /// Its identifier in the set: given by a key map, or composed of the base and the row.
    pub id: String,
    /// The keys given by a key map, separated by spaces.
    pub key: String,
    /// Its French name in the source, or empty.
    pub name_fr: String,
    /// Its English name in the source, or empty.
    pub name_en: String,
    /// The category of the source.
    pub category: String,
    /// The unit, as the source words it.
    pub source_unit: String,
    /// The unit of the format, such as `kgCO2e/kWh`; empty if there is no exact equivalent.
    pub unit: String,
    /// The place, as the source words it.
    pub location: String,
    /// The code of its place; empty if there is none.
    pub place: String,
    /// Its year.
    pub year: Option<u16>,
    /// The last year of validity stated by its source.
    pub valid_until: Option<u16>,
    /// The total, in the unit.
    pub value: Decimal,
    /// The text of the total in the source; empty for a composed element.
    pub raw: String,
    /// The account: counted, or avoided if the value is negative.
    pub account: Account,
    /// Biogenic CO2 released, outside the total.
    pub biogenic: Option<Decimal>,
    /// The part of the life cycle that it covers.
    pub boundary: Boundary,
    /// The uncertainty in percent.
    pub uncertainty: Option<Decimal>,
    /// Whether its source quotes a base whose values may not be redistributed.
    pub restricted: bool,
    /// The status given by a key map; empty for usable.
    pub(crate) status: String,
    /// Further texts of the source.
    pub(crate) note: String,
    pub(crate) parts: Parts,
}

impl Element {
    /// Why it can be listed but not priced; `None` if it can be.
    pub fn unpriced(&self) -> Option<UnpricedReason> {
        match (self.unit.is_empty(), self.place.is_empty()) {
            (true, _) => Some(UnpricedReason::Unit),
            (_, true) => Some(UnpricedReason::Place),
            _ => None,
        }
    }

    /// Its row in the format of a set of factors.
    pub(crate) fn write(&self, source: &str, out: &mut String) {
        let year = |year: Option<u16>| year.map(|year| year.to_string()).unwrap_or_default();
        let decimal = |value: Option<Decimal>| value.map(number::text).unwrap_or_default();
        // A row that may not be redistributed is used only by a line that names it.
        let status = if self.restricted { "suspect" } else { &self.status };
        let cells = [
            &*self.id,
            &*self.key,
            &*self.place,
            &*year(self.year),
            &*year(self.valid_until),
            &*self.unit,
            &*number::text(self.value),
            &*self.raw,
            &*self.parts.text(),
            &*decimal(self.biogenic),
            if self.account == Account::Counted { "" } else { self.account.text() },
            status,
            if self.boundary == Boundary::Unstated { "" } else { self.boundary.text() },
            &*decimal(self.uncertainty),
            source,
            &*self.row,
            &*self.name_fr,
            &*self.name_en,
            &*self.note,
        ];
        csv::write(out, cells);
    }
}

/// The columns of a row that [`Element::write`] writes, in its order.
pub(crate) const COLUMNS: [&str; 19] = [
    "id",
    "key",
    "place",
    "year",
    "valid_until",
    "unit",
    "value",
    "raw",
    "parts",
    "biogenic",
    "account",
    "status",
    "boundary",
    "uncertainty",
    "source",
    "source_row",
    "name_fr",
    "name_en",
    "note",
];

/// A name without doubled quotes, tabs, line ends and surrounding spaces.
pub(crate) fn tidy(text: &str) -> String {
    text.replace("\"\"", "\"").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Joins the texts that are not empty.
pub(crate) fn joined<'a>(texts: impl IntoIterator<Item = &'a str>, with: &str) -> String {
    let texts = texts.into_iter().map(tidy).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join(with)
}
