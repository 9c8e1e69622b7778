//! The rows that have a name: all names in one text, sorted once.

use alloc::string::String;
use alloc::vec::Vec;

use crate::collection::sorting::sorted;

/// A name, where it stands in the text, and a row that has it.
#[derive(Clone, Copy, Debug)]
struct Entry {
    start: usize,
    end: usize,
    row: u32,
}

/// The positions of rows by their names.
#[derive(Clone, Debug, Default)]
pub(crate) struct NameRows {
    text: String,
    /// In the order of the names; of one name, in that of the rows.
    entries: Vec<Entry>,
}

impl NameRows {
    /// Adds a name of a row.
    pub(crate) fn add(&mut self, name: impl Iterator<Item = char>, row: u32) {
        let start = self.text.len();
        self.text.extend(name);
        self.entries.push(Entry { start, end: self.text.len(), row });
    }

    /// Sorts the names, once all are added.
    pub(crate) fn sort(&mut self) {
        let entries = core::mem::take(&mut self.entries);
        let mut entries = sorted(entries, |one, other| self.name(one).cmp(self.name(other)));
        entries.dedup_by(|one, other| one.row == other.row && self.name(one) == self.name(other));
        self.entries = entries;
    }

    /// The rows that have a name; none if it is not there.
    pub(crate) fn find(&self, name: &str) -> impl Iterator<Item = u32> {
        let start = self.entries.partition_point(|entry| self.name(entry) < name);
        let rest = self.entries.get(start..).unwrap_or_default();
        let named = rest.get(..rest.partition_point(|entry| self.name(entry) == name)).unwrap_or_default();
        named.iter().map(|entry| entry.row)
    }

    /// The names in their order, each as often as a row has it.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| self.name(entry))
    }

    fn name(&self, entry: &Entry) -> &str {
        self.text.get(entry.start..entry.end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_its_rows_in_their_order() {
        let mut names = NameRows::default();
        for (name, row) in [("brest", 0), ("aden", 1), ("brest", 2), ("brest", 2), ("", 3)] {
            names.add(name.chars(), row);
        }
        names.sort();
        assert_eq!(names.find("brest").collect::<Vec<_>>(), [0, 2]);
        assert_eq!(names.find("bres").count(), 0);
        assert_eq!(names.names().collect::<Vec<_>>(), ["", "aden", "brest", "brest"]);
    }
}
