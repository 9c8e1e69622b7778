//! The cells of a column, in one of three forms.
//!
//! Texts (0 and 2): how many distinct ones there are; how many bytes each has in common with the one before; what they do
//! not have in common, separated by line feeds; and for each row 0 for the next text that has not been met yet, or else (0)
//! how many back from that one its text is, which is small where neighbours are alike, or (2) 1 + its position.
//!
//! Numbers (1): the decimal places of all of them; 0 and how many of these each is written without, or else 1 + how many
//! are left at least when each is written without the zeros at its end; 0, or 1 + the position of an earlier column; and for
//! each row the difference from what is expected. That is the first number, then moves by an eighth of each difference; it
//! is apart for each text of that column, since points of one country are near each other. Differences are doubled, and
//! negative ones are 1 less than that of their size.

use alloc::string::String;
use alloc::vec::Vec;

use crate::compiled::bytes::Bytes;
use crate::table::columns::{Cells, Words, Written};

/// The most decimal places.
const PLACES: u8 = 18;

/// Reads the cells of a column, after those of the columns before it.
pub(super) fn read(bytes: &mut Bytes<'_>, rows: usize, before: &[(String, Cells)]) -> Option<Cells> {
    match bytes.byte()? {
        0 => texts(bytes, rows, |met, back| met.checked_sub(back)),
        2 => texts(bytes, rows, |met, code| if code == 0 { Some(met) } else { code.checked_sub(1) }),
        1 => numbers(bytes, rows, before),
        _ => None,
    }
}

fn texts(
    bytes: &mut Bytes<'_>,
    rows: usize,
    position: impl Fn(usize, usize) -> Option<usize>,
) -> Option<Cells> {
    let count = bytes.count()?;
    let common = bytes.take(count)?;
    let mut differ = bytes.text()?.split('\n');
    let mut words = Words::with_capacity(count);
    for common in common {
        words.push(usize::from(*common), differ.next()?)?;
    }
    let mut met = 0_usize;
    let mut codes = bytes.planes(rows)?;
    for code in &mut codes {
        let at = position(met, usize::try_from(*code).ok()?).filter(|at| *at < count)?;
        met = met.max(at.saturating_add(1));
        *code = u32::try_from(at).ok()?;
    }
    Some(Cells::Words { words, codes })
}

