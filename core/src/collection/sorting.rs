//! Sorting. A sort of the standard library is compiled anew, some five kilobytes, for each type that it sorts;
//! here it is compiled once, for positions. Collecting into a tree sorts too; extending one does not.

use alloc::vec::Vec;
use core::cmp::Ordering;

/// The items sorted by a comparison, stably.
pub(crate) fn sorted<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let positions = positions(items.len(), &|left, right| match (items.get(left), items.get(right)) {
        (Some(left), Some(right)) => compare(left, right),
        _ => Ordering::Equal,
    });
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    positions.into_iter().filter_map(|position| items.get_mut(position)?.take()).collect()
}

/// The distinct items sorted by a comparison, each with the number of its equals.
pub(crate) fn counted<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<(T, u32)> {
    let mut counted: Vec<(T, u32)> = Vec::new();
    for item in sorted(items, &compare) {
        match counted.last_mut().filter(|(last, _)| compare(last, &item).is_eq()) {
            Some((_, times)) => *times = times.saturating_add(1),
            None => counted.push((item, 1)),
        }
    }
    counted
}

fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_by(|left, right| compare(*left, *right));
    positions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_keep_their_order() {
        let items = alloc::vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        let expected = alloc::vec![(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')];
        assert_eq!(sorted(items, |left, right| left.0.cmp(&right.0)), expected);
    }

    #[test]
    fn the_first_of_equal_items_stands_for_all() {
        let items = alloc::vec![(2, 'a'), (1, 'b'), (2, 'c'), (2, 'd')];
        let expected = alloc::vec![((1, 'b'), 1), ((2, 'a'), 3)];
        assert_eq!(counted(items, |left, right| left.0.cmp(&right.0)), expected);
    }
}
