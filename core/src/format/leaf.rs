//! The leaves of an input document.

use alloc::vec::Vec;

use crate::format::shape::{Shape, Shaped};
use crate::number::Number;
use crate::text::shared::Text;

/// A value as it was entered. Half-filled forms are values too.
///
/// ```
/// use claquette::wire::{Leaf, Number};
/// let days: Leaf<Number> = "84".into();
/// assert!(matches!(days, Leaf::Given(_)));
/// assert_eq!(Leaf::<Number>::default(), Leaf::Absent);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Leaf<T> {
    /// Nothing was entered.
    #[default]
    Absent,
    /// Something was entered that could not be read; it has been reported.
    Unreadable,
    /// What was entered.
    Given(T),
}

/// A list as it was entered; an item that could not be read keeps its position.
///
/// ```
/// use claquette::wire::{Label, Leaf, List};
/// let labels: List<Label> = [Label::default()].into_iter().collect();
/// assert_eq!(labels.items().len(), 1);
/// assert!(List::<Label>::default().items().is_empty());
/// ```
pub type List<T> = Leaf<Vec<Leaf<T>>>;

impl<T> List<T> {
    /// The items, each as it was entered.
    pub fn items(&self) -> &[Leaf<T>] {
        self.given().map_or(&[], Vec::as_slice)
    }

    /// The items that could be read.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.items().iter().filter_map(Leaf::given)
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::Given(items.into_iter().map(Leaf::Given).collect())
    }
}

impl<T> Leaf<T> {
    /// The value, if one was entered and could be read.
    pub fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            _ => None,
        }
    }

    /// Maps the value.
    pub(crate) fn map<U>(self, make: impl FnOnce(T) -> U) -> Leaf<U> {
        match self {
            Self::Given(value) => Leaf::Given(make(value)),
            Self::Absent => Leaf::Absent,
            Self::Unreadable => Leaf::Unreadable,
        }
    }

    /// Makes an absent value unreadable: the document ended before it.
    pub(crate) fn cut_off(&mut self) {
        if self.is_absent() {
            *self = Self::Unreadable;
        }
    }

    /// Whether nothing was entered.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

impl<T: Copy> Leaf<T> {
    /// The value, or this default if none was entered; `None` if it could not be read.
    pub(crate) fn or(&self, default: T) -> Option<T> {
        match self {
            Self::Given(value) => Some(*value),
            Self::Absent => Some(default),
            Self::Unreadable => None,
        }
    }
}

impl<T> From<T> for Leaf<T> {
    fn from(value: T) -> Self {
        Self::Given(value)
    }
}

impl From<&str> for Leaf<Text> {
    fn from(text: &str) -> Self {
        Self::Given(text.into())
    }
}

impl From<&str> for Leaf<Number> {
    fn from(text: &str) -> Self {
        Self::Given(text.into())
    }
}

impl From<u32> for Leaf<Number> {
    fn from(value: u32) -> Self {
        Self::Given(value.into())
    }
}

impl<T: Shaped> Shaped for Leaf<T> {
    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: serde::Serialize> serde::Serialize for Leaf<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Given(value) => value.serialize(serializer),
            // An absent field is not written at all, and a list has no absent items.
            Self::Absent => Err(serde::ser::Error::custom("an absent value is not written")),
            Self::Unreadable => {
                Err(serde::ser::Error::custom("a value that could not be read is not written"))
            }
        }
    }
}

/// Writes a field, unless nothing was entered. A separate function, so that all fields of a type share one writer.
#[inline(never)]
pub(crate) fn write_field<T: serde::Serialize, S: serde::ser::SerializeStruct>(
    object: &mut S,
    name: &'static str,
    leaf: &Leaf<T>,
) -> Result<(), S::Error> {
    if leaf.is_absent() { Ok(()) } else { object.serialize_field(name, leaf) }
}

/// One value, or a list of records with more detail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OneOrMany<S, T> {
    /// One value.
    One(S),
    /// A list of records.
    Many(Vec<Leaf<T>>),
}

impl<S: Shaped, T: Shaped> Shaped for OneOrMany<S, T> {
    fn shape() -> Shape {
        Shape::OneOrMany(S::shape, T::shape)
    }
}

impl<S: serde::Serialize, T: serde::Serialize> serde::Serialize for OneOrMany<S, T> {
    fn serialize<Z: serde::Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        match self {
            Self::One(one) => one.serialize(serializer),
            Self::Many(many) => many.serialize(serializer),
        }
    }
}
