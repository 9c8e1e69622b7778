//! How large the bundled factors are.

use alloc::vec::Vec;

use crate::reference::magnitude::Magnitude;
use crate::reference::references::References;

impl References {
    /// How large the bundled factors of each family are, by what they measure.
    pub fn magnitudes(&self) -> Vec<Magnitude> {
        self.sizes().families().cloned().collect()
    }
}
