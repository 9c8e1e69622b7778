//! Results: the trait of those that are written as JSON, and the macro that declares their types.

use alloc::string::String;
use alloc::vec::Vec;

use serde_json::Value;

use crate::format::shape::Shaped;
use crate::text::printable::is_hidden;

/// The version of the format of results.
pub const FORMAT: u32 = 1;

/// The name and version of the engine, as results carry it.
pub const ENGINE: &str = concat!("claquette ", env!("CARGO_PKG_VERSION"));

/// A result on the wire.
pub trait Output: serde::Serialize + Shaped {
    /// The JSON text, on one line. What would not be seen or would move what is around it has an escape.
    fn to_json(&self) -> String {
        // Serialization cannot fail: a result consists of texts, numbers and lists of them.
        escaped(serde_json::to_string(self).unwrap_or_default())
    }

    /// The JSON text, indented.
    fn to_json_pretty(&self) -> String {
        escaped(serde_json::to_string_pretty(self).unwrap_or_default())
    }
}

impl<T: Output> Output for Vec<T> {}

/// JSON with escapes for characters that are not visible or affect the text around them, so that a log or a terminal can
/// show a result as it is. In JSON such characters occur only in texts and names, where an escape stands for the character.
fn escaped(json: String) -> String {
    let hides = |letter| letter != '\n' && is_hidden(letter);
    if !json.chars().any(hides) {
        return json;
    }
    let mut safe = String::with_capacity(json.len());
    for letter in json.chars() {
        if hides(letter) {
            let mut units = [0; 2];
            let units = letter.encode_utf16(&mut units);
            units.iter().for_each(|unit| safe.push_str(&alloc::format!("\\u{unit:04x}")));
        } else {
            safe.push(letter);
        }
    }
    safe
}

/// Declares a record of a result once: its struct, its shape and its writer. An `optional` field is omitted if it is
/// `None`.
macro_rules! output {
    (
        $(#[doc = $doc:literal])+
        $(#[derive($($derive:ident),+)])?
        $vis:vis struct $name:ident {
            $($(#[doc = $field_doc:literal])+ $field:ident: $type:ty $(= $presence:ident $(($default:expr))?)?,)+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq)]
        $(#[derive($($derive),+)])?
        $vis struct $name {
            $($(#[doc = $field_doc])+ pub $field: $type,)+
        }

        impl $crate::format::shape::Shaped for $name {
            fn shape() -> $crate::format::shape::Shape {
                const RECORD: $crate::format::shape::RecordShape = $crate::format::shape::RecordShape {
                    name: stringify!($name),
                    doc: concat!($($doc, "\n"),+),
                    fields: &[$($crate::format::shape::FieldShape {
                        name: stringify!($field),
                        doc: concat!($($field_doc, "\n"),+),
                        presence: $crate::format::output::presence!($($presence $(($default))?)?),
                        shape: <$type as $crate::format::shape::Shaped>::shape,
                        usual: $crate::format::output::usual!($type $(, $presence $(($default))?)?),
                    }),+],
                };
                $crate::format::shape::Shape::Record(&RECORD)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let fields = [$(stringify!($field)),+].len();
                let mut object = serializer.serialize_struct(stringify!($name), fields)?;
                $(if !$crate::format::output::left_out!(self.$field $(, $presence $(($default))?)?) {
                    serde::ser::SerializeStruct::serialize_field(&mut object, stringify!($field), &self.$field)?;
                })+
                serde::ser::SerializeStruct::end(object)
            }
        }
    };
}
pub(crate) use output;

/// Whether a field of a result may be omitted, for its shape.
macro_rules! presence {
    () => {
        $crate::format::shape::Presence::Required
    };
    (optional) => {
        $crate::format::shape::Presence::Optional
    };
    (or_default) => {
        $crate::format::shape::Presence::Optional
    };
    (unless($default:expr)) => {
        $crate::format::shape::Presence::Optional
    };
}
pub(crate) use presence;

/// What the absence of a field of a result stands for, for its shape.
macro_rules! usual {
    ($type:ty) => {
        None
    };
    ($type:ty, optional) => {
        None
    };
    ($type:ty, or_default) => {
        Some(|| $crate::format::output::value_of(&<$type>::default()))
    };
    ($type:ty, unless($default:expr)) => {
        Some(|| $crate::format::output::value_of(&$default))
    };
}
pub(crate) use usual;

/// A value as JSON.
pub(crate) fn value_of<T: serde::Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// Whether a value is the default of its type.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Whether a field of a result is left out.
macro_rules! left_out {
    ($field:expr) => {
        false
    };
    ($field:expr, optional) => {
        $field.is_none()
    };
    ($field:expr, or_default) => {
        $crate::format::output::is_default(&$field)
    };
    ($field:expr, unless($default:expr)) => {
        $field == $default
    };
}
pub(crate) use left_out;
