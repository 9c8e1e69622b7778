//! What a document is, as the names of its fields tell.

use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::parameter::DocumentSort;
use crate::format::json::Limits;
use crate::format::json::field_name::FieldName;
use crate::format::json::reader::Reader;

/// The fields that tell one sort from another.
const MARKS: [FieldName; 8] = [
    FieldName::new("kind"),
    FieldName::new("engine"),
    FieldName::new("totals"),
    FieldName::new("status"),
    FieldName::new("diagnostics"),
    FieldName::new("production"),
    FieldName::new("footprint"),
    FieldName::new("tables"),
];

/// The longest name of a file that is told from a document.
const NAME: usize = 255;

impl DocumentSort {
    /// What a document is, as far as the names of its fields tell: half a document has fewer.
    ///
    /// ```
    /// use claquette::DocumentSort;
    /// let archive = br#"{"format": 1, "production": {"kind": "news"}, "footprint": {"engine"#;
    /// assert_eq!(DocumentSort::of(archive), Some(DocumentSort::Archive));
    /// assert_eq!(DocumentSort::of(br#"{"format": 1, "kind": "news"}"#), Some(DocumentSort::Production));
    /// assert_eq!(DocumentSort::of(b"[]"), None);
    /// ```
    pub fn of(document: &[u8]) -> Option<Self> {
        let text = match core::str::from_utf8(document) {
            Ok(text) => text,
            Err(error) => core::str::from_utf8(document.get(..error.valid_up_to())?).ok()?,
        };
        let mut reader = Reader::new(text, Limits { problems: 0, ..Limits::default() });
        let mut object = reader.open()?;
        let mut seen = [false; MARKS.len()];
        while let Some(field) = reader.field(&mut object, &MARKS) {
            seen.get_mut(field).into_iter().for_each(|seen| *seen = true);
            reader.skip();
            reader.close_field();
        }
        let [kind, engine, totals, status, diagnostics, production, footprint, tables] = seen;
        match () {
            () if kind => Some(Self::Production),
            () if engine && diagnostics => Some(Self::Refusal),
            () if engine && (totals || status) => Some(Self::Summary),
            () if engine => Some(Self::Footprint),
            () => (production || footprint || tables).then_some(Self::Archive),
        }
    }

    /// Why a text is not a document of this sort, if that can be told at a glance: it is one of another, or the name of a file.
    pub(crate) fn instead(self, text: &str) -> Option<Problem> {
        let name = text.trim();
        let is_name = name.len() <= NAME && !name.contains(['{', '[', '"', '\n']) && name.ends_with(".json");
        if is_name {
            return Some(Problem::FileName { name: name.into() });
        }
        let document = Self::of(text.as_bytes()).filter(|sort| *sort != self)?;
        Some(Problem::OtherDocument { document })
    }
}
