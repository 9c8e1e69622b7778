//! Rows that are kept once, in the order in which they are first met.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// Rows by what they are known by.
#[derive(Debug)]
pub(crate) struct Interned<K, R> {
    positions: BTreeMap<K, u32>,
    rows: Vec<R>,
}

impl<K, R> Default for Interned<K, R> {
    fn default() -> Self {
        Self { positions: BTreeMap::new(), rows: Vec::new() }
    }
}

impl<K: Ord, R> Interned<K, R> {
    /// The position of a row, which is made if it is not there.
    pub(crate) fn at(&mut self, key: K, make: impl FnOnce() -> R) -> u32 {
        if let Some(known) = self.positions.get(&key) {
            return *known;
        }
        let position = self.add(make());
        self.positions.insert(key, position);
        position
    }

    /// Adds a row that is known by nothing.
    pub(crate) fn add(&mut self, row: R) -> u32 {
        let position = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        self.rows.push(row);
        position
    }

    /// The position of a row.
    pub(crate) fn find(&self, key: &K) -> Option<u32> {
        self.positions.get(key).copied()
    }

    /// What the rows are known by, in its order.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &K> {
        self.positions.keys()
    }

    /// The rows.
    pub(crate) fn rows(&self) -> &[R] {
        &self.rows
    }

    /// Takes the rows out; what they are known by stays.
    pub(crate) fn take_rows(&mut self) -> Vec<R> {
        core::mem::take(&mut self.rows)
    }
}
