//! How the types of the wire format read themselves.

use alloc::string::String;
use alloc::vec::Vec;

use super::Reader;
use crate::diagnostic::{Findings, JsonType, Problem, Segment};
use crate::number::Number;
use crate::shape::Shaped;
use crate::wire::{Leaf, OneOrMany};

/// A value that reads itself.
pub(crate) trait Read: Shaped + Sized {
    /// Reads the next value; what cannot be read has been reported.
    fn read(reader: &mut Reader<'_>) -> Leaf<Self>;

    /// Reads the next value to where it belongs. Apart, so that the readers of all fields of a type are one.
    #[inline(never)]
    fn read_into(reader: &mut Reader<'_>, leaf: &mut Leaf<Self>) {
        *leaf = Self::read(reader);
    }

    /// Reports the required fields that are absent in it.
    fn require(&self, _findings: &mut Findings) {}
}

/// Reports a required field that is absent, and those in it.
#[inline(never)]
pub(crate) fn require<T: Read>(leaf: &Leaf<T>, field: &'static str, required: bool, findings: &mut Findings) {
    match leaf {
        Leaf::Given(value) if T::HAS_FIELDS => {
            findings.enter(Segment::Field(field));
            value.require(findings);
            findings.leave();
        }
        Leaf::Absent if required => findings.report(Problem::MissingField { field }),
        _ => {}
    }
}

impl Read for String {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        reader.text().map_or(Leaf::Unreadable, |text| Leaf::Given(text.into_owned()))
    }
}

impl Read for bool {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        reader.flag().map_or(Leaf::Unreadable, Leaf::Given)
    }
}

impl Read for Number {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        reader.number()
    }
}

impl<T: Read> Read for Vec<Leaf<T>> {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        reader.list(T::read).map_or(Leaf::Unreadable, Leaf::Given)
    }

    fn require(&self, findings: &mut Findings) {
        for (index, leaf) in self.iter().enumerate() {
            if let Leaf::Given(value) = leaf {
                findings.enter(Segment::Index(index));
                value.require(findings);
                findings.leave();
            }
        }
    }
}

impl<S: Read, T: Read> Read for OneOrMany<S, T> {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        match reader.kind() {
            Some(JsonType::List) => Vec::read(reader).map(Self::Many),
            _ => S::read(reader).map(Self::One),
        }
    }

    fn require(&self, findings: &mut Findings) {
        match self {
            Self::One(one) => one.require(findings),
            Self::Many(many) => many.require(findings),
        }
    }
}
