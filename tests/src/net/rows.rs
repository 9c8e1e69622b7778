//! The rows of the net: one for each mass, exclusion, problem and status.

use claquette::{Gwp, Options, Term, Unpriced};

use crate::case::cases_of;
use crate::net::stored::{tables, texts};
use crate::outcome::Outcome;
use crate::tables::Tables;

/// The rows of a file of vectors, or of the productions, by the name of their file; sorted.
pub type Rows = Vec<(String, Vec<String>)>;

/// The production of which lines have no factor in any table: they are left out, and listed.
const PARTIAL: &str = "virtual-production";

/// What the engine gives now for the inputs and the tables of the net.
pub fn observed() -> Rows {
    let tables = tables();
    let mut files: Rows = cases_of("net/vectors")
        .into_iter()
        .map(|(file, cases)| {
            let rows = cases.iter().flat_map(|case| rows(&case.name, &case.run_over(&tables)));
            (file.replace(".json", ""), rows.collect())
        })
        .collect();
    for (file, bytes) in texts("net/productions", "json") {
        let name = file.replace(".json", "");
        files.push((format!("production-{name}"), production(&name, &bytes, &tables)));
    }
    for (_, rows) in &mut files {
        rows.sort();
    }
    files
}

/// A production with its own factors, if it has some, in the potentials that each source has, and in those of AR6.
fn production(name: &str, text: &str, tables: &Tables) -> Vec<String> {
    let mut references = tables.bundled.clone();
    let own = format!("{name}-factors.csv");
    if let Some((own, text)) = texts("net/productions", "csv").into_iter().find(|(file, _)| *file == own) {
        references = references.with_set(&own, &text).expect("a valid table");
    }
    let unpriced = if name == PARTIAL { Unpriced::Exclude } else { Unpriced::Reject };
    let of = |gwp: Gwp| {
        let options = Options { unpriced, gwp, ..Options::default() };
        rows(&format!("{name} {}", gwp.text()), &Outcome::of(text.as_bytes(), &references, &options))
    };
    [Gwp::Published, Gwp::Ar6].into_iter().flat_map(of).collect()
}

/// The rows of one outcome, not sorted.
fn rows(case: &str, outcome: &Outcome) -> Vec<String> {
    let row = |cells: &[&str]| {
        // An identifier may hold a tab or a line feed.
        let cells = cells.iter().map(|cell| cell.escape_debug().to_string());
        cells.fold(case.to_string(), |row, cell| row + "\t" + &cell)
    };
    let mut rows: Vec<_> = outcome
        .problems()
        .iter()
        .map(|problem| row(&["problem", problem.code(), &problem.location()]))
        .collect();
    if outcome.more() > 0 {
        rows.push(row(&["problems beyond these", &outcome.more().to_string()]));
    }
    let Some(footprint) = outcome.footprint() else {
        rows.push(row(&["status", "refused"]));
        return rows;
    };
    rows.push(row(&["status", footprint.completeness().text()]));
    let lines = crate::observed::lines(footprint);
    for exclusion in &footprint.excluded {
        rows.push(row(&["excluded", &lines[exclusion.line.0 as usize], &exclusion.reason.code]));
    }
    for entry in footprint.entries() {
        let micrograms = entry.mass.micrograms().to_string();
        let [account, part, gas] = [entry.account.text(), entry.part.text(), entry.gas.text()];
        rows.push(row(&["mass", &lines[entry.line.0 as usize], account, part, gas, &micrograms]));
    }
    rows
}
