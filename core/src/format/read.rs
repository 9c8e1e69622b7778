//! How the types of the wire format read themselves.

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

/// A value that reads itself.
pub(crate) trait Read: Shaped + Sized {
    /// Reads the next value; what cannot be read has been reported.
    fn read(reader: &mut Reader<'_>) -> Leaf<Self>;

    /// Reads the next value to where it belongs. Apart, so that the readers of all fields of a type are one.
    #[inline(never)]
    fn read_into(reader: &mut Reader<'_>, leaf: &mut Leaf<Self>) {
        *leaf = Self::read(reader);
    }

    /// Whether there are fields in it.
    const HAS_FIELDS: bool = false;

    /// Reports the required fields that are absent in it.
    fn require(&self, _findings: &mut Findings) {}

    /// Goes into a field, and reports those that are absent in it. Apart, so that it is one for all fields of a type.
    #[inline(never)]
    fn require_in(leaf: &Leaf<Self>, field: &'static str, findings: &mut Findings) {
        if let Leaf::Given(value) = leaf {
            findings.within(field, |findings| value.require(findings));
        }
    }
}

/// Reports a field that is absent although it is required, or that could not be read; and those in it.
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

/// Reports a value that could not be read, unless the reader has.
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
                // No reader leaves one out: whoever built the list meant something.
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
