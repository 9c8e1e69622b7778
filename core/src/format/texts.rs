//! Texts by their names: an object whose fields are texts.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::collection::name_map::NameIndex;
use crate::collection::sorting::sorted;
use crate::format::json::reader::Reader;
use crate::format::leaf::Leaf;
use crate::format::read::Read;
use crate::format::shape::{Shape, Shaped};
use crate::text::shared::Text;

/// Texts by their names, in the order of the names.
///
/// An object has no order: JavaScript puts names that are numbers before all others. In an order of their own, texts are
/// equal wherever they were read and written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts(Box<[(Text, Text)]>);

impl Texts {
    /// The text of a name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, _)| *known == name).map(|(_, text)| text)
    }

    /// The names and their texts.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (&**name, &**text))
    }

    fn ordered(texts: Vec<(Text, Text)>) -> Self {
        let in_order = texts.is_sorted_by(|(one, _), (other, _)| one <= other);
        let texts = if in_order { texts } else { sorted(texts, |(one, _), (other, _)| one.cmp(other)) };
        Self(texts.into_boxed_slice())
    }
}

/// Of a name that is given twice, the first text is kept.
impl<'a> FromIterator<(&'a str, &'a str)> for Texts {
    fn from_iter<I: IntoIterator<Item = (&'a str, &'a str)>>(texts: I) -> Self {
        let mut texts = texts.into_iter();
        let Some((first, text)) = texts.next() else { return Self::default() };
        let mut kept = alloc::vec![(first.into(), text.into())];
        // Most have a single name, and need no index of names.
        let mut known = NameIndex::default();
        for (name, text) in texts {
            known.add(first);
            if known.add(name) {
                kept.push((name.into(), text.into()));
            }
        }
        Self::ordered(kept)
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
        reader.named(Text::read).map_or(Leaf::Unreadable, |texts| Leaf::Given(Self::ordered(texts)))
    }
}
