//! Prices: the value of money of one year and currency in another, from sourced tables.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::collection::name_map::{NameIndex, NameMap};
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::problems::Problems;
use crate::factor::source::{Source, Sources};
use crate::number;
use crate::number::unit::Money;
use crate::table::columns::Content;
use crate::table::{Row, Table};

/// The file of price indices by place.
pub(crate) const PRICE_INDEX: &str = "price-index.csv";
/// The file of exchange rates by currency.
pub(crate) const EXCHANGE_RATES: &str = "exchange-rates.csv";

/// The currency in which exchange rates are quoted.
pub(crate) const EURO: [u8; 3] = *b"EUR";

/// For how many years the last index stands for those that are not published.
const CARRIED: u16 = 3;

/// A row of a table of prices.
#[derive(Clone, Debug)]
pub(crate) struct Price {
    /// The file, the place or currency, and the year: `exchange-rates.csv USD 2023`.
    pub(crate) row: String,
    pub(crate) value: Decimal,
    pub(crate) source: Source,
}

/// The price index of a place for a year.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Level {
    /// The position of its row.
    pub(crate) at: u32,
    pub(crate) value: Decimal,
    /// The year of its row.
    pub(crate) last: u16,
    /// For how many years after that it stands.
    pub(crate) carried: u16,
}

/// The price indices of places and the exchange rates of currencies, year by year.
#[derive(Clone, Debug, Default)]
pub(crate) struct Prices {
    rows: Vec<Price>,
    /// The position of a row, by its file, its place or currency, and its year.
    at: NameIndex<'static>,
    /// The first and the last year of each file and place or currency.
    years: NameMap<'static, (u16, u16)>,
}

impl Prices {
    /// Reads both tables; a missing one has no rows.
    pub(crate) fn read(
        index: Option<Content<'_>>,
        rates: Option<Content<'_>>,
        sources: &Sources,
        problems: &mut Problems,
    ) -> Self {
        let mut prices = Self::default();
        let columns: &[&str] = &["place", "year", "value", "source"];
        if let Some(content) = index {
            let table = Table::read(PRICE_INDEX, content, columns, columns.len(), problems);
            table.rows().for_each(|row| prices.add(PRICE_INDEX, "place", &row, sources, problems));
        }
        let columns: &[&str] = &["currency", "year", "value", "source"];
        if let Some(content) = rates {
            let table = Table::read(EXCHANGE_RATES, content, columns, columns.len(), problems);
            table.rows().for_each(|row| prices.add(EXCHANGE_RATES, "currency", &row, sources, problems));
        }
        prices
    }

    fn add(
        &mut self,
        file: &'static str,
        column: &'static str,
        row: &Row<'_>,
        sources: &Sources,
        problems: &mut Problems,
    ) {
        let name = row.parse(column, |cell| (!cell.is_empty()).then(|| cell.to_string()), problems);
        let year = row.parse("year", |cell| cell.parse::<u16>().ok(), problems);
        let positive = |cell: &str| number::parse(cell).ok().filter(|value| *value > Decimal::ZERO);
        let value = row.parse("value", positive, problems);
        let source = sources.find(row.get("source"));
        if source.is_none() {
            problems.push(row.unknown("source", row.get("source"), sources.ids()));
        }
        let (Some(name), Some(year), Some(value), Some(source)) = (name, year, value, source) else { return };
        let id = format!("{file} {name} {year}");
        if self.at.enter(id.clone(), self.rows.len()).is_some() {
            problems.push(row.problem(column, Problem::DuplicateRow { id: id.clone() }));
        }
        if let Some((first, last)) = self.years.enter([file, " ", &name].concat(), (year, year)) {
            (*first, *last) = (year.min(*first), year.max(*last));
        }
        self.rows.push(Price { row: id, value, source: source.clone() });
    }

    /// The row at a position.
    pub(crate) fn get(&self, at: u32) -> Option<&Price> {
        self.rows.get(usize::try_from(at).ok()?)
    }

    /// The row of the year before that of a row.
    pub(crate) fn before(&self, at: u32) -> Option<&Price> {
        let (name, year) = self.get(at)?.row.rsplit_once(' ')?;
        let year = year.parse::<u16>().ok()?.checked_sub(1)?;
        self.rows.get(self.at.find(&format!("{name} {year}"))?)
    }

    /// The years that the tables have of what a conversion needs, for a message.
    pub(crate) fn known(&self, from: Money, into: Money, place: &str) -> Vec<String> {
        let mut known = Vec::new();
        if from.currency != into.currency {
            for money in [from, into].iter().filter(|money| money.currency != EURO) {
                known.extend(self.years(EXCHANGE_RATES, money.currency()));
            }
        }
        if from.year() != into.year() {
            known.extend(self.years(PRICE_INDEX, place));
        }
        known
    }

    /// The first and the last year of a place or currency in a file: `price-index.csv FR 2015–2024`.
    fn years(&self, file: &'static str, name: &str) -> Option<String> {
        let (first, last) = self.years.get(&[file, " ", name].concat())?;
        Some(format!("{file} {name} {first}–{last}"))
    }

    /// The price index of a place for a year, or the last one published before it.
    ///
    /// The last one stands for at most three years, and only where it changed by less than a tenth in its own year.
    pub(crate) fn level(&self, place: &str, year: u16) -> Option<Level> {
        let of = |year| self.find(PRICE_INDEX, place, year);
        if let Some((at, value)) = of(year) {
            return Some(Level { at, value, last: year, carried: 0 });
        }
        let (_, last) = *self.years.get(&[PRICE_INDEX, " ", place].concat())?;
        let carried = year.checked_sub(last).filter(|carried| *carried <= CARRIED)?;
        let ((at, value), (_, before)) = (of(last)?, of(last.checked_sub(1)?)?);
        let change = value.checked_sub(before)?.abs().checked_mul(Decimal::TEN)?;
        (change < before).then_some(Level { at, value, last, carried })
    }

    /// The row of a place or currency in a file for a year: its position and its value.
    pub(crate) fn find(&self, file: &'static str, name: &str, year: u16) -> Option<(u32, Decimal)> {
        let at = u32::try_from(self.at.find(&format!("{file} {name} {year}"))?).ok()?;
        Some((at, self.get(at)?.value))
    }
}
