//! The types of the wire, each once, in the order in which they are met.

use claquette::Footprint;
use claquette::output::{
    FactorDifference, FactorSearch, FootprintDiscrepancy, FootprintSummary, FootprintUncertainty,
    FootprintVariance, FootprintVerification, ImportedBase, Proposal, Refusal,
};
use claquette::shape::{RecordShape, Shape, Shaped, TermShape};
use claquette::wire::Production;

/// The types of the wire.
#[derive(Debug, Default)]
pub(crate) struct Types {
    /// The vocabularies.
    pub(crate) words: Vec<&'static TermShape>,
    /// The records of inputs.
    pub(crate) inputs: Vec<&'static RecordShape>,
    /// The records of results.
    pub(crate) results: Vec<&'static RecordShape>,
    /// The choices: objects with exactly one of their fields.
    pub(crate) choices: Vec<&'static RecordShape>,
}

impl Types {
    /// The types that every binding declares.
    pub(crate) fn all() -> Self {
        let mut types = Self::default();
        types.meet(Production::shape(), true);
        types.meet_value();
        types.meet(FootprintSummary::shape(), false);
        types.meet(FootprintDiscrepancy::shape(), false);
        types.meet(FootprintUncertainty::shape(), false);
        types.meet(Refusal::shape(), false);
        types.meet(Proposal::shape(), false);
        types.meet(FactorSearch::shape(), false);
        types
    }

    /// The types of a footprint.
    pub(crate) fn of_footprint() -> Self {
        let mut types = Self::default();
        types.meet(Footprint::shape(), true);
        types
    }

    /// With those of what auditors do, which is too large for a web page: importers, and comparisons of factors and
    /// of footprints.
    pub(crate) fn with_audits(mut self) -> Self {
        self.meet(FootprintVerification::shape(), false);
        self.meet(FootprintVariance::shape(), false);
        self.meet(FactorDifference::shape(), false);
        self.meet(ImportedBase::shape(), false);
        self
    }

    /// Adds the footprint as a value. Bindings have a class `Footprint`, so the record has a name of its own there.
    fn meet_value(&mut self) {
        if let Shape::Record(footprint) = Footprint::shape() {
            self.meet_fields(footprint, false);
            self.results.push(Box::leak(Box::new(RecordShape { name: "FootprintValue", ..*footprint })));
        }
    }

    /// Adds a type after those that it is made of.
    fn meet(&mut self, shape: Shape, input: bool) {
        match shape {
            Shape::Term(words) => match self.words.iter().find(|known| known.name == words.name) {
                Some(known) => {
                    assert_eq!(known.doc, words.doc, "two vocabularies have the name {}", words.name)
                }
                None => self.words.push(words),
            },
            Shape::List(item) => self.meet(item(), input),
            Shape::OneOrMany(one, many) => {
                self.meet(one(), input);
                self.meet(many(), input);
            }
            Shape::Record(record) => match self.known(record) {
                Some(known) => assert_eq!(known.doc, record.doc, "two records have the name {}", record.name),
                None => {
                    self.meet_fields(record, input);
                    if input { self.inputs.push(record) } else { self.results.push(record) }
                }
            },
            Shape::Choice(choice) if !self.choices.iter().any(|known| known.name == choice.name) => {
                self.meet_fields(choice, input);
                self.choices.push(choice);
            }
            _ => {}
        }
    }

    /// The record of this name, if there is one already.
    fn known(&self, record: &RecordShape) -> Option<&'static RecordShape> {
        self.inputs.iter().chain(&self.results).copied().find(|known| known.name == record.name)
    }

    fn meet_fields(&mut self, record: &'static RecordShape, input: bool) {
        for field in record.fields {
            // A record that holds itself, as a part of the work does, is met on the way out.
            match (field.shape)() {
                Shape::List(item) if names(item(), record.name) => {}
                shape => self.meet(shape, input),
            }
        }
    }
}

/// Whether a shape is the record of this name.
fn names(shape: Shape, name: &str) -> bool {
    matches!(shape, Shape::Record(record) if record.name == name)
}

/// The text of a documentation comment, on one line and without its example in Rust.
pub(crate) fn sentence(doc: &str) -> String {
    let text = doc.split("```").next().unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
