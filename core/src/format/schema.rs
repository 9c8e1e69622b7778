//! JSON Schema (2020-12) from shapes.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use crate::format::shape::{Presence, RecordShape, Shape, Shaped};

/// The JSON Schema of a type of the wire format, with a title.
///
/// ```
/// use claquette::{schema, wire::Production};
/// let schema = schema::<Production>("Production");
/// assert_eq!(schema["required"], serde_json::json!(["format", "kind", "lines"]));
/// assert_eq!(schema["additionalProperties"], false);
/// ```
pub fn schema<T: Shaped>(title: &str) -> Value {
    let mut definitions = Definitions::default();
    let mut root = match T::shape() {
        Shape::Record(record) => definitions.object(record),
        other => definitions.value(other),
    };
    if let Value::Object(fields) = &mut root {
        fields.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
        fields.insert("title".into(), title.into());
        let defined =
            definitions.0.into_iter().filter_map(|(name, schema)| Some((name.to_string(), schema?)));
        fields.insert("$defs".into(), Value::Object(defined.collect()));
    }
    root
}

/// The records that are referred to by name; one that is being built has no schema yet.
#[derive(Default)]
struct Definitions(BTreeMap<&'static str, Option<Value>>);

impl Definitions {
    fn value(&mut self, shape: Shape) -> Value {
        match shape {
            Shape::Text => json!({"type": "string"}),
            Shape::Number => json!({
                "description": "An exact decimal: a text, or a number that a double carries unchanged.",
                "anyOf": [{"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$"}, {"type": "number"}],
            }),
            Shape::Exact => json!({"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$"}),
            Shape::Whole => json!({"type": "integer", "minimum": 0}),
            Shape::TextOrWhole => json!({"type": ["string", "integer"]}),
            Shape::Flag => json!({"type": "boolean"}),
            Shape::Term(words) => {
                json!({"enum": words.rows.iter().map(|row| row.text).collect::<Vec<_>>()})
            }
            Shape::List(item) => json!({"type": "array", "items": self.value(item())}),
            Shape::OneOrMany(one, many) => {
                let list = json!({"type": "array", "items": self.value(many())});
                json!({"anyOf": [self.value(one()), list]})
            }
            Shape::Texts => json!({"type": "object", "additionalProperties": {"type": "string"}}),
            Shape::Parameters => json!({"type": "object", "additionalProperties": {"anyOf": [
                {"type": "string"},
                {"type": "integer", "minimum": 0},
                {"type": "array", "items": {"type": "string"}},
            ]}}),
            Shape::Record(record) | Shape::Choice(record) => {
                if !self.0.contains_key(record.name) {
                    self.0.insert(record.name, None);
                    let mut schema = self.object(record);
                    if let (Shape::Choice(_), Value::Object(fields)) = (shape, &mut schema) {
                        fields.insert("minProperties".into(), 1.into());
                        fields.insert("maxProperties".into(), 1.into());
                    }
                    self.0.insert(record.name, Some(schema));
                }
                let path = ["#/$defs/", record.name].concat();
                json!({"$ref": path})
            }
        }
    }

    fn object(&mut self, record: &RecordShape) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for field in record.fields {
            let mut schema = self.value((field.shape)());
            if let Value::Object(fields) = &mut schema {
                fields.insert("description".into(), plain(field.doc).into());
                if let Some(usual) = field.usual {
                    fields.insert("default".into(), usual());
                }
                if field.presence == Presence::Filled {
                    fields.insert("minItems".into(), 1.into());
                }
            }
            if field.presence != Presence::Optional {
                required.push(field.name);
            }
            properties.insert(field.name.to_string(), schema);
        }
        json!({
            "type": "object",
            "description": plain(record.doc),
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        })
    }
}

/// The text of a documentation comment, without its example in Rust.
fn plain(doc: &str) -> String {
    let text = doc.split("```").next().unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
