//! Which lines rest on the same datum.

use alloc::vec::Vec;

use crate::collection::name_map::NameIndex;
use crate::ledger::footprint::Footprint;
use crate::ledger::line::LineTags;
use crate::ledger::position::LineAt;
use crate::uncertainty::cause::{Cause, CauseKind};

/// The datum of each line: its own, that of the documents that it shares with other lines, or the calendar's.
pub(crate) struct SharedData {
    /// For each line, the first one that it shares a document with, directly or by way of others.
    roots: Vec<usize>,
    /// How many lines have it as their first.
    counts: Vec<usize>,
}

impl SharedData {
    /// Looks through the documents of all lines.
    pub(crate) fn of(footprint: &Footprint) -> Self {
        let mut first_of = NameIndex::default();
        let mut parents: Vec<usize> = (0..footprint.lines.len()).collect();
        for (line, tags) in footprint.lines.iter().enumerate() {
            for document in documents(tags) {
                if let Some(other) = first_of.enter(document, line) {
                    join(&mut parents, line, other);
                }
            }
        }
        let roots: Vec<usize> = (0..parents.len()).map(|line| root(&mut parents, line)).collect();
        let mut counts = alloc::vec![0_usize; roots.len()];
        for root in &roots {
            if let Some(count) = counts.get_mut(*root) {
                *count = count.saturating_add(1);
            }
        }
        Self { roots, counts }
    }

    /// What the datum of a line is.
    pub(crate) fn cause(&self, footprint: &Footprint, line: LineAt) -> Option<Cause> {
        let tags = footprint.tags(line)?;
        if tags.derived {
            return Some(Cause::single(CauseKind::Calendar));
        }
        let root = *line.of(&self.roots)?;
        let first = footprint.lines.get(root)?;
        match (self.counts.get(root), first.documents.first()) {
            (Some(2..), Some(document)) => Some(Cause::named(CauseKind::Document, document)),
            _ => Some(Cause::named(CauseKind::Datum, &tags.id)),
        }
    }
}

/// The documents that the datum of a line is on. What the calendar implies is the calendar's, whatever is attached to it.
fn documents(tags: &LineTags) -> impl Iterator<Item = &str> {
    tags.documents.iter().filter(|_| !tags.derived).map(|document| &**document)
}

fn root(parents: &mut [usize], line: usize) -> usize {
    let mut line = line;
    while let Some(parent) = parents.get(line).copied()
        && parent != line
    {
        // Each step halves the way for the next one who goes it.
        let above = parents.get(parent).copied().unwrap_or(parent);
        if let Some(slot) = parents.get_mut(line) {
            *slot = above;
        }
        line = above;
    }
    line
}

/// The smaller of the two first lines becomes that of both.
fn join(parents: &mut [usize], one: usize, other: usize) {
    let (one, other) = (root(parents, one), root(parents, other));
    if let Some(slot) = parents.get_mut(one.max(other)) {
        *slot = one.min(other);
    }
}
