//! A set that a production must be computed with, as entered.

use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::text::shared::Text;

record! {
    /// A set or a table that a production must be computed with, as a result names it among its own `sets`.
    pub struct PinnedSet {
        /// Its name.
        name: Leaf<Text> = "name" required,
        /// The SHA-256 of its manifest, in hexadecimal.
        sha256: Leaf<Text> = "sha256" required,
    }
}
