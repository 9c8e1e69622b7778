//! The cells of a column, as `compiled/cells.rs` of the core reads them.

use core::error::Error;
use std::collections::{HashMap, HashSet};

/// A column: its name, and the text of each row.
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) cells: Vec<String>,
}

/// Why something cannot be compiled.
type Failure = Box<dyn Error>;

/// The columns whose cells are compiled as numbers. Values of factors are smaller as texts: they repeat, and are of many
/// sizes.
const NUMBERS: [&str; 2] = ["latitude", "longitude"];

/// Writes a column: its name and its cells.
pub(crate) fn write(out: &mut Vec<u8>, columns: &[Column], at: usize) -> Result<(), Failure> {
    let Some(column) = columns.get(at) else { return Ok(()) };
    text(out, &column.name)?;
    let numbers: Option<Vec<Number>> = column.cells.iter().map(|cell| Number::read(cell)).collect();
    match numbers.filter(|_| NUMBERS.contains(&&*column.name)) {
        Some(written) => {
            let place = columns.iter().take(at).position(|column| column.name == "place");
            numbers_by(out, &written, place.and_then(|by| Some((by, columns.get(by)?))))
        }
        None => {
            // Neighbours in a table of sites are alike by name alone.
            let sites = columns.iter().any(|column| column.name == "latitude");
            texts(out, &column.cells, sites)
        }
    }
}

/// Writes a count: seven bits a byte, the lowest first.
pub(crate) fn count(out: &mut Vec<u8>, count: usize) -> Result<(), Failure> {
    let mut left = u32::try_from(count)?;
    while left >= 0x80 {
        out.push(u8::try_from(left & 0x7f)? | 0x80);
        left >>= 7;
    }
    out.push(u8::try_from(left)?);
    Ok(())
}

/// Writes a text: its length in bytes, and its bytes.
pub(crate) fn text(out: &mut Vec<u8>, text: &str) -> Result<(), Failure> {
    count(out, text.len())?;
    out.extend(text.as_bytes());
    Ok(())
}

/// Writes numbers byte by byte: the lowest of all, then the next of all.
fn planes(out: &mut Vec<u8>, numbers: &[u32]) {
    let most = numbers.iter().copied().max().unwrap_or_default();
    let width = [0xff, 0xffff, 0xff_ffff].iter().filter(|below| most > **below).count();
    out.extend([1, 2, 3, 4].get(width));
    for plane in 0..=width {
        out.extend(numbers.iter().filter_map(|number| number.to_le_bytes().get(plane).copied()));
    }
}

/// Writes texts; a text that is met again by its position, if few of them are new, or by how far back it is.
fn texts(out: &mut Vec<u8>, cells: &[String], by_position: bool) -> Result<(), Failure> {
    let distinct: HashSet<&String> = cells.iter().collect();
    let by_position = by_position && distinct.len() < cells.len().div_ceil(2);
    let (mut words, mut known, mut codes) = (Vec::<&str>::new(), HashMap::<&str, usize>::new(), Vec::new());
    for cell in cells {
        if cell.contains('\n') {
            return Err(format!("a record is one line, and has no {cell:?}").into());
        }
        let code = match known.get(cell.as_str()) {
            Some(at) if by_position => at.saturating_add(1),
            Some(at) => words.len().saturating_sub(*at),
            None => {
                known.insert(cell, words.len());
                words.push(cell);
                0
            }
        };
        codes.push(u32::try_from(code)?);
    }
    out.push(if by_position { 2 } else { 0 });
    count(out, words.len())?;
    let (mut before, mut differ) = ("", Vec::new());
    for word in words {
        let same = word.bytes().zip(before.bytes()).take_while(|(one, other)| one == other).count();
        let cut = (0..=u8::MAX).rev().filter(|at| usize::from(*at) <= same);
        let cut = cut.filter_map(|at| Some((at, word.split_at_checked(usize::from(at))?.1))).next();
        let (common, rest) = cut.unwrap_or((0, word));
        out.push(common);
        differ.push(rest);
        before = word;
    }
    text(out, &differ.join("\n"))?;
    planes(out, &codes);
    Ok(())
}

/// A number as it is written: its digits, and how many of them follow the point.
struct Number {
    digits: i64,
    places: u8,
}

impl Number {
    /// A text that is written so and in no other way: `-0.50`, but neither `.5` nor `00.5`.
    fn read(cell: &str) -> Option<Self> {
        let (whole, fraction) = cell.split_once('.').unwrap_or((cell, ""));
        let digits: i64 = [whole, fraction].concat().parse().ok()?;
        let places = u8::try_from(fraction.len()).ok().filter(|places| *places <= 18)?;
        let number = Self { digits, places };
        (number.text()? == cell).then_some(number)
    }

    fn text(&self) -> Option<String> {
        let places = usize::from(self.places);
        let digits = format!("{:0>width$}", self.digits.unsigned_abs(), width = places.saturating_add(1));
        let (whole, fraction) = digits.split_at_checked(digits.len().checked_sub(places)?)?;
        let sign = if self.digits < 0 { "-" } else { "" };
        let point = if fraction.is_empty() { "" } else { "." };
        Some([sign, whole, point, fraction].concat())
    }
}

/// Writes numbers as differences from what is expected after those before, or after those with the same text in a column.
fn numbers_by(out: &mut Vec<u8>, numbers: &[Number], by: Option<(usize, &Column)>) -> Result<(), Failure> {
    let places = numbers.iter().map(|number| number.places).max().unwrap_or_default();
    let least = numbers.iter().map(|number| number.places).min().unwrap_or_default();
    let ends_in_zero = |number: &Number| number.places > least && number.digits.checked_rem(10) == Some(0);
    out.extend([1, places]);
    if numbers.iter().any(ends_in_zero) {
        out.push(0);
        out.extend(numbers.iter().map(|number| places.saturating_sub(number.places)));
    } else {
        out.push(least.saturating_add(1));
    }
    count(out, by.map_or(0, |(at, _)| at.saturating_add(1)))?;
    let mut expected = HashMap::<&str, i64>::new();
    let mut differences = Vec::new();
    for (row, number) in numbers.iter().enumerate() {
        let group = by.and_then(|(_, column)| column.cells.get(row)).map_or("", String::as_str);
        let power = 10_i64.checked_pow(u32::from(places.saturating_sub(number.places)));
        let digits = power.and_then(|power| number.digits.checked_mul(power)).ok_or("too many digits")?;
        let difference = digits.saturating_sub(expected.get(group).copied().unwrap_or_default());
        let eighth = difference.checked_div(8).unwrap_or_default();
        expected.entry(group).and_modify(|known| *known = known.saturating_add(eighth)).or_insert(digits);
        let doubled = difference.unsigned_abs().saturating_mul(2);
        differences.push(u32::try_from(if difference < 0 { doubled.saturating_sub(1) } else { doubled })?);
    }
    planes(out, &differences);
    Ok(())
}
