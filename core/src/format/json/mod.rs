//! Reading JSON in one pass straight into the wire types, with all problems reported at once.

pub(crate) mod field_name;
pub(crate) mod reader;
pub(crate) mod scanner;

use core::str::Utf8Error;

use crate::diagnostic::catalogue::Problem;

/// How large an input may be.
///
/// ```
/// use claquette::Limits;
/// let limits = Limits { bytes: 1_000_000, ..Limits::default() };
/// assert_eq!(limits.depth, 32);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of a document: 64 MiB by default, some 150,000 lines of activity.
    pub bytes: u64,
    /// The most nested levels: 32 by default. The format itself needs twelve. More than 64 are never read, so that no
    /// document exhausts the stack of the host.
    pub depth: u32,
    /// The most items of all lists of a document together, fields without a place included: 1,000,000 by default. Large
    /// items are bounded before, by their memory: some 285,000 lines of activity, or as many in proportion where more
    /// than 1,000,000 items are allowed. A stored footprint may have sixteen times as many: each line has a product, its
    /// terms and its masses.
    pub items: u32,
    /// The most errors and the most warnings that are kept, 1,000 of each by default. The others are counted.
    pub problems: u32,
}

impl Limits {
    /// The given limits, or else the defaults.
    ///
    /// ```
    /// use claquette::Limits;
    /// assert_eq!(Limits::given(None, None, None, None), Limits::default());
    /// ```
    pub fn given(bytes: Option<u64>, depth: Option<u32>, items: Option<u32>, problems: Option<u32>) -> Self {
        let usual = Self::default();
        Self {
            bytes: bytes.unwrap_or(usual.bytes),
            depth: depth.unwrap_or(usual.depth),
            items: items.unwrap_or(usual.items),
            problems: problems.unwrap_or(usual.problems),
        }
    }
}

impl Limits {
    /// The text of a document.
    ///
    /// # Errors
    /// It is too large, or no text.
    pub(crate) fn text<'a>(&self, bytes: &'a [u8]) -> Result<&'a str, Problem> {
        if bytes.len() as u64 > self.bytes {
            return Err(Problem::InputTooLarge { bytes: bytes.len() as u64, limit: self.bytes });
        }
        let invalid = |error: Utf8Error| Problem::InvalidUtf8 { byte: error.valid_up_to() as u64 };
        core::str::from_utf8(bytes).map_err(invalid)
    }
}

/// The most nested levels that are ever read: half of what fits a stack of 128 kB in a build without optimisation.
const DEEPEST: u32 = 64;

/// What the items of a document may still take.
///
/// Two bytes of a document can be an item of a thousand: without this bound, a small document would exhaust the memory
/// of the host.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    limit: u64,
    items: u64,
    bytes: u64,
}

/// The memory that items may take: so many bytes for each that is allowed, but never less than for the default limit.
const BYTES_OF_AN_ITEM: u64 = 256;

/// How many items a stored footprint may have for each that a production may have.
const ITEMS_OF_A_LINE: u64 = 16;

impl Room {
    /// What all items of a document may take.
    pub(crate) fn of(limits: Limits) -> Self {
        let limit = u64::from(limits.items);
        let bytes = limit.max(Limits::default().items.into()).saturating_mul(BYTES_OF_AN_ITEM);
        Self { limit, items: limit, bytes }
    }

    /// What all items of a stored footprint may take: each line has a product, its terms and its masses.
    pub(crate) fn of_footprint(limits: Limits) -> Self {
        let limit = u64::from(limits.items).saturating_mul(ITEMS_OF_A_LINE);
        Self { limit, items: limit, ..Self::of(limits) }
    }

    /// Takes the room of an item of a size in memory.
    ///
    /// # Errors
    /// There is none left; how many items there was room for.
    pub(crate) fn take(&mut self, size: usize) -> Result<(), u64> {
        let left = self.items.checked_sub(1).zip(self.bytes.checked_sub(size as u64));
        let (items, bytes) = left.ok_or(self.limit.saturating_sub(self.items))?;
        (self.items, self.bytes) = (items, bytes);
        Ok(())
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, depth: 32, items: 1_000_000, problems: 1_000 }
    }
}
