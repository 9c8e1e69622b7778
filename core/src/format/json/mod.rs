//! Reading JSON in one pass straight into the wire types, with all problems reported at once.

pub(crate) mod reader;
pub(crate) mod scanner;

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
    /// The most items of a list: 1,000,000 by default.
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

/// The most nested levels that are ever read: half of what fits a stack of 128 kB in a build without optimisation.
const DEEPEST: u32 = 64;

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, depth: 32, items: 1_000_000, problems: 1_000 }
    }
}
