//! The problems of one input, collected while it is walked.

use alloc::string::String;
use alloc::vec::Vec;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::location::{Location, Segment, write_name};
use crate::text::quotation::{LISTED, shortened_to};
use crate::text::similarity::Guesses;

/// How many problems get a suggestion, which bounds the cost of computing them.
pub(crate) const SUGGESTIONS: usize = 100;

/// The current position of a walk through a document, and the problems found so far.
///
/// The path is written out only when a problem is reported, so that walking costs nothing.
#[derive(Debug)]
pub(crate) struct Findings {
    path: Vec<Segment>,
    found: Vec<Diagnostic>,
    most: usize,
    beyond: u64,
    errors: usize,
    warnings: usize,
    reported: bool,
    guesses: Guesses,
}

impl Findings {
    /// Keeps the first `most` errors and the first `most` warnings, and counts the others.
    pub(crate) fn new(most: usize) -> Self {
        Self {
            path: Vec::with_capacity(16),
            found: Vec::new(),
            most,
            beyond: 0,
            errors: 0,
            warnings: 0,
            reported: false,
            guesses: Guesses::default(),
        }
    }

    /// Notes that a reader has reported what it could not read.
    pub(crate) fn note_reading(&mut self) {
        self.reported = true;
    }

    /// Whether a reader has reported what it could not read.
    pub(crate) fn has_reading(&self) -> bool {
        self.reported
    }

    /// Enters a field or an element; [`Findings::leave`] leaves it.
    pub(crate) fn enter(&mut self, segment: Segment) {
        self.path.push(segment);
    }

    /// Leaves what [`Findings::enter`] entered.
    pub(crate) fn leave(&mut self) {
        self.path.pop();
    }

    /// Runs a function inside a field.
    pub(crate) fn within<T>(&mut self, field: &'static str, act: impl FnOnce(&mut Self) -> T) -> T {
        self.enter(Segment::Field(field));
        let done = act(self);
        self.leave();
        done
    }

    /// The depth of the current position.
    pub(crate) fn depth(&self) -> usize {
        self.path.len()
    }

    /// The JSON pointer to the current position.
    pub(crate) fn pointer(&self) -> String {
        Segment::pointer(&self.path)
    }

    /// The path to the current position.
    pub(crate) fn path(&self) -> &[Segment] {
        &self.path
    }

    /// Reports a problem at the current position.
    pub(crate) fn report(&mut self, problem: Problem) {
        self.suggest(problem, || None);
    }

    /// Reports a problem at the current position, with what was probably meant.
    pub(crate) fn suggest(&mut self, problem: Problem, meant: impl FnOnce() -> Option<String>) {
        self.guess(problem, |_| meant());
    }

    /// Reports a problem where the walk stands, with the word that was probably meant: all words of a document are
    /// sought with the same guesses.
    pub(crate) fn guess(&mut self, problem: Problem, meant: impl FnOnce(&mut Guesses) -> Option<String>) {
        let pointer = self.pointer();
        self.suggest_at(pointer, problem, meant);
    }

    fn suggest_at(
        &mut self,
        pointer: String,
        problem: Problem,
        meant: impl FnOnce(&mut Guesses) -> Option<String>,
    ) {
        let reported = self.errors.saturating_add(self.warnings);
        let suggestion = if reported < SUGGESTIONS { meant(&mut self.guesses) } else { None };
        let suggestion = suggestion.map(|meant| shortened_to(&meant, LISTED));
        self.add(Diagnostic { suggestion, ..Diagnostic::at(Location::Pointer(pointer), problem) });
    }

    /// Reports a problem in a field of the current position.
    pub(crate) fn report_in(&mut self, field: &'static str, problem: Problem) {
        self.within(field, |findings| findings.report(problem));
    }

    /// Reports a problem at an earlier position.
    pub(crate) fn report_at(&mut self, path: &[Segment], problem: Problem) {
        self.suggest_at(Segment::pointer(path), problem, |_| None);
    }

    /// Reports a problem at an unknown or repeated field.
    pub(crate) fn suggest_unknown(
        &mut self,
        name: &str,
        problem: Problem,
        meant: impl FnOnce(&mut Guesses) -> Option<String>,
    ) {
        let mut pointer = self.pointer();
        write_name(&mut pointer, name);
        self.suggest_at(pointer, problem, meant);
    }

    /// Adds a problem that has its location.
    pub(crate) fn add(&mut self, diagnostic: Diagnostic) {
        // Errors and warnings are limited separately, so that warnings never hide the errors of a refusal.
        let count = if diagnostic.is_error() { &mut self.errors } else { &mut self.warnings };
        if *count < self.most {
            self.found.push(diagnostic);
        } else {
            self.beyond = self.beyond.saturating_add(1);
        }
        *count = count.saturating_add(1);
    }

    /// Whether an error was found, kept or not.
    pub(crate) fn failed(&self) -> bool {
        self.errors > 0
    }

    /// The problems that were kept, and how many there were beyond them.
    pub(crate) fn finish(self) -> (Vec<Diagnostic>, u64) {
        (self.found, self.beyond)
    }
}
