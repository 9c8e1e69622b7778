//! The location of a problem.

use alloc::string::String;
use core::fmt;

use crate::text::printable::Printable;

use serde::ser::SerializeStruct;

use crate::text::quotation::shortened;

/// The location of a problem: in a value, in the text of a JSON document, or in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// A JSON pointer (RFC 6901) to the value.
    Pointer(String),
    /// A position in a text that is not JSON.
    Text {
        /// Offset in bytes, from 0.
        byte: u64,
        /// Line, from 1.
        line: u64,
        /// Column in characters, from 1.
        column: u64,
    },
    /// A cell of a table.
    Table {
        /// Name of the file or set.
        file: String,
        /// Line, from 1.
        line: u64,
        /// Name of the column; empty for the whole line.
        column: String,
    },
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pointer(pointer) => Printable(pointer).fmt(f),
            Self::Text { line, column, .. } => write!(f, "{line}:{column}"),
            Self::Table { file, line, column } if column.is_empty() => {
                write!(f, "{}:{line}", Printable(file))
            }
            Self::Table { file, line, column } => {
                write!(f, "{}:{line}:{}", Printable(file), Printable(column))
            }
        }
    }
}

impl Location {
    /// Writes the location as fields of its diagnostic.
    pub(crate) fn serialize_fields<S: SerializeStruct>(&self, object: &mut S) -> Result<(), S::Error> {
        match self {
            Self::Pointer(pointer) => object.serialize_field("pointer", pointer),
            Self::Text { byte, line, column } => {
                object.serialize_field("byte", byte)?;
                object.serialize_field("line", line)?;
                object.serialize_field("column", column)
            }
            Self::Table { file, line, column } => {
                object.serialize_field("file", file)?;
                object.serialize_field("line", line)?;
                object.serialize_field("column", column)
            }
        }
    }
}

/// One step of a path into a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Segment {
    /// A field of an object.
    Field(&'static str),
    /// An element of a list.
    Index(usize),
}

impl Segment {
    /// The JSON pointer of a path.
    pub(crate) fn pointer(path: &[Self]) -> String {
        let mut pointer = String::with_capacity(32);
        path.iter().for_each(|segment| segment.write(&mut pointer));
        pointer
    }

    /// Adds the step to a JSON pointer.
    pub(crate) fn write(self, pointer: &mut String) {
        pointer.push('/');
        match self {
            Self::Field(name) => pointer.push_str(name),
            Self::Index(index) => {
                let _infallible = fmt::Write::write_fmt(pointer, format_args!("{index}"));
            }
        }
    }
}

/// Adds the name of any field to a JSON pointer, shortened and escaped as RFC 6901 requires.
pub(crate) fn write_name(pointer: &mut String, name: &str) {
    pointer.push('/');
    for letter in shortened(name).chars() {
        match letter {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}
