//! The shape of a value on the wire, as data. Readers, schemas and bindings are derived from it.

use serde_json::Value;

use crate::text::vocabulary::{Term, TermRow};

/// What a value looks like in JSON.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A text.
    Text,
    /// An exact decimal: a text, or a number that a double carries unchanged.
    Number,
    /// An exact decimal of a result: always a text.
    Exact,
    /// A whole number from 0 to 2³² − 1.
    Whole,
    /// `true` or `false`.
    Flag,
    /// A term of a closed vocabulary.
    Term(&'static TermShape),
    /// A list.
    List(fn() -> Shape),
    /// One value, or a list of records instead of it.
    OneOrMany(fn() -> Shape, fn() -> Shape),
    /// An object with known fields.
    Record(&'static RecordShape),
    /// An object with exactly one of these fields.
    Choice(&'static RecordShape),
    /// An object whose fields are texts.
    Texts,
    /// An object whose fields are texts, whole numbers and lists of texts.
    Parameters,
    /// A text or a whole number.
    TextOrWhole,
}

/// A closed vocabulary of the wire format.
#[derive(Debug)]
pub struct TermShape {
    /// The name of its type.
    pub name: &'static str,
    /// What it is.
    pub doc: &'static str,
    /// Its terms.
    pub rows: &'static [TermRow],
}

/// An object of the wire format.
#[derive(Debug)]
pub struct RecordShape {
    /// The name of its type.
    pub name: &'static str,
    /// What it is.
    pub doc: &'static str,
    /// Its fields, in the order in which they are written.
    pub fields: &'static [FieldShape],
}

/// A field of an object.
#[derive(Debug)]
pub struct FieldShape {
    /// Its name in JSON.
    pub name: &'static str,
    /// What it is.
    pub doc: &'static str,
    /// Whether it is required.
    pub presence: Presence,
    /// What its value looks like.
    pub shape: fn() -> Shape,
    /// The value that its absence stands for, if it stands for one.
    pub usual: Option<fn() -> Value>,
}

/// Whether a field is required.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It may be omitted.
    Optional,
    /// It is required.
    Required,
    /// It is required, and must be a list that is not empty.
    Filled,
}

/// A type whose values have a shape on the wire.
pub trait Shaped {
    /// The shape.
    fn shape() -> Shape;
}

impl<W: Term> Shaped for W {
    fn shape() -> Shape {
        Shape::Term(const { &TermShape { name: W::NAME, doc: W::DOC, rows: W::ROWS } })
    }
}

impl<T: Shaped> Shaped for alloc::vec::Vec<T> {
    fn shape() -> Shape {
        Shape::List(T::shape)
    }
}

impl<T: Shaped> Shaped for Option<T> {
    fn shape() -> Shape {
        T::shape()
    }
}

/// Declares types whose shape is one of the simple ones.
macro_rules! shaped {
    ($($type:ty: $shape:ident),+) => {
        $(impl Shaped for $type {
            fn shape() -> Shape {
                Shape::$shape
            }
        })+
    };
}
shaped!(
    alloc::string::String: Text,
    crate::text::shared::Text: Text,
    &str: Text,
    alloc::borrow::Cow<'static, str>: Text,
    bool: Flag,
    u32: Whole,
    u64: Whole,
    crate::number::Number: Number,
    crate::number::mass::Mass: Exact,
    crate::number::Exact: Exact,
    crate::number::date::Period: Text,
    crate::number::unit::Unit: Text
);
