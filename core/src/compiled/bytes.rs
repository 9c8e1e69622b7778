//! Bytes that are read one after the other; what is not there is `None`.

use alloc::vec::Vec;

/// The bytes that are left.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The next bytes.
    pub(super) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, left) = self.0.split_at_checked(count)?;
        self.0 = left;
        Some(taken)
    }

    /// The next byte.
    pub(super) fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    /// A count: seven bits a byte, the lowest first; the last byte is below 128.
    pub(super) fn count(&mut self) -> Option<usize> {
        let mut count = 0_usize;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            count |= usize::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(count);
            }
        }
        None
    }

    /// A text: its length in bytes, and its bytes.
    pub(super) fn text(&mut self) -> Option<&'a str> {
        let length = self.count()?;
        core::str::from_utf8(self.take(length)?).ok()
    }

    /// Numbers of up to four bytes each: first the lowest byte of all of them, then the next one of all of them. So bytes
    /// that are alike stand together, and compress.
    pub(super) fn planes(&mut self, count: usize) -> Option<Vec<u32>> {
        let width = self.byte().filter(|width| (1..=4).contains(width))?;
        let mut numbers: Vec<u32> = self.take(count)?.iter().map(|byte| u32::from(*byte)).collect();
        for plane in 1..u32::from(width) {
            let shift = plane.checked_mul(8)?;
            for (number, byte) in numbers.iter_mut().zip(self.take(count)?) {
                *number |= u32::from(*byte).wrapping_shl(shift);
            }
        }
        Some(numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_there_and_no_more() {
        // 0xac 0x02 is 0b10_0101100 = 300.
        let mut bytes = Bytes::new(&[0xac, 0x02, 2, b'o', b'k', 2, 1, 2, 0, 1, 7]);
        assert_eq!((bytes.count(), bytes.text()), (Some(300), Some("ok")));
        // Two numbers of two bytes: 1 + 0 × 256, and 2 + 1 × 256.
        assert_eq!(bytes.planes(2).unwrap(), [1, 258]);
        assert_eq!((bytes.byte(), bytes.byte(), bytes.is_empty()), (Some(7), None, true));
        assert_eq!(Bytes::new(&[0xff; 9]).count(), None);
        assert_eq!(Bytes::new(&[9, b'x']).text(), None);
        assert_eq!(Bytes::new(&[2, 0xff, 0xff]).text(), None);
        assert!(Bytes::new(&[5; 99]).planes(2).is_none());
        assert!(Bytes::new(&[1; 99]).planes(usize::MAX).is_none());
    }
}
