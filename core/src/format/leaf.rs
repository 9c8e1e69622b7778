//! The leaves of what was typed.

use alloc::string::String;
use alloc::vec::Vec;

use crate::format::shape::{Shape, Shaped};
use crate::number::Number;

/// A value of what was typed: half-filled forms are values too.
///
/// ```
/// use claquette::wire::{Leaf, Number};
/// let days: Leaf<Number> = "84".into();
/// assert!(matches!(days, Leaf::Given(_)));
/// assert_eq!(Leaf::<Number>::default(), Leaf::Absent);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Leaf<T> {
    /// Nothing was typed.
    #[default]
    Absent,
    /// Something was typed that could not be read; it has been reported.
    Unreadable,
    /// What was typed.
    Given(T),
}

/// A list of what was typed; what could not be read keeps its place.
///
/// ```
/// use claquette::wire::{Label, Leaf, List};
/// let labels: List<Label> = [Label::default()].into_iter().collect();
/// assert_eq!(labels.items().len(), 1);
/// assert!(List::<Label>::default().items().is_empty());
/// ```
pub type List<T> = Leaf<Vec<Leaf<T>>>;

impl<T> List<T> {
    /// The items, each as it was typed.
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
    /// What was typed, if it could be read.
    pub fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            _ => None,
        }
    }

    /// Something made of what was typed.
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

    /// Whether nothing was typed.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

impl<T: Copy> Leaf<T> {
    /// What was typed, or what stands for nothing; nothing if it could not be read.
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

impl From<&str> for Leaf<String> {
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

/// Writes a field, unless nothing was typed. Apart, so that the writers of all fields of a type are one.
#[inline(never)]
pub(crate) fn write_field<T: serde::Serialize, S: serde::ser::SerializeStruct>(
    object: &mut S,
    name: &'static str,
    leaf: &Leaf<T>,
) -> Result<(), S::Error> {
    if leaf.is_absent() { Ok(()) } else { object.serialize_field(name, leaf) }
}

/// One value, or a list of records that say more.
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
