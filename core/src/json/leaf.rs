//! How the types of the wire format read themselves.

use alloc::string::String;

use super::Reader;
use super::scanner::Kind;
use crate::diagnostic::{Findings, Segment};
use crate::number::Number;
use crate::shape::{Shape, Shaped};
use crate::wire::{Leaf, List, OneOrMany};

/// A value that reads itself.
pub(crate) trait Read: Shaped + Sized {
    /// Reads the next value; what cannot be read has been reported.
    fn read(reader: &mut Reader<'_>) -> Leaf<Self>;

    /// Reports the required fields that are absent in it.
    fn require(&self, _findings: &mut Findings) {}
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

impl<S: Read, T: Read> Read for OneOrMany<S, T> {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        match reader.kind() {
            Some(Kind::List) => Leaf::Given(Self::Many(List::read_field(reader))),
            _ => match S::read(reader) {
                Leaf::Given(one) => Leaf::Given(Self::One(one)),
                _ => Leaf::Unreadable,
            },
        }
    }

    fn require(&self, findings: &mut Findings) {
        match self {
            Self::One(one) => one.require(findings),
            Self::Many(many) => many.require_field(findings),
        }
    }
}

/// A field of a record: a leaf or a list of leaves.
pub(crate) trait Field: Sized {
    /// The shape of the field's value.
    fn field_shape() -> Shape;
    /// Reads the field's value.
    fn read_field(reader: &mut Reader<'_>) -> Self;
    /// Whether the field is left out.
    fn is_absent(&self) -> bool;
    /// Reports the required fields that are absent in its value.
    fn require_field(&self, findings: &mut Findings);
}

impl<T: Read> Field for Leaf<T> {
    fn field_shape() -> Shape {
        T::shape()
    }

    fn read_field(reader: &mut Reader<'_>) -> Self {
        T::read(reader)
    }

    fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    fn require_field(&self, findings: &mut Findings) {
        if let Self::Given(value) = self {
            value.require(findings);
        }
    }
}

impl<T: Read> Field for List<T> {
    fn field_shape() -> Shape {
        Shape::List(T::shape)
    }

    fn read_field(reader: &mut Reader<'_>) -> Self {
        reader.list(T::read).unwrap_or_default()
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn require_field(&self, findings: &mut Findings) {
        for (index, leaf) in self.iter().enumerate() {
            if let Leaf::Given(value) = leaf {
                findings.enter(Segment::Index(index));
                value.require(findings);
                findings.leave();
            }
        }
    }
}
