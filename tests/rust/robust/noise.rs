//! Inputs that are no productions at all.

use claquette::wire::{Amount, Custom, Leaf, Line, Number, Production, ProductionKind, What};
use claquette::{Text, check};
use claquette_conformance::bundled;
use proptest::prelude::*;
use proptest::sample::select;

use crate::{answer, config, refused};

/// What a JSON text is made of, and what it should not be made of.
const TOKENS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\"format\"",
    "\"lines\"",
    "\"what\"",
    "\"kind\"",
    "\"id\"",
    "\"news\"",
    "1",
    "-",
    "0.1",
    "1e999",
    "-0",
    "00",
    "true",
    "false",
    "null",
    "nul",
    "\\u0000",
    "\"\\ud800\"",
    "\"\\udc00\\ud800\"",
    "é",
    "\u{feff}",
    "\u{2028}",
    "\0",
    "\n",
    " ",
    "NaN",
    "Infinity",
    "/*",
    "//",
    "'",
    "\"\"",
];

#[test]
fn texts_that_are_nearly_nothing() {
    let references = bundled();
    for text in [
        "",
        " ",
        "\n\n",
        "\0",
        "\u{feff}",
        "\u{feff}{}",
        "null",
        "true",
        "0",
        "\"\"",
        "[]",
        "{}",
        "{",
        "\"",
        "-",
    ] {
        refused(text.as_bytes(), &references);
    }
    let utf16: Vec<u8> = "{\"format\": 1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    refused(&utf16, &references);
    let latin1 = b"{\"format\": 1, \"title\": \"\xe9t\xe9\"}";
    assert_eq!(refused(latin1, &references), ["invalid-utf8"]);
}

/// The keys of an object are compared as they are meant, not as they are escaped.
#[test]
fn an_escaped_key_is_the_key() {
    let text = r#"{"\u0066ormat": 1, "kind": "news", "lines": [], "format": 1}"#;
    let codes = refused(text.as_bytes(), &bundled());
    assert!(codes.contains(&"duplicate-field"), "{codes:?}");
    assert!(!codes.contains(&"unknown-field"), "{codes:?}");
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn random_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        refused(&bytes, &bundled());
    }

    #[test]
    fn random_tokens(tokens in prop::collection::vec(select(TOKENS), 0..60)) {
        refused(tokens.concat().as_bytes(), &bundled());
    }

    /// Typed values come from hosts that never wrote JSON.
    #[test]
    fn random_typed_values(value in ".{0,30}", unit in ".{0,12}", key in ".{0,30}", id in ".{0,12}") {
        let quantity = Amount { value: Number::from(&*value).into(), unit: Text::from(unit).into(), ..Amount::default() };
        let custom = Custom { quantity: quantity.into(), key: Text::from(key).into(), ..Custom::default() };
        let line = Line { id: Text::from(id).into(), what: What::Custom(custom).into(), ..Line::default() };
        let typed = Production {
            format: 1.into(),
            kind: ProductionKind::News.into(),
            lines: vec![line.into(), Leaf::Unreadable, Leaf::Absent].into(),
            ..Production::default()
        };
        let checked = check(typed, &bundled());
        prop_assert!(checked.production.is_none());
    }

    #[test]
    fn random_numbers(text in "-?[0-9]{0,40}(\\.[0-9]{0,40})?([eE][+-]?[0-9]{1,12})?") {
        for text in [format!("\"{text}\""), text] {
            let amount = format!(r#"{{"value": {text}, "unit": "kWh"}}"#);
            let line = format!(r#"{{"id": "a", "what": {{"electricity": {{"energy": {amount}}}}}}}"#);
            let production = format!(r#"{{"format": 1, "kind": "news", "lines": [{line}]}}"#);
            answer(production.as_bytes(), &bundled());
        }
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn random_texts_in_every_leaf(text in any::<String>()) {
        let text = serde_json::to_string(&text).unwrap();
        let production = format!(
            r#"{{"format": 1, "kind": "news", "title": {text}, "place": {text}, "period": {{"from": {text}, "to": {text}}},
            "work": [{{"id": {text}}}], "perimeter": [{{"section": {text}, "state": {text}}}],
            "lines": [{{"id": {text}, "factor": {text}, "what": {{"plane": {{"from": {text}, "to": {text}}}}}}},
            {{"id": "b", "what": {{"material": {{"material": {text}, "mass": {{"value": {text}, "unit": {text}}}}}}}}},
            {{"id": "c", {text}: 1, "labels": [{{"name": {text}, "value": {text}}}], "what": {{{text}: {{}}}}}}]}}"#
        );
        refused(production.as_bytes(), &bundled());
    }
}
