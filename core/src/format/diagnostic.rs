//! What a diagnostic looks like on the wire.

use alloc::string::String;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::severity::Severity;
use crate::format::parameters::Parameters;
use crate::format::shape::{FieldShape, Presence, RecordShape, Shape, Shaped};

/// A column: a number in a text, a name in a table.
struct Column;

impl Shaped for Column {
    fn shape() -> Shape {
        Shape::TextOrWhole
    }
}

/// Declares the fields of a diagnostic, as its writer writes them.
macro_rules! fields {
    ($($name:literal $presence:ident $shape:ty, $doc:literal;)+) => {
        &[$(FieldShape {
            name: $name,
            doc: $doc,
            presence: Presence::$presence,
            shape: <$shape as Shaped>::shape,
            usual: None,
        }),+]
    };
}

impl Shaped for Diagnostic {
    fn shape() -> Shape {
        const RECORD: RecordShape = RecordShape {
            name: "Diagnostic",
            doc: " One problem: what is wrong, where, and what would be right.\n",
            fields: fields! {
                "code" Required String, " The stable code of the problem.\n";
                "severity" Required Severity, " Whether it stops a computation.\n";
                "pointer" Optional String, " Where it stands: a JSON pointer.\n";
                "byte" Optional u64, " In a text that is no JSON: the offset in bytes, from 0.\n";
                "file" Optional String, " In a table: the name of the file or set.\n";
                "line" Optional u64, " In a text or a table: the line, from 1.\n";
                "column" Optional Column, " In a text the column, from 1; in a table its name.\n";
                "parameters" Required Parameters, " The parameters of the message: texts, whole numbers, and lists of names.\n";
                "suggestion" Optional String, " What was probably meant.\n";
                "fr" Required String, " The message in French.\n";
                "en" Required String, " The message in English.\n";
            },
        };
        Shape::Record(&RECORD)
    }
}
