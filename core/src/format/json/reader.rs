//! The pull reader: walks a document into wire types, and reports what does not fit.

use alloc::borrow::Cow;
use alloc::string::ToString;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::collection::name_map::NameIndex;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::{Location, Segment};
use crate::diagnostic::parameter::{JsonToken, JsonType};
use crate::format::json::field_name::FieldName;
use crate::format::json::scanner::Scanner;
use crate::format::json::{DEEPEST, Limits, Room};
use crate::format::leaf::Leaf;
use crate::format::unread::Unread;
use crate::number;
use crate::number::Number;
use crate::text::quotation::shortened;
use crate::text::shared::Text;
use crate::text::vocabulary;
use crate::text::vocabulary::{Term, TermRow};

/// A reader at a position in a document.
///
/// Text that is not JSON breaks it: everything after that point is unreadable, and nothing more is reported.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    scanner: Scanner<'a>,
    limits: Limits,
    room: Room,
    findings: Findings,
    broken: bool,
}

/// The memory that an unknown name takes: the text and its letters.
const NAME: usize = 64;

/// The state of reading an object.
#[derive(Debug, Default)]
pub(crate) struct Object {
    started: bool,
    seen: u64,
    /// The names of unknown fields and of repeated ones.
    unread: Unread,
    /// The position after that of the last field.
    next: usize,
}

impl Object {
    /// Whether it has an unknown or a repeated field.
    pub(crate) fn has_unread(&self) -> bool {
        !self.unread.is_empty()
    }

