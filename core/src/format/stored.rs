//! Records that are written and read back: the parts of a stored footprint.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::diagnostic::catalogue::Problem;
use crate::format::json::reader::Reader;
use crate::format::leaf::Leaf;
use crate::format::read::Read;
use crate::number;
use crate::number::date::Period;
use crate::number::mass::Mass;
use crate::number::unit::Unit;
use crate::number::{Exact, Number};
use crate::text::shared::Text;

/// Declares a record once: its struct, its shape, its writer and its reader.
///
/// A field is required; after its type, `= optional` says that it may be absent (its type is an `Option`),
/// `= or_default` that it is absent where it has the default of its type, and `= unless(value)` where it has this value.
macro_rules! stored {
    (
        $(#[doc = $doc:literal])+
        $(#[derive($($derive:ident),+)])?
        $vis:vis struct $name:ident {
            $($(#[doc = $field_doc:literal])+ $field:ident: $type:ty $(= $presence:ident $(($default:expr))?)?,)+
        }
    ) => {
        $crate::format::output::output! {
            $(#[doc = $doc])+
            $(#[derive($($derive),+)])?
            $vis struct $name {
                $($(#[doc = $field_doc])+ $field: $type $(= $presence $(($default))?)?,)+
            }
        }

        impl $crate::format::read::Read for $name {
            fn read(reader: &mut $crate::format::json::reader::Reader<'_>) -> $crate::format::leaf::Leaf<Self> {
                use $crate::format::leaf::Leaf;
                const NAMES: &[$crate::format::json::field_name::FieldName] =
                    &[$($crate::format::json::field_name::FieldName::new(stringify!($field))),+];
                let Some(mut object) = reader.open() else { return Leaf::Unreadable };
                $(let mut $field: Leaf<$type> = Leaf::Absent;)+
                #[expect(non_camel_case_types, reason = "named as the fields are")]
                enum Position {
                    $($field,)+
                }
                while let Some(index) = reader.field(&mut object, NAMES) {
                    $(if index == Position::$field as usize {
                        $crate::format::read::Read::read_into(reader, &mut $field);
                    })+
                    reader.close_field();
                }
                if reader.is_broken() || object.has_unread() {
                    return Leaf::Unreadable;
                }
                $(let $field = $crate::format::stored::taken!(reader, $field $(, $presence $(($default))?)?);)+
                match ($($field,)+) {
                    ($(Some($field),)+) => Leaf::Given(Self { $($field),+ }),
                    _ => Leaf::Unreadable,
                }
            }
        }
    };
}
pub(crate) use stored;

/// The value of a field that was read, or what stands for its absence.
macro_rules! taken {
    ($reader:ident, $field:ident) => {
        $crate::format::stored::required($reader, $field, stringify!($field))
    };
    ($reader:ident, $field:ident, optional) => {
        $crate::format::stored::or($field, None)
    };
    ($reader:ident, $field:ident, or_default) => {
        $crate::format::stored::or($field, Default::default())
    };
    ($reader:ident, $field:ident, unless($default:expr)) => {
        $crate::format::stored::or($field, $default)
    };
}
pub(crate) use taken;

/// The value of a required field; its absence is reported.
pub(crate) fn required<T>(reader: &mut Reader<'_>, leaf: Leaf<T>, field: &'static str) -> Option<T> {
    match leaf {
        Leaf::Given(value) => Some(value),
        Leaf::Absent => {
            reader.report(Problem::MissingField { field });
            None
        }
        Leaf::Unreadable => None,
    }
}

/// The value of a field, or what stands for its absence.
pub(crate) fn or<T>(leaf: Leaf<T>, default: T) -> Option<T> {
    match leaf {
        Leaf::Given(value) => Some(value),
        Leaf::Absent => Some(default),
        Leaf::Unreadable => None,
    }
}

impl<T: Read> Read for Option<T> {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        T::read(reader).map(Some)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        let mut items = Self::new();
        if reader.list_of(&mut items, T::read) { Leaf::Given(items) } else { Leaf::Unreadable }
    }
}

/// Reads a decimal, as it is written: in a text.
fn decimal(reader: &mut Reader<'_>) -> Option<Decimal> {
    match Number::from(&*reader.text()?) {
        Number::Exact(value) => Some(value),
        Number::Invalid(text) => {
            reader.report(Problem::InvalidNumber { text });
            None
        }
    }
}

/// Reads a whole number up to a maximum, as it is written: not in a text.
fn whole(reader: &mut Reader<'_>, maximum: u64) -> Option<u64> {
    let value = reader.json_number()?;
    let whole = u64::try_from(value).ok().filter(|whole| value.fract().is_zero() && *whole <= maximum);
    if whole.is_none() {
        let (value, maximum) = (number::text(value), maximum.to_string());
        reader.report(Problem::NotACount { value, maximum });
    }
    whole
}

impl Read for Exact {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        decimal(reader).map_or(Leaf::Unreadable, |value| Leaf::Given(Self(value)))
    }
}

/// Exact kilograms.
impl Read for Mass {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        let Some(kilograms) = decimal(reader) else { return Leaf::Unreadable };
        match Self::from_kilograms(kilograms) {
            Some(mass) => Leaf::Given(mass),
            None => {
                reader.report(match kilograms.normalize().scale() {
                    0..=Self::PLACES => Problem::Overflow {},
                    _ => Problem::TooFine { value: number::text(kilograms) },
                });
                Leaf::Unreadable
            }
        }
    }
}

impl Read for Unit {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        let Some(text) = reader.text() else { return Leaf::Unreadable };
        match Self::parse(&text) {
            Some(unit) => Leaf::Given(unit),
            None => {
                reader.report(Problem::UnknownUnit { unit: text.into_owned() });
                Leaf::Unreadable
            }
        }
    }
}

impl Read for Cow<'static, str> {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        String::read(reader).map(Cow::Owned)
    }
}

impl Read for Text {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        reader.text().map_or(Leaf::Unreadable, |text| Leaf::Given(Self::from(&*text)))
    }
}

impl Read for u64 {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        whole(reader, Self::MAX).map_or(Leaf::Unreadable, Leaf::Given)
    }
}

impl Read for u32 {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        let whole = whole(reader, Self::MAX.into()).and_then(|whole| Self::try_from(whole).ok());
        whole.map_or(Leaf::Unreadable, Leaf::Given)
    }
}

impl Read for Period {
    fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
        let Some(text) = reader.text() else { return Leaf::Unreadable };
        match Self::parse(&text) {
            Some(period) => Leaf::Given(period),
            None => {
                reader.report(Problem::InvalidDate { text: text.into_owned() });
                Leaf::Unreadable
            }
        }
    }
}
