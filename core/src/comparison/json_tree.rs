//! A JSON text with the position of each of its values. It takes about twelve bytes per value in addition to the
//! text, and is built in one pass.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::collection::name_map::NameIndex;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::location::{Location, Segment, write_name};
use crate::diagnostic::parameter::{JsonToken, JsonType};
use crate::diagnostic::problems::Problems;
use crate::format::json::scanner::Scanner;
use crate::text::quotation::shortened_to;

/// The most nested levels.
const DEEPEST: usize = 128;

/// The values of a text, each before the values that it contains. The value of a field follows its name.
#[derive(Debug)]
pub(crate) struct JsonTree<'a> {
    text: &'a str,
    nodes: Vec<Node>,
}

/// The start and the end of a value or a name in the text, and the position after everything that it contains.
#[derive(Clone, Copy, Debug)]
struct Node {
    start: u32,
    end: u32,
    next: u32,
}

/// A value of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct JsonValue<'t> {
    tree: &'t JsonTree<'t>,
    at: u32,
    node: Node,
}

impl<'a> JsonTree<'a> {
    /// Reads a text.
    ///
    /// # Errors
    /// A text that is not JSON, too large or too deep; otherwise the fields that are given twice: one of the two
    /// values would be compared while a reader may see the other.
    pub(crate) fn read(text: &'a str) -> Result<Self, Vec<Diagnostic>> {
        if u32::try_from(text.len()).is_err() {
            let (bytes, limit) = (text.len() as u64, u32::MAX.into());
            let location = Location::Pointer(String::new());
            return Err(alloc::vec![Diagnostic::at(location, Problem::InputTooLarge { bytes, limit })]);
        }
        let mut reading = Reading {
            scanner: Scanner::new(text),
            nodes: Vec::new(),
            open: Vec::new(),
            pointer: String::new(),
            twice: Problems::default(),
        };
        if let Err(problem) = reading.document() {
            let location = match problem {
                Problem::TooDeep { .. } => Location::Pointer(reading.pointer),
                _ => {
                    let (line, column) = reading.scanner.line_and_column();
                    Location::Text { byte: reading.scanner.at() as u64, line, column }
                }
            };
            return Err(alloc::vec![Diagnostic::at(location, problem)]);
        }
        if reading.twice.is_empty() {
            Ok(Self { text, nodes: reading.nodes })
        } else {
            Err(reading.twice.finish())
        }
    }

    /// The whole document.
    pub(crate) fn root(&self) -> Option<JsonValue<'_>> {
        self.value(0)
    }

    fn value(&self, at: u32) -> Option<JsonValue<'_>> {
        let node = *self.nodes.get(usize::try_from(at).ok()?)?;
        Some(JsonValue { tree: self, at, node })
    }
}

