//! How the types of the wire format are read and checked for missing fields.

use alloc::string::String;
use alloc::vec::Vec;

use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::Segment;
use crate::diagnostic::parameter::JsonType;
use crate::format::json::reader::Reader;
use crate::format::leaf::{Leaf, OneOrMany};
use crate::format::shape::Shaped;
use crate::number::Number;
use crate::text::vocabulary::Term;

/// A value that can be read from JSON.
pub(crate) trait Read: Shaped + Sized {
    /// Reads the next value; anything that cannot be read has been reported.
    fn read(reader: &mut Reader<'_>) -> Leaf<Self>;

    /// Reads the next value into a leaf. A separate function, so that all fields of a type share one reader.
    #[inline(never)]
    fn read_into(reader: &mut Reader<'_>, leaf: &mut Leaf<Self>) {
        *leaf = Self::read(reader);
    }

    /// Whether the value has fields.
    const HAS_FIELDS: bool = false;

    /// Reports the required fields that the value lacks.
    fn require(&self, _findings: &mut Findings) {}

    /// Enters a field and reports the required fields that its value lacks. A separate function, so that all fields
    /// of a type share one.
    #[inline(never)]
    fn require_in(leaf: &Leaf<Self>, field: &'static str, findings: &mut Findings) {
        if let Leaf::Given(value) = leaf {
            findings.within(field, |findings| value.require(findings));
        }
    }
}

/// Reports a required field that is absent, a field that could not be read, and the fields that its value lacks.
pub(crate) fn require<T: Read>(leaf: &Leaf<T>, field: &'static str, required: bool, findings: &mut Findings) {
    match leaf {
        Leaf::Absent if required => missing(field, findings),
        Leaf::Unreadable => findings.within(field, unreadable),
        _ => {}
    }
    if T::HAS_FIELDS {
        T::require_in(leaf, field, findings);
    }
}

#[cold]
#[inline(never)]
fn missing(field: &'static str, findings: &mut Findings) {
    findings.report(Problem::MissingField { field });
}

/// Reports a value that could not be read, unless the reader has done so.
#[cold]
#[inline(never)]
fn unreadable(findings: &mut Findings) {
    if !findings.has_reading() {
        findings.report(Problem::Unreadable {});
    }
}

impl<W: Term> Read for W {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        reader.word()
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
        let Some(mut items) = reader.list(T::read) else { return Leaf::Unreadable };
        if reader.is_broken() {
            items.push(Leaf::Unreadable);
        }
        Leaf::Given(items)
    }

    const HAS_FIELDS: bool = true;

    fn require(&self, findings: &mut Findings) {
        for (index, leaf) in self.iter().enumerate() {
            findings.enter(Segment::Index(index));
            match leaf {
                Leaf::Given(value) => value.require(findings),
                Leaf::Unreadable => unreadable(findings),
                // No reader produces an absent item, so the list was built in code with a value that got lost.
                Leaf::Absent => findings.report(Problem::Unreadable {}),
            }
            findings.leave();
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

    const HAS_FIELDS: bool = true;

    fn require(&self, findings: &mut Findings) {
        match self {
            Self::One(one) => one.require(findings),
            Self::Many(many) => many.require(findings),
        }
    }
}
