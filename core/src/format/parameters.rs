//! The parameters of a problem on the wire: texts, whole numbers and lists of names.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::diagnostic::parameter::{JsonType, ParameterValue};
use crate::format::json::reader::Reader;
use crate::format::leaf::Leaf;
use crate::format::read::Read;
use crate::format::shape::{Shape, Shaped};

/// The parameters of a problem, by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parameters(Vec<(Cow<'static, str>, ParameterValue)>);

impl Parameters {
    /// The parameter of a name.
    pub fn get(&self, name: &str) -> Option<&ParameterValue> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// The names and their values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &ParameterValue)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }
}

impl FromIterator<(&'static str, ParameterValue)> for Parameters {
    fn from_iter<I: IntoIterator<Item = (&'static str, ParameterValue)>>(parameters: I) -> Self {
        Self(parameters.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect())
    }
}

impl Shaped for Parameters {
    fn shape() -> Shape {
        Shape::Parameters
    }
}

impl serde::Serialize for Parameters {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl Read for Parameters {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        let Some(parameters) = reader.named(value) else { return Leaf::Unreadable };
        let owned = parameters.into_iter().map(|(name, value)| (Cow::Owned(name.into()), value));
        Leaf::Given(Self(owned.collect()))
    }
}

fn value(reader: &mut Reader<'_>) -> Leaf<ParameterValue> {
    match reader.kind() {
        Some(JsonType::List) => Vec::read(reader).map(ParameterValue::List),
        Some(JsonType::Number) => u64::read(reader).map(ParameterValue::Whole),
        _ => String::read(reader).map(ParameterValue::Text),
    }
}
