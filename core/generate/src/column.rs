//! The cells of a column, as `compiled/cells.rs` of the core reads them.

/// A column: its name, and the text of each row.
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) cells: Vec<String>,
}

/// The columns whose cells are compiled as numbers. Values of factors are smaller as texts: they repeat, and are of many
/// sizes.
const NUMBERS: [&str; 2] = ["latitude", "longitude"];

/// Writes a column: its name and its cells.
pub(crate) fn write(out: &mut Vec<u8>, columns: &[Column], at: usize) {
    let Some(column) = columns.get(at) else { return };
    text(out, &column.name);
    let numbers: Option<Vec<Number>> = column.cells.iter().map(|cell| Number::read(cell)).collect();
    match numbers.filter(|_| NUMBERS.contains(&&*column.name)) {
        Some(written) => {
            let place = columns.iter().take(at).position(|column| column.name == "place");
            numbers_by(out, &written, place.and_then(|by| Some((by, columns.get(by)?))));
        }
        None => {
            // Neighbours in a table of sites are alike by name alone.
            let sites = columns.iter().any(|column| column.name == "latitude");
            texts(out, &column.cells, sites);
        }
    }
}

/// Writes a count: seven bits a byte, the lowest first.
pub(crate) fn count(out: &mut Vec<u8>, count: usize) {
    let mut left = count;
    while left >= 0x80 {
        out.push((left & 0x7f) as u8 | 0x80);
        left >>= 7;
    }
    out.push(left as u8);
}

/// Writes a text: its length in bytes, and its bytes.
pub(crate) fn text(out: &mut Vec<u8>, text: &str) {
    count(out, text.len());
    out.extend(text.as_bytes());
}

/// Writes numbers byte by byte: the lowest of all, then the next of all.
fn planes(out: &mut Vec<u8>, numbers: &[u64]) {
    let most = numbers.iter().copied().max().unwrap_or_default();
    let width = (8 - most.leading_zeros() as usize / 8).max(1);
    assert!(width <= 4, "{most} has more than four bytes");
    out.push(width as u8);
    for plane in 0..width {
        out.extend(numbers.iter().map(|number| number.to_le_bytes()[plane]));
    }
}

/// Writes texts; a text that is met again by its position, if few of them are new, or by how far back it is.
fn texts(out: &mut Vec<u8>, cells: &[String], by_position: bool) {
    let distinct: std::collections::HashSet<&String> = cells.iter().collect();
    let by_position = by_position && distinct.len() * 2 < cells.len();
    let mut words: Vec<&str> = Vec::new();
    let mut known = std::collections::HashMap::new();
    let mut back = Vec::new();
    for cell in cells {
        assert!(!cell.contains('\n'), "a record is one line: {cell}");
        let met = words.len() as u64;
        match known.get(cell.as_str()) {
            Some(at) => back.push(if by_position { at + 1 } else { met - at }),
            None => {
                known.insert(cell.as_str(), met);
                words.push(cell);
                back.push(0);
            }
        }
    }
    out.push(if by_position { 2 } else { 0 });
    count(out, words.len());
    let (mut before, mut differ) = ("", Vec::new());
    for word in words {
        let same = word.bytes().zip(before.bytes()).take_while(|(one, other)| one == other).count();
        let common = (0..=same.min(255)).rev().find(|at| word.is_char_boundary(*at)).unwrap_or_default();
        out.push(common as u8);
        differ.push(&word[common..]);
        before = word;
    }
    text(out, &differ.join("\n"));
    planes(out, &back);
}

/// A number as it is written: its digits, and how many of them follow the point.
struct Number {
    digits: i64,
    places: u32,
}

impl Number {
    /// A text that is written so and in no other way: `-0.50`, but neither `.5` nor `00.5`.
    fn read(cell: &str) -> Option<Self> {
        let (whole, fraction) = cell.split_once('.').unwrap_or((cell, ""));
        let digits: i64 = [whole, fraction].concat().parse().ok()?;
        let number = Self { digits, places: fraction.len() as u32 };
        (number.places <= 18 && number.text() == cell).then_some(number)
    }

    fn text(&self) -> String {
        let places = self.places as usize;
        let digits = format!("{:0>width$}", self.digits.unsigned_abs(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        let sign = if self.digits < 0 { "-" } else { "" };
        if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
    }
}

/// Writes numbers as differences from what is expected after those before, or after those with the same text in a column.
fn numbers_by(out: &mut Vec<u8>, numbers: &[Number], by: Option<(usize, &Column)>) {
    let places = numbers.iter().map(|number| number.places).max().unwrap_or_default();
    out.extend([1, places as u8]);
    let least = numbers.iter().map(|number| number.places).min().unwrap_or_default();
    let ends_in_zero = |number: &Number| number.places > least && number.digits % 10 == 0;
    if numbers.iter().any(ends_in_zero) {
        out.push(0);
        out.extend(numbers.iter().map(|number| (places - number.places) as u8));
    } else {
        out.push(1 + least as u8);
    }
    count(out, by.map_or(0, |(at, _)| at + 1));
    let mut expected = std::collections::HashMap::new();
    let mut differences = Vec::new();
    for (row, number) in numbers.iter().enumerate() {
        let group = by.map_or("", |(_, column)| &*column.cells[row]);
        let digits = number.digits * 10_i64.pow(places - number.places);
        let difference = digits - expected.get(group).copied().unwrap_or_default();
        expected.entry(group).and_modify(|expected| *expected += difference / 8).or_insert(digits);
        let doubled = difference.unsigned_abs() * 2;
        differences.push(if difference < 0 { doubled - 1 } else { doubled });
    }
    planes(out, &differences);
}
