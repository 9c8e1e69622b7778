//! The rows that have a name: all names in one text, sorted once.

use alloc::vec::Vec;

use crate::collection::sorting::sorted;

/// A name, where it stands in the text, and a row that has it.
#[derive(Clone, Copy, Debug)]
struct Entry {
    start: usize,
    end: usize,
    /// Its first eight bytes, which tell most names apart.
    first: u64,
    row: u32,
}

/// The positions of rows by their names.
#[derive(Clone, Debug, Default)]
pub(crate) struct NameRows {
    text: Vec<u8>,
    /// In the order of the names; of one name, in that of the rows.
    entries: Vec<Entry>,
}

impl NameRows {
    /// Adds a name of a row, which a function writes.
    pub(crate) fn add(&mut self, row: u32, write: impl FnOnce(&mut Vec<u8>)) {
        let start = self.text.len();
        write(&mut self.text);
        let mut entry = Entry { start, end: self.text.len(), first: 0, row };
        let mut first = [0; 8];
        first.iter_mut().zip(self.bytes(&entry)).for_each(|(first, byte)| *first = *byte);
        entry.first = u64::from_be_bytes(first);
        self.entries.push(entry);
    }

    /// Sorts the names, once all are added.
    pub(crate) fn sort(&mut self) {
        let entries = core::mem::take(&mut self.entries);
        let order = |one: &Entry, other: &Entry| {
            one.first.cmp(&other.first).then_with(|| self.bytes(one).cmp(self.bytes(other)))
        };
        let mut entries = sorted(entries, order);
        entries.dedup_by(|one, other| one.row == other.row && order(one, other).is_eq());
        self.entries = entries;
    }

    /// The rows that have a name; none if it is not there.
    pub(crate) fn find(&self, name: &str) -> impl Iterator<Item = u32> {
        let name = name.as_bytes();
        let start = self.entries.partition_point(|entry| self.bytes(entry) < name);
        let rest = self.entries.get(start..).unwrap_or_default();
        let named = rest.get(..rest.partition_point(|entry| self.bytes(entry) == name)).unwrap_or_default();
        named.iter().map(|entry| entry.row)
    }

    /// The names in their order, each as often as a row has it.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| core::str::from_utf8(self.bytes(entry)).unwrap_or_default())
    }

    fn bytes(&self, entry: &Entry) -> &[u8] {
        self.text.get(entry.start..entry.end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_its_rows_in_their_order() {
        let mut names = NameRows::default();
        let rows = [
            ("brest", 0),
            ("aden", 1),
            ("brest", 2),
            ("brest", 2),
            ("", 3),
            ("saint-denis", 4),
            ("saint-di", 5),
        ];
        for (name, row) in rows {
            names.add(row, |text| text.extend(name.bytes()));
        }
        names.sort();
        assert_eq!(names.find("brest").collect::<Vec<_>>(), [0, 2]);
        assert_eq!(names.find("bres").count(), 0);
        assert_eq!(
            names.names().collect::<Vec<_>>(),
            ["", "aden", "brest", "brest", "saint-denis", "saint-di"]
        );
    }
}
