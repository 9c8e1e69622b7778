//! Stored rows against observed ones.

use crate::net::rows::Rows;

/// The first row that differs, with its file, its case and its line.
pub fn first_difference(stored: &Rows, observed: &Rows) -> Option<String> {
    let names = |files: &Rows| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    let (mut stored, mut observed) = (stored.clone(), observed.clone());
    stored.sort();
    observed.sort();
    if names(&stored) != names(&observed) {
        return Some(format!("the files {:?} are now {:?}", names(&stored), names(&observed)));
    }
    stored.iter().zip(&observed).find_map(|((name, stored), (_, observed))| of_file(name, stored, observed))
}

/// Both are sorted: the rows up to the first that differs are the same, and the lesser one is that which the other
/// side does not have.
fn of_file(name: &str, stored: &[String], observed: &[String]) -> Option<String> {
    let same = stored.iter().zip(observed).take_while(|(was, is)| was == is).count();
    let (was, is) = (stored.get(same), observed.get(same));
    let row = match (was, is) {
        (None, None) => return None,
        (Some(was), Some(is)) => was.min(is),
        (Some(row), None) | (None, Some(row)) => row,
    };
    let mut cells = row.split('\t');
    let case = cells.next().unwrap_or_default();
    let line = match (cells.next(), cells.next()) {
        (Some("mass" | "excluded"), Some(line)) => format!(", line `{line}`"),
        _ => String::new(),
    };
    let or_none = |row: Option<&String>| row.map_or("none".into(), |row| row.replace('\t', " | "));
    Some(format!("{name}: case `{case}`{line}\n    was {}\n    is  {}", or_none(was), or_none(is)))
}
