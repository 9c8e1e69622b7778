//! What is meant to differ from the stored rows, and why.

use crate::net::rows::Rows;

/// A deliberate change: rows that were, rows that are, and the reason.
///
/// In `tests/net/changes.txt` changes are separated by empty lines. A line that begins with `- ` is a row that was,
/// one with `+ ` a row that is, any other line is text of the reason; lines that begin with `#` are comments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    was: Vec<String>,
    is: Vec<String>,
    why: String,
}

impl Change {
    /// Reads changes.
    ///
    /// # Panics
    /// If a change has no row or no reason, or changes nothing.
    pub fn read(text: &str) -> Vec<Self> {
        let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        let blocks = lines.split(|line| line.trim().is_empty()).filter(|block| !block.is_empty());
        blocks.map(Self::of).collect()
    }

    fn of(lines: &[&str]) -> Self {
        let mut change = Self::default();
        for line in lines {
            match (line.strip_prefix("- "), line.strip_prefix("+ ")) {
                (Some(row), _) => change.was.push(row.into()),
                (_, Some(row)) => change.is.push(row.into()),
                _ => change.why.extend([line, " "]),
            }
        }
        assert!(!change.why.is_empty(), "a change without a reason: {lines:?}");
        assert!(change.was.iter().all(|row| !change.is.contains(row)), "changes nothing: {lines:?}");
        assert!(!change.was.is_empty() || !change.is.is_empty(), "a change without a row: {lines:?}");
        change
    }

    /// Puts the change into the stored rows. A row that is new goes to the rows of its case.
    ///
    /// # Errors
    /// If a row that was is not there, or a row that is new has no case among them.
    pub fn apply(&self, files: &mut Rows) -> Result<(), String> {
        // What is goes first: a change may replace every row of a case, and then none says where the others go.
        for is in &self.is {
            let case = is.split('\t').next();
            let rows = files.iter_mut().map(|(_, rows)| rows);
            let mut of_case = rows.filter(|rows| rows.iter().any(|row| row.split('\t').next() == case));
            let rows = of_case.next().ok_or_else(|| format!("no case of the row `{is}`"))?;
            rows.push(is.clone());
            rows.sort();
        }
        for was in &self.was {
            let found = files.iter_mut().find_map(|(_, rows)| {
                let at = rows.iter().position(|row| row == was)?;
                Some(rows.remove(at))
            });
            found.ok_or_else(|| format!("no row `{was}`, which is said to have been"))?;
        }
        Ok(())
    }
}