impl<'t> JsonValue<'t> {
    /// The JSON of the value, as it is written in the text.
    pub(crate) fn written(self) -> &'t str {
        let (start, end) = (self.node.start as usize, self.node.end as usize);
        self.tree.text.get(start..end).unwrap_or_default()
    }

    fn begins_with(self, mark: char) -> bool {
        self.written().starts_with(mark)
    }

    /// The items of a list.
    pub(crate) fn items(self) -> Option<impl Iterator<Item = JsonValue<'t>>> {
        self.begins_with('[').then(|| self.children())
    }

    /// The fields of an object with their names, in the order of the text.
    pub(crate) fn fields(self) -> Option<impl Iterator<Item = (Cow<'t, str>, JsonValue<'t>)>> {
        let mut children = self.begins_with('{').then(|| self.children())?;
        Some(core::iter::from_fn(move || {
            let (name, value) = (children.next()?, children.next()?);
            Some((name.text()?, value))
        }))
    }

    /// The field with a name.
    pub(crate) fn field(self, name: &str) -> Option<JsonValue<'t>> {
        self.fields()?.find(|(other, _)| other == name).map(|(_, value)| value)
    }

    fn children(self) -> impl Iterator<Item = JsonValue<'t>> {
        let (tree, mut at, end) = (self.tree, self.at.saturating_add(1), self.node.next);
        core::iter::from_fn(move || {
            let value = tree.value(at).filter(|_| at < end)?;
            at = value.node.next;
            Some(value)
        })
    }

    /// The text, if the value is one.
    pub(crate) fn text(self) -> Option<Cow<'t, str>> {
        if self.begins_with('"') { Scanner::new(self.written()).text().ok() } else { None }
    }

    /// Whether two values that contain no others are equal.
    pub(crate) fn same(self, other: JsonValue<'_>) -> bool {
        self.written() == other.written()
            || matches!((self.text(), other.text()), (Some(one), Some(other)) if one == other)
    }

    /// The first characters of the JSON of the value, without spaces between its tokens, and `…` if there are others.
    pub(crate) fn json(self, most: usize) -> String {
        let mut json = String::new();
        let mut scanner = Scanner::new(self.written());
        // A character has at most four bytes.
        while let Some(mark) = scanner.mark().filter(|_| json.len() <= most.saturating_mul(4)) {
            let start = scanner.at();
            match mark {
                b'"' => _ = scanner.text(),
                _ => scanner.step(),
            }
            json.push_str(self.written().get(start..scanner.at()).unwrap_or_default());
        }
        shortened_to(&json, most)
    }
}

/// A text that is being read.
struct Reading<'a> {
    scanner: Scanner<'a>,
    nodes: Vec<Node>,
    open: Vec<Open<'a>>,
    /// The JSON pointer to the current position.
    pointer: String,
    twice: Problems,
}

/// A list or an object whose end has not been read yet.
struct Open<'a> {
    node: usize,
    /// The length of the pointer to this list or object.
    pointer: usize,
    /// How many items or fields have been started.
    begun: usize,
    /// The names of the fields, if it is an object.
    names: Option<NameIndex<'a>>,
}

impl<'a> Reading<'a> {
    fn document(&mut self) -> Result<(), Problem> {
        loop {
            self.value()?;
            // Closes everything that ends here, then goes to the next item or the name of the next field.
            loop {
                let Some(open) = self.open.last_mut() else {
                    let done = self.scanner.is_done();
                    return if done { Ok(()) } else { Err(malformed(JsonToken::DocumentEnd)) };
                };
                self.pointer.truncate(open.pointer);
                let close = if open.names.is_some() { b'}' } else { b']' };
                let first = open.begun == 0;
                if self.scanner.take(close) {
                    self.close();
                } else if first || self.scanner.take(b',') {
                    self.next()?;
                    break;
                } else {
                    return Err(malformed(JsonToken::Separator));
                }
            }
        }
    }

    /// Reads a value; of a list or an object, only its opening bracket.
    fn value(&mut self) -> Result<(), Problem> {
        let kind = self.scanner.kind().map_err(malformed)?;
        let start = self.scanner.at();
        match kind {
            JsonType::Text => _ = self.scanner.text().map_err(malformed)?,
            JsonType::Number => _ = self.scanner.number().map_err(malformed)?,
            JsonType::Flag | JsonType::Null => _ = self.scanner.literal().map_err(malformed)?,
            _ if self.open.len() >= DEEPEST => return Err(Problem::TooDeep { limit: DEEPEST as u64 }),
            _ => {
                self.scanner.step();
                let names = matches!(kind, JsonType::Object).then(NameIndex::default);
                let (node, pointer) = (self.nodes.len(), self.pointer.len());
                self.open.push(Open { node, pointer, begun: 0, names });
            }
        }
        self.add(start);
        Ok(())
    }

