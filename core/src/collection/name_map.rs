//! Maps from names. A tree is compiled anew, some three kilobytes, for each type of its keys and
//! values; here it is compiled once, for names and positions.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::vec::Vec;

/// A map from names to positions.
#[derive(Clone, Debug, Default)]
pub(crate) struct NameIndex<'a>(BTreeMap<Cow<'a, str>, usize>);

impl<'a> NameIndex<'a> {
    /// The position of a name, or `None`.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        self.0.get(name).copied()
    }

    /// Whether it contains a name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Inserts a name unless it is present; returns the position that was present.
    pub(crate) fn enter(&mut self, name: impl Into<Cow<'a, str>>, position: usize) -> Option<usize> {
        self.entered(name.into(), position)
    }

    /// Inserts a name, replacing its position.
    pub(crate) fn set(&mut self, name: impl Into<Cow<'a, str>>, position: usize) {
        self.0.insert(name.into(), position);
    }

    /// Inserts a name without a position; returns whether it is new.
    pub(crate) fn add(&mut self, name: impl Into<Cow<'a, str>>) -> bool {
        self.entered(name.into(), 0).is_none()
    }

    fn entered(&mut self, name: Cow<'a, str>, position: usize) -> Option<usize> {
        match self.0.entry(name) {
            Entry::Occupied(known) => Some(*known.get()),
            Entry::Vacant(vacant) => {
                vacant.insert(position);
                None
            }
        }
    }

    /// The names with their positions, in the order of the names.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, usize)> {
        self.0.iter().map(|(name, position)| (&**name, *position))
    }

    /// The names, in their order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(name, _)| name)
    }

    /// Whether it is empty.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A map from names to values, which keeps the order of insertion.
#[derive(Clone, Debug)]
pub(crate) struct NameMap<'a, V> {
    index: NameIndex<'a>,
    values: Vec<V>,
}

impl<V> Default for NameMap<'_, V> {
    fn default() -> Self {
        Self { index: NameIndex::default(), values: Vec::new() }
    }
}

impl<'a, V> NameMap<'a, V> {
    /// The value of a name.
    pub(crate) fn get(&self, name: &str) -> Option<&V> {
        self.values.get(self.index.find(name)?)
    }

    /// The value of a name, mutably.
    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut V> {
        self.values.get_mut(self.index.find(name)?)
    }

    /// Inserts a value unless the name has one; returns the value that was present.
    pub(crate) fn enter(&mut self, name: impl Into<Cow<'a, str>>, value: V) -> Option<&mut V> {
        match self.index.enter(name, self.values.len()) {
            Some(known) => self.values.get_mut(known),
            None => {
                self.values.push(value);
                None
            }
        }
    }

    /// The values in the order of their names.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.index.iter().filter_map(|(name, position)| Some((name, self.values.get(position)?)))
    }

    /// The values in the order of insertion.
    pub(crate) fn into_values(self) -> Vec<V> {
        self.values
    }

    /// Whether it is empty.
    pub(crate) fn is_empty(&self) -> bool {
        self.index.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_a_name_stays() {
        let mut register = NameMap::default();
        assert!(register.enter("b", 1).is_none() && register.enter("a", 2).is_none());
        assert_eq!(register.enter("b", 3), Some(&mut 1));
        assert_eq!(register.iter().collect::<Vec<_>>(), [("a", &2), ("b", &1)]);
        let mut index = NameIndex::default();
        assert!(index.add("x") && !index.add("x"));
        index.set("x", 7);
        assert_eq!((index.find("x"), index.enter("x", 9)), (Some(7), Some(7)));
    }
}