    /// The names of unknown fields and of repeated ones.
    pub(crate) fn into_unread(self) -> Unread {
        self.unread
    }
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str, limits: Limits) -> Self {
        let limits = Limits { depth: limits.depth.min(DEEPEST), ..limits };
        let most = usize::try_from(limits.problems).unwrap_or(usize::MAX);
        Self {
            scanner: Scanner::new(text),
            limits,
            room: Room::of(limits),
            findings: Findings::new(most),
            broken: false,
        }
    }

    /// A reader of a stored footprint.
    pub(crate) fn of_footprint(text: &'a str, limits: Limits) -> Self {
        Self { room: Room::of_footprint(limits), ..Self::new(text, limits) }
    }

    /// Whether the text is not JSON or exceeds a limit, so that nothing after that point was read.
    pub(crate) fn is_broken(&self) -> bool {
        self.broken
    }

    /// Reads the end of the document and returns what was found, and whether all of it was read.
    pub(crate) fn finish(mut self) -> (Findings, bool) {
        if !self.broken && !self.scanner.is_done() {
            self.syntax(JsonToken::DocumentEnd);
        }
        self.findings.note_reading();
        (self.findings, !self.broken)
    }

    /// Reports that the text is not JSON from here on.
    fn syntax(&mut self, expected: JsonToken) {
        if !self.broken {
            let (line, column) = self.scanner.line_and_column();
            let location = Location::Text { byte: self.scanner.at() as u64, line, column };
            let problem = Problem::MalformedJson { expected };
            self.findings.add(Diagnostic::at(location, problem));
        }
        self.broken = true;
    }

    /// Takes a token, or reports that it is missing.
    fn token<T>(&mut self, token: impl FnOnce(&mut Scanner<'a>) -> Result<T, JsonToken>) -> Option<T> {
        if self.broken {
            return None;
        }
        match token(&mut self.scanner) {
            Ok(token) => Some(token),
            Err(expected) => {
                self.syntax(expected);
                None
            }
        }
    }

    /// Reports a problem of the value that was read last.
    pub(crate) fn report(&mut self, problem: Problem) {
        if !self.broken {
            self.findings.report(problem);
        }
    }

    /// The kind of the next value.
    pub(crate) fn kind(&mut self) -> Option<JsonType> {
        self.token(Scanner::kind)
    }

    /// Reports that the next value has a type other than this one, and skips it.
    fn wrong_type(&mut self, expected: JsonType, found: JsonType) {
        self.findings.report(Problem::WrongType { expected, found });
        self.skip();
    }

    /// Whether the next value is of this type; if not, it is reported and skipped.
    fn has_kind(&mut self, expected: JsonType) -> bool {
        match self.kind() {
            Some(kind) if kind == expected => true,
            Some(kind) => {
                self.wrong_type(expected, kind);
                false
            }
            None => false,
        }
    }

    /// Whether another level may be entered.
    fn enter_level(&mut self, depth: usize) -> bool {
        let limit = u64::from(self.limits.depth);
        let deep = depth as u64 >= limit;
        if deep && !self.broken {
            self.findings.report(Problem::TooDeep { limit });
            self.broken = true;
        }
        !deep
    }

    /// Opens an object.
    pub(crate) fn open(&mut self) -> Option<Object> {
        let depth = self.findings.depth();
        (self.has_kind(JsonType::Object) && self.enter_level(depth) && self.scanner.take(b'{'))
            .then(Object::default)
    }

    /// Enters the next known field of an object and returns its position among the names. Unknown and repeated fields
    /// are reported and skipped. [`Reader::close_field`] leaves the field.
    pub(crate) fn field(&mut self, object: &mut Object, names: &[FieldName]) -> Option<usize> {
        while self.next_of(&mut object.started, b'}') {
            let index = match self.plain_text() {
                Some(name) if self.scanner.take(b':') => self.enter_field(object, name, names),
                Some(_) => return self.colon_missing(),
                None => self.enter_escaped(object, names),
            };
            if index.is_some() {
                return index;
            }
        }
        None
    }

    /// Enters a field whose name has been taken, or skips it if it is unknown or repeated.
    #[inline]
    fn enter_field(&mut self, object: &mut Object, name: &str, names: &[FieldName]) -> Option<usize> {
        let Some((index, known)) = FieldName::position(names, name, object.next) else {
            self.skip_unknown(object, name, names);
            return None;
        };
        let bit = 1_u64.checked_shl(u32::try_from(index).unwrap_or(0)).unwrap_or(0);
        if object.seen & bit != 0 {
            self.skip_repeated(object, name);
            return None;
        }
        object.seen |= bit;
        object.next = index.saturating_add(1);
        self.findings.enter(Segment::Field(known));
        Some(index)
    }

    /// Enters a field whose name has escapes, which is rare.
    #[cold]
    #[inline(never)]
    fn enter_escaped(&mut self, object: &mut Object, names: &[FieldName]) -> Option<usize> {
        let name = self.name()?;
        self.enter_field(object, &name, names)
    }

    #[cold]
    #[inline(never)]
    fn colon_missing<T>(&mut self) -> Option<T> {
        self.syntax(JsonToken::Colon);
        None
    }

    /// Reports an unknown field, keeps its name and skips it.
    #[cold]
    #[inline(never)]
    fn skip_unknown(&mut self, object: &mut Object, name: &str, names: &[FieldName]) {
        // A name that is kept takes memory, as an item does.
        if !self.take_room(NAME) {
            return;
        }
        object.unread.push(shortened(name));
        let problem = Problem::UnknownField { field: name.to_string() };
        let names = names.iter().map(|known| known.name());
        self.findings.suggest_unknown(name, problem, |guesses| guesses.nearest(name, names));
        self.skip();
    }

    /// Reports a repeated field, keeps its name and skips it.
    #[cold]
    #[inline(never)]
    fn skip_repeated(&mut self, object: &mut Object, name: &str) {
        if !self.take_room(NAME) {
            return;
        }
        object.unread.push(name.to_string());
        let problem = Problem::DuplicateField { field: name.to_string() };
        self.findings.suggest_unknown(name, problem, |_| None);
        self.skip();
    }

    /// Leaves a field.
    pub(crate) fn close_field(&mut self) {
        self.findings.leave();
    }

    /// Moves to the next element of an object or a list, or takes the closing bracket.
    fn next_of(&mut self, started: &mut bool, close: u8) -> bool {
        if self.broken {
            return false;
        }
        let mark = self.scanner.mark();
        if mark == Some(close) {
            self.scanner.step();
            return false;
        }
        if core::mem::replace(started, true) {
            if mark != Some(b',') {
                self.syntax(JsonToken::Separator);
                return false;
            }
            self.scanner.step();
        }
        true
    }

    /// Takes the name of a field and its colon.
    fn name(&mut self) -> Option<Cow<'a, str>> {
        let name = match self.plain_text() {
            Some(name) => Cow::Borrowed(name),
            None => self.token(Scanner::name)?,
        };
        if self.scanner.take(b':') { Some(name) } else { self.colon_missing() }
    }

    /// Reads a list.
    pub(crate) fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> T) -> Option<Vec<T>> {
        if !self.open_list() {
            return None;
        }
        let mut items = Vec::new();
        while self.next_item(items.len(), size_of::<T>()) {
            items.push(read(self));
            self.findings.leave();
        }
        Some(items)
    }

    /// Reads a list of values; whether it and all of them could be read.
    pub(crate) fn list_of<T>(&mut self, items: &mut Vec<T>, read: impl Fn(&mut Self) -> Leaf<T>) -> bool {
        let opened = self.open_list();
        let (mut whole, mut at) = (opened, 0);
        while opened && self.next_item(at, size_of::<T>()) {
            match read(self) {
                Leaf::Given(item) => {
                    // A list of what is stored is large and stays: doubling would take twice its room.
                    if items.len() == items.capacity() {
                        items.reserve_exact((items.len() / 4).max(1));
                    }
                    items.push(item);
                }
                Leaf::Absent | Leaf::Unreadable => whole = false,
            }
            self.findings.leave();
            at = at.saturating_add(1);
        }
        items.shrink_to_fit();
        whole && !self.broken
    }

    /// Reads an object of values by any names, none of them twice.
    pub(crate) fn named<T>(&mut self, read: impl Fn(&mut Self) -> Leaf<T>) -> Option<Vec<(Text, T)>> {
        self.open()?;
        let mut values = Vec::new();
        let mut whole = true;
        let mut started = false;
        while self.next_of(&mut started, b'}') && self.take_room(size_of::<(Text, T)>()) {
            let name = Text::from(&*self.name()?);
            match read(self) {
                Leaf::Given(value) => values.push((name, value)),
                Leaf::Absent | Leaf::Unreadable => whole = false,
            }
        }
        let mut known = NameIndex::default();
        if let Some((twice, _)) = values.iter().find(|(name, _)| !known.add(&**name)) {
            self.report(Problem::DuplicateField { field: twice.to_string() });
            whole = false;
        }
        (whole && !self.broken).then_some(values)
    }

    /// Takes a text without escapes, if one is next.
    fn plain_text(&mut self) -> Option<&'a str> {
        if self.broken { None } else { self.scanner.plain_text() }
    }

    fn open_list(&mut self) -> bool {
        let depth = self.findings.depth();
        self.has_kind(JsonType::List) && self.enter_level(depth) && self.scanner.take(b'[')
    }

    /// Enters the next item of a list, at this position and of this size in memory, if there is one.
    fn next_item(&mut self, at: usize, size: usize) -> bool {
        let there = self.next_of(&mut (at != 0), b']') && self.take_room(size);
        if there {
            self.findings.enter(Segment::Index(at));
        }
        there
    }

    /// Takes the room of one more item of a size, or reports that the document has too many of them.
    fn take_room(&mut self, size: usize) -> bool {
        let taken = self.room.take(size);
        if let Err(limit) = taken {
            self.findings.report(Problem::TooManyItems { limit });
            self.broken = true;
        }
        taken.is_ok()
    }

    /// Reads a text.
    pub(crate) fn text(&mut self) -> Option<Cow<'a, str>> {
        if let Some(text) = self.plain_text() {
            return Some(Cow::Borrowed(text));
        }
        if self.has_kind(JsonType::Text) { self.token(Scanner::text) } else { None }
    }

    /// Reads `true` or `false`.
    pub(crate) fn flag(&mut self) -> Option<bool> {
        if self.has_kind(JsonType::Flag) { self.token(Scanner::literal) } else { None }
    }

    /// Reads a term of a vocabulary.
    pub(crate) fn word<T: Term>(&mut self) -> Leaf<T> {
        let read = self.term_of(T::ROWS).and_then(|position| T::ALL.get(position));
        read.map_or(Leaf::Unreadable, |word| Leaf::Given(*word))
    }

    /// Reads a term as its position in a vocabulary; one function for all vocabularies.
    fn term_of(&mut self, rows: &'static [TermRow]) -> Option<usize> {
        let text = self.text()?;
        let position = vocabulary::position(rows, &text);
        if position.is_some() {
            return position;
        }
        let allowed: Vec<&str> = rows.iter().map(|row| row.text).collect();
        let problem =
            Problem::UnknownTerm { value: text.to_string(), allowed: allowed.iter().copied().collect() };
        self.findings.guess(problem, |guesses| {
            guesses.nearest(&text, allowed).or_else(|| {
                let label = guesses.nearest(&text, rows.iter().flat_map(|row| [row.fr, row.en]))?;
                let row = rows.iter().find(|row| row.fr == label || row.en == label)?;
                Some(row.text.to_string())
            })
        });
        None
    }

    /// Reads a number: a text, kept as entered, or a JSON number that a double carries unchanged.
    pub(crate) fn number(&mut self) -> Leaf<Number> {
        if let Some(text) = self.plain_text() {
            return Leaf::Given(text.into());
        }
        match self.kind() {
            Some(JsonType::Text) => {
                self.token(Scanner::text).map_or(Leaf::Unreadable, |text| Leaf::Given(Number::from(&*text)))
            }
            Some(JsonType::Number) => {
                self.taken_number().map_or(Leaf::Unreadable, |n| Leaf::Given(Number::Exact(n)))
            }
            Some(kind) => {
                self.wrong_type(JsonType::Number, kind);
                Leaf::Unreadable
            }
            None => Leaf::Unreadable,
        }
    }

    /// Reads a JSON number that a double carries unchanged, and no text.
    pub(crate) fn json_number(&mut self) -> Option<Decimal> {
        if self.has_kind(JsonType::Number) { self.taken_number() } else { None }
    }

    fn taken_number(&mut self) -> Option<Decimal> {
        let text = self.token(Scanner::number)?;
        let value = number::parse_json(text);
        if value.is_none() {
            self.findings.report(Problem::InexactNumber { number: text.to_string() });
        }
        value
    }

    /// Reports that an object does not have exactly one of these fields.
    pub(crate) fn choose_one(&mut self, fields: &'static str) {
        if !self.broken {
            self.findings.report(Problem::ChooseOne { fields });
        }
    }

    /// Skips a value, without recursion.
    pub(crate) fn skip(&mut self) {
        // Each open level: its closing bracket, and whether an element has been seen.
        let mut levels: Vec<(u8, bool)> = Vec::new();
        loop {
            let opened = match self.kind() {
                Some(JsonType::Object) => Some((b'{', b'}')),
                Some(JsonType::List) => Some((b'[', b']')),
                Some(JsonType::Text) => self.token(Scanner::text).and(None),
                Some(JsonType::Number) => self.token(Scanner::number).and(None),
                Some(JsonType::Flag | JsonType::Null) => self.token(Scanner::literal).and(None),
                None => return,
            };
            if let Some((open, close)) = opened {
                let depth = self.findings.depth().saturating_add(levels.len());
                if !self.enter_level(depth) {
                    return;
                }
                self.scanner.take(open);
                levels.push((close, false));
            }
            loop {
                let Some((close, mut started)) = levels.pop() else { return };
                if self.next_of(&mut started, close) {
                    levels.push((close, started));
                    break;
                }
            }
            if levels.last().is_some_and(|(close, _)| *close == b'}') {
                self.name();
            }
        }
    }
}
