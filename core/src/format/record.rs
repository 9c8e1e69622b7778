//! The macro that declares a type of the wire format.

/// Declares a record of the wire format once: its struct, its reader, its list of fields, its shape
/// and its writer.
///
/// A field is `name: Leaf<T> = "wire name",`. After it, `required` has its absence reported, and `filled` also
/// requires that the list is not empty.
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
            /// The unknown and repeated fields that it was given.
            pub unread: $crate::format::unread::Unread,
        }

        impl $name {
            /// The names of the fields on the wire, in the order in which they are written.
            pub const FIELDS: &'static [&'static str] = &[$($wire),+];
        }

        impl $name {
            /// Makes absent fields unreadable: the document ended before them.
            pub(crate) fn cut_off(&mut self) {
                $(self.$field.cut_off();)+
            }
        }

        // The reader remembers the fields that it has seen in the bits of a u64.
        const _: () = assert!($name::FIELDS.len() <= 64, "a record has at most 64 fields");

        impl $crate::format::shape::Shaped for $name {
            fn shape() -> $crate::format::shape::Shape {
                const RECORD: $crate::format::shape::RecordShape = $crate::format::shape::RecordShape {
                    name: stringify!($name),
                    doc: concat!($($doc, "\n"),+),
                    fields: &[$($crate::format::shape::FieldShape {
                        name: $wire,
                        doc: concat!($($field_doc, "\n"),+),
                        presence: $crate::format::record::presence!($($required)?),
                        shape: <$type as $crate::format::shape::Shaped>::shape,
                        usual: None,
                    }),+],
                };
                $crate::format::shape::Shape::Record(&RECORD)
            }
        }

        impl $crate::format::read::Read for $name {
            fn read(reader: &mut $crate::format::json::reader::Reader<'_>) -> $crate::format::leaf::Leaf<Self> {
                let Some(mut object) = reader.open() else { return $crate::format::leaf::Leaf::Unreadable };
                let mut record = Self::default();
                const NAMES: &[$crate::format::json::field_name::FieldName] =
                    &[$($crate::format::json::field_name::FieldName::new($wire)),+];
                #[expect(non_camel_case_types, reason = "named as the fields are")]
                enum Position {
                    $($field,)+
                }
                while let Some(index) = reader.field(&mut object, NAMES) {
                    $(if index == Position::$field as usize {
                        $crate::format::read::Read::read_into(reader, &mut record.$field);
                    })+
                    reader.close_field();
                }
                record.unread = object.into_unread();
                if reader.is_broken() {
                    record.cut_off();
                }
                $crate::format::leaf::Leaf::Given(record)
            }

            const HAS_FIELDS: bool = true;

            fn require(&self, findings: &mut $crate::diagnostic::findings::Findings) {
                if !self.unread.is_empty() && !findings.has_reading() {
                    self.unread.report(Self::FIELDS, findings);
                }
                $($crate::format::read::require(&self.$field, $wire, $crate::format::record::is_required!($($required)?), findings);)+
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if !self.unread.is_empty() {
                    return Err(serde::ser::Error::custom("a field that could not be read is not written"));
                }
                let mut object = serializer.serialize_struct(stringify!($name), Self::FIELDS.len())?;
                $($crate::format::leaf::write_field(&mut object, $wire, &self.$field)?;)+
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

/// Whether a field is required, for its shape.
macro_rules! presence {
    () => {
        $crate::format::shape::Presence::Optional
    };
    (required) => {
        $crate::format::shape::Presence::Required
    };
    (filled) => {
        $crate::format::shape::Presence::Filled
    };
}
pub(crate) use presence;
