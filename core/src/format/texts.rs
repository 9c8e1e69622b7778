//! Texts by their names: an object whose fields are texts.

use alloc::string::String;
use alloc::vec::Vec;

use crate::collection::name_map::NameIndex;
use crate::format::json::reader::Reader;
use crate::format::leaf::Leaf;
use crate::format::read::Read;
use crate::format::shape::{Shape, Shaped};

/// Texts by their names, in the order in which they were entered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts(Vec<(String, String)>);

impl Texts {
    /// The text of a name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, _)| *known == name).map(|(_, text)| text)
    }

    /// The names and their texts.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (&**name, &**text))
    }
}

/// Of a name that is given twice, the first text is kept.
impl<'a> FromIterator<(&'a str, &'a str)> for Texts {
    fn from_iter<I: IntoIterator<Item = (&'a str, &'a str)>>(texts: I) -> Self {
        let mut known = NameIndex::default();
        let first = texts.into_iter().filter(|(name, _)| known.add(*name));
        Self(first.map(|(name, text)| (name.into(), text.into())).collect())
    }
}

impl Shaped for Texts {
    fn shape() -> Shape {
        Shape::Texts
    }
}

impl serde::Serialize for Texts {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl Read for Texts {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        reader.named(String::read).map_or(Leaf::Unreadable, |texts| Leaf::Given(Self(texts)))
    }
}