fn numbers(bytes: &mut Bytes<'_>, rows: usize, before: &[(String, Cells)]) -> Option<Cells> {
    let places = bytes.byte().filter(|places| *places <= PLACES)?;
    let least = bytes.byte()?.checked_sub(1).map(u32::from);
    let without = if least.is_none() { bytes.take(rows)? } else { &[] };
    let (groups, group_of): (usize, &[u32]) = match bytes.count()?.checked_sub(1) {
        None => (1, &[]),
        Some(at) => match &before.get(at)?.1 {
            Cells::Words { words, codes } => (words.len(), codes),
            Cells::Numbers(_) => return None,
        },
    };
    let mut expected: Vec<Option<i64>> = alloc::vec![None; groups];
    let number = |(row, difference): (usize, u32)| {
        let group = usize::try_from(group_of.get(row).copied().unwrap_or_default()).ok()?;
        let expected = expected.get_mut(group)?;
        let half = i64::from(difference >> 1);
        let difference = if difference & 1 == 0 { half } else { half.checked_neg()?.checked_sub(1)? };
        let mantissa = expected.unwrap_or_default().checked_add(difference)?;
        *expected = Some(match *expected {
            Some(expected) => expected.checked_add(difference.checked_div(8)?)?,
            None => mantissa,
        });
        let mut written = Written { mantissa, places: places.into() };
        match least {
            Some(least) => while written.places > least && written.shorten() {},
            None => {
                for _ in 0..*without.get(row)? {
                    written.shorten().then_some(())?;
                }
            }
        }
        Some(written)
    };
    let numbers: Option<Vec<Written>> = bytes.planes(rows)?.into_iter().enumerate().map(number).collect();
    Some(Cells::Numbers(numbers?))
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn texts_are_met_in_their_order() {
        // "fr", and "france" with 2 bytes in common; rows: the next one, the next one, 2 back, 1 back.
        let bytes = [0, 2, 0, 2, 7, b'f', b'r', b'\n', b'a', b'n', b'c', b'e', 1, 0, 0, 2, 1];
        let cells = read(&mut Bytes::new(&bytes), 4, &[]).unwrap();
        let texts: Vec<&str> = (0..4).map(|row| cells.text(row).unwrap()).collect();
        assert_eq!(texts, ["fr", "france", "fr", "france"]);
        for (at, byte) in [(2, 1), (4, 200), (16, 3), (15, 0), (12, 0), (0, 3)] {
            let mut bytes = bytes;
            bytes[at] = byte;
            assert!(read(&mut Bytes::new(&bytes), 4, &[]).is_none(), "{at}");
        }
        // By position: the next one, the next one, the first, the second.
        let bytes = [2, 2, 0, 2, 7, b'f', b'r', b'\n', b'a', b'n', b'c', b'e', 1, 0, 0, 1, 2];
        let cells = read(&mut Bytes::new(&bytes), 4, &[]).unwrap();
        let texts: Vec<&str> = (0..4).map(|row| cells.text(row).unwrap()).collect();
        assert_eq!(texts, ["fr", "france", "fr", "france"]);
    }

    #[test]
    fn numbers_keep_how_they_are_written() {
        // 2 places: 1.50 is +150 → 300 (two bytes: 44, 1), then 1.4 is −10 → 19, and written without one place.
        let bytes = [1, 2, 0, 0, 1, 0, 2, 44, 19, 1, 0];
        let cells = read(&mut Bytes::new(&bytes), 2, &[]).unwrap();
        let written = |mantissa, places| Some(Written { mantissa, places });
        assert_eq!((cells.number(0), cells.number(1)), (written(150, 2), written(14, 1)));
        // Without three of two places; without two where the hundredths are not 0; by a column that is not there.
        for (at, byte) in [(4, 3), (3, 2), (5, 1), (1, 19), (6, 9)] {
            let mut bytes = bytes;
            bytes[at] = byte;
            assert!(read(&mut Bytes::new(&bytes), 2, &[]).is_none(), "{at}");
        }
        // Without the zeros at the end: 1.5 and 1.4; with two places at least, 1.50 and 1.40.
        let bytes = [1, 2, 1, 0, 2, 44, 19, 1, 0];
        let cells = read(&mut Bytes::new(&bytes), 2, &[]).unwrap();
        assert_eq!((cells.number(0), cells.number(1)), (written(15, 1), written(14, 1)));
        let bytes = [1, 2, 3, 0, 2, 44, 19, 1, 0];
        let cells = read(&mut Bytes::new(&bytes), 2, &[]).unwrap();
        assert_eq!((cells.number(0), cells.number(1)), (written(150, 2), written(140, 2)));
    }

    /// Each of two places has its own expected number.
    #[test]
    fn numbers_follow_those_of_the_same_text() {
        let mut words = Words::with_capacity(2);
        ["FR", "GB"].iter().for_each(|place| words.push(0, place).unwrap());
        let places = Cells::Words { words, codes: [0, 1, 0, 0].to_vec() };
        // 48 → 96; 51 → 102; 64 is 16 more than 48 → 32, so that 50 is expected; 49 is 1 less → 1.
        let bytes = [1, 0, 1, 1, 1, 96, 102, 32, 1];
        let cells = read(&mut Bytes::new(&bytes), 4, &[("place".into(), places)]).unwrap();
        let mantissas: Vec<i64> = (0..4).map(|row| cells.number(row).unwrap().mantissa).collect();
        assert_eq!(mantissas, [48, 51, 64, 49]);
    }
}