    /// Goes to the next item, or reads the name of the next field.
    fn next(&mut self) -> Result<(), Problem> {
        let Some(open) = self.open.last_mut() else { return Ok(()) };
        let item = open.begun;
        open.begun = item.saturating_add(1);
        let Some(names) = &mut open.names else {
            Segment::Index(item).write(&mut self.pointer);
            return Ok(());
        };
        _ = self.scanner.mark();
        let start = self.scanner.at();
        let name = self.scanner.name().map_err(malformed)?;
        write_name(&mut self.pointer, &name);
        if !names.add(name.clone()) {
            let problem = Problem::DuplicateField { field: name.to_string() };
            self.twice.push(Diagnostic::at(Location::Pointer(self.pointer.clone()), problem));
        }
        self.add(start);
        if self.scanner.take(b':') { Ok(()) } else { Err(malformed(JsonToken::Colon)) }
    }

    /// Adds a node for the text read since a position.
    fn add(&mut self, start: usize) {
        let next = position(self.nodes.len().saturating_add(1));
        self.nodes.push(Node { start: position(start), end: position(self.scanner.at()), next });
    }

    /// Closes the innermost open list or object.
    fn close(&mut self) {
        let next = position(self.nodes.len());
        let node = self.open.pop().and_then(|open| self.nodes.get_mut(open.node));
        if let Some(node) = node {
            (node.end, node.next) = (position(self.scanner.at()), next);
        }
    }
}

/// A position in a text of at most four gigabytes; there are no more values than bytes.
fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn malformed(expected: JsonToken) -> Problem {
    Problem::MalformedJson { expected }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<String> {
        let problems = JsonTree::read(text).err().unwrap_or_default();
        problems.iter().map(|problem| alloc::format!("{} {}", problem.code(), problem.location)).collect()
    }

    #[test]
    fn values_stand_where_they_are_written() {
        let text = r#" {"a": [1, {"b": null}, []], "c\u0064": "x\ny" , "e":{}} "#;
        let tree = JsonTree::read(text).unwrap();
        let root = tree.root().unwrap();
        assert_eq!(root.written(), text.trim());
        let names: Vec<_> = root.fields().unwrap().map(|(name, _)| name).collect();
        assert_eq!(names, ["a", "cd", "e"]);
        let items: Vec<_> = root.field("a").unwrap().items().unwrap().map(|item| item.json(20)).collect();
        assert_eq!(items, ["1", r#"{"b":null}"#, "[]"]);
        assert_eq!(root.field("cd").unwrap().text().unwrap(), "x\ny");
        assert!(root.field("e").unwrap().fields().unwrap().next().is_none());
        let other = JsonTree::read("\"x\\u000ay\"").unwrap();
        assert!(root.field("cd").unwrap().same(other.root().unwrap()));
        assert!(!root.field("e").unwrap().same(other.root().unwrap()));
    }

    /// Nothing held how many of them are told.
    #[test]
    fn a_thousand_fields_that_are_given_twice_are_told() {
        let twice = |count: usize| alloc::format!("{{{}\"a\": 0}}", "\"a\": 0, ".repeat(count));
        for (count, told) in [(1, 1), (999, 999), (1000, 1000), (1001, 1001), (5000, 1001)] {
            let codes = codes(&twice(count));
            assert_eq!(codes.len(), told, "{count}");
            // The last one is the count of the others.
            assert_eq!(codes.iter().any(|code| code.starts_with("other-problems ")), count > 1000, "{count}");
        }
    }

    #[test]
    fn what_is_no_json_is_said() {
        let deep = "[".repeat(129);
        for (text, problem) in [
            ("", "malformed-json 1:1"),
            ("{\"a\":", "malformed-json 1:6"),
            ("[1 2]", "malformed-json 1:4"),
            ("[1,]", "malformed-json 1:4"),
            ("{,}", "malformed-json 1:2"),
            ("{\"a\" 1}", "malformed-json 1:6"),
            ("[] []", "malformed-json 1:4"),
            (&deep, &alloc::format!("too-deep {}", "/0".repeat(128))),
            (r#"{"a": [{"b": 1, "\u0062": 2}]}"#, "duplicate-field /a/0/b"),
        ] {
            assert_eq!(codes(text), [problem], "{text}");
        }
        assert!(codes(&["[".repeat(128), "]".repeat(128)].concat()).is_empty());
    }
}
