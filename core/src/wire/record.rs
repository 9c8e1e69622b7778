//! The one declaration of a type of the wire format.

/// Declares a record of the wire format once: its struct, its reader, its list of fields, its shape
/// and its writer.
///
/// A field is `name: Leaf<T> = "wire name",`; `required` after it has its absence reported, `filled` also
/// says that the list must not be empty.
macro_rules! record {
    (
        $(#[doc = $doc:literal])+
        pub struct $name:ident {
            $($(#[doc = $field_doc:literal])+ $field:ident: $type:ty = $wire:literal $($required:ident)?,)+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $name {
            $($(#[doc = $field_doc])+ pub $field: $type,)+
        }

        impl $name {
            /// The names of the fields on the wire, in the order in which they are written.
            pub const FIELDS: &'static [&'static str] = &[$($wire),+];
        }

        // The reader remembers the fields that it has seen in the bits of a u64.
        const _: () = assert!($name::FIELDS.len() <= 64, "a record has at most 64 fields");

        impl $crate::shape::Shaped for $name {
            fn shape() -> $crate::shape::Shape {
                const RECORD: $crate::shape::RecordShape = $crate::shape::RecordShape {
                    name: stringify!($name),
                    doc: concat!($($doc, "\n"),+),
                    fields: &[$($crate::shape::FieldShape {
                        name: $wire,
                        doc: concat!($($field_doc, "\n"),+),
                        presence: $crate::wire::presence!($($required)?),
                        shape: <$type as $crate::shape::Shaped>::shape,
                    }),+],
                };
                $crate::shape::Shape::Record(&RECORD)
            }
        }

        impl $crate::json::Read for $name {
            fn read(reader: &mut $crate::json::Reader<'_>) -> $crate::wire::Leaf<Self> {
                let Some(mut object) = reader.open() else { return $crate::wire::Leaf::Unreadable };
                let mut record = Self::default();
                #[expect(non_camel_case_types, reason = "named as the fields are")]
                enum Position {
                    $($field,)+
                }
                while let Some(index) = reader.field(&mut object, Self::FIELDS) {
                    $(if index == Position::$field as usize {
                        $crate::json::Read::read_into(reader, &mut record.$field);
                    })+
                    reader.close_field();
                }
                $crate::wire::Leaf::Given(record)
            }

            const HAS_FIELDS: bool = true;

            fn require(&self, findings: &mut $crate::diagnostic::Findings) {
                $($crate::json::require(&self.$field, $wire, $crate::wire::is_required!($($required)?), findings);)+
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut object = serializer.serialize_struct(stringify!($name), Self::FIELDS.len())?;
                $($crate::wire::write_field(&mut object, $wire, &self.$field)?;)+
                serde::ser::SerializeStruct::end(object)
            }
        }
    };
}
pub(crate) use record;

/// Whether a field of a record is marked as required.
macro_rules! is_required {
    () => {
        false
    };
    (required) => {
        true
    };
    (filled) => {
        true
    };
}
pub(crate) use is_required;

/// Whether a field must be there, as its shape says it.
macro_rules! presence {
    () => {
        $crate::shape::Presence::Optional
    };
    (required) => {
        $crate::shape::Presence::Required
    };
    (filled) => {
        $crate::shape::Presence::Filled
    };
}
pub(crate) use presence;
