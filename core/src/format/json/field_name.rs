//! The names of the fields of a record, as a reader looks for them.

/// The name of a field, with what tells it from nearly all others of its record without comparing letters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FieldName {
    name: &'static str,
    mark: u64,
}

/// The length of a name, and its first and last letters, in one number.
const fn mark(name: &str) -> u64 {
    let (first, last) = match name.as_bytes() {
        [first, .., last] => (*first, *last),
        _ => (0, 0),
    };
    (name.len() as u64) << 16 | (first as u64) << 8 | last as u64
}

impl FieldName {
    pub(crate) const fn new(name: &'static str) -> Self {
        Self { name, mark: mark(name) }
    }

    /// The name.
    pub(crate) fn name(self) -> &'static str {
        self.name
    }

    /// The position of a name among those of a record, from a position on and then from the first: most documents list
    /// the fields in their declared order.
    pub(crate) fn position(names: &[Self], name: &str, next: usize) -> Option<(usize, &'static str)> {
        let (before, after) = names.split_at_checked(next).unwrap_or((names, &[]));
        let mark = mark(name);
        let among = |names: &[Self]| names.iter().position(|known| known.mark == mark && known.name == name);
        let at = among(after).map(|at| next.saturating_add(at)).or_else(|| among(before))?;
        Some((at, names.get(at)?.name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_from_anywhere() {
        let names = ["", "a", "from", "farm", "foam", "to"].map(FieldName::new);
        for (at, known) in names.iter().enumerate() {
            for next in 0..=names.len() {
                assert_eq!(FieldName::position(&names, known.name, next), Some((at, known.name)));
            }
        }
        assert_eq!(FieldName::position(&names, "form", 0), None);
    }
}
