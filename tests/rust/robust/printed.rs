//! Texts for people hold nothing that moves a cursor or turns the text around it, whatever an input holds.

use claquette::output::Refusal;
use claquette::{
    Account, Axis, Coverage, Difference, Footprint, Language, Limits, Options, References, Review, Variance,
    Verification, check_json, compute, explain, headline, html, report, view,
};
use claquette_conformance::bundled;
use serde_json::json;

/// An escape sequence, the controls of eight bits, a bell, an override of direction, a mark, a deletion, the ends of a line
/// and of a paragraph, and what has no width.
const POISON: &str = "a\u{1b}[31m\u{9b}2J\u{7}\u{202e}\u{2066}b\u{200f}\u{61c}\u{7f}\r\t\u{2028}\u{2029}\u{200b}\u{200d}\u{2060}\u{feff}c";

#[track_caller]
fn clean(text: &str) {
    // U+2028, U+2029 and what has no width were not looked for, and the latter passed.
    let turns = |letter| matches!(letter, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let bad = text.chars().find(|letter| letter.is_control() && *letter != '\n' || turns(*letter));
    assert_eq!(bad, None, "{text:?}");
}

/// A set whose every text is poisoned; its factor has this value.
fn poisoned(value: &str) -> References {
    let mut text = String::from("id,key,place,year,unit,value,source,name_fr,name_en,note\n");
    let cell = POISON.replace('\r', "");
    for id in ["f".to_string(), format!("g{cell}")] {
        let key = if id == "f" { "energy.electricity" } else { "" };
        text += &format!(
            "\"{id}\",{key},FR,2024,kgCO2e/kWh,{value},\"{cell}\",\"{cell}\",\"{cell}\",\"{cell}\"\n"
        );
    }
    bundled().with_set("mine", &text).expect("a valid set")
}

fn priced(references: &References, energy: &str) -> (Footprint, String) {
    let line = |id: &str, factor: Option<String>| {
        json!({"id": id, "factor": factor, "note": POISON, "party": POISON, "documents": [POISON],
            "labels": [{"name": POISON, "value": POISON}], "budget_line": POISON,
            "what": {"electricity": {"energy": {"value": energy, "unit": "kWh"}}}})
    };
    let mut lines = vec![line(POISON, None), line("L2", Some(format!("g{}", POISON.replace('\r', ""))))];
    lines[0].as_object_mut().unwrap().remove("factor");
    let production = json!({
        "format": 1, "kind": "news", "title": POISON, "id": POISON, "place": "FR", "period": {"year": 2024},
        "documents": [{"id": POISON, "kind": "invoice", "number": POISON, "supplier": POISON, "note": POISON}],
        "perimeter": [{"section": "transport", "state": "not-collected", "reason": POISON}],
        "budget": {"amount": {"value": "1000", "unit": "EUR"}, "vat": "excluded", "year": 2024, "lines": [
            {"id": POISON, "account": POISON, "label": POISON, "amount": {"value": "400", "unit": "EUR"}},
            {"id": "other", "account": POISON, "label": POISON, "amount": {"value": "600", "unit": "EUR"}}]},
        "lines": lines
    });
    let text = production.to_string();
    let checked = check_json(text.as_bytes(), references, &Limits::default());
    let production = checked.production.unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
    (compute(&production, references, &Options::default()).expect("a footprint"), text)
}

#[test]
fn texts_of_a_footprint() {
    let (before, after) = (poisoned("0.05"), poisoned("0.06"));
    let ((footprint, _), (other, _)) = (priced(&before, "100"), priced(&after, "100"));
    let stored = serde_json::to_vec(&claquette::output::FootprintResult::new(&footprint)).unwrap();
    let verification = Verification::of(&stored, &other).unwrap();
    let difference = Difference::of(&before, &after);
    for language in [Language::Fr, Language::En] {
        let text = report(&footprint, language);
        assert!(text.contains("[31m"), "what was entered is shown: {text}");
        clean(&text);
        clean(&html(&footprint, language));
        clean(&headline(&footprint, language));
        let label = Axis::Label(POISON.into());
        for axis in Axis::all().chain([label]) {
            clean(&axis.title(language));
            clean(&view(&footprint, &axis, Account::Counted, &[]).text(language));
        }
        Coverage::of(&footprint).iter().for_each(|coverage| clean(&coverage.text(language)));
        for factor in footprint.factors.iter().map(|used| &used.factor) {
            clean(&explain(factor, &before, language));
        }
        clean(&Variance::between(&footprint, &other, Account::Counted).unwrap().text(language));
        let review = Review::of(&footprint, &other).unwrap();
        assert!(!review.lines.is_empty());
        review.lines.iter().for_each(|line| clean(&line.message(language)));
        assert!(!difference.changed.is_empty());
        difference.changed.iter().for_each(|change| clean(&change.message(language)));
        assert!(!verification.holds());
        clean(&verification.text(language));
        footprint.warnings.iter().for_each(|warning| clean(&warning.message(language)));
        footprint.warnings.iter().for_each(|warning| clean(&warning.to_string()));
    }
}

#[test]
fn texts_of_a_refusal() {
    let references = bundled();
    let poison = serde_json::to_string(POISON).unwrap();
    let whats = ["plane", "train", "hotel", "material", "spend", "custom", "car", "sleigh"].map(|kind| {
        format!(
            r#"{{"id": {poison}, "section": {poison}, "place": {poison}, "factor": {poison}, {poison}: 1, "corrects": {poison},
            "calendar": [{poison}], "documents": [{poison}], "work": {{"parts": [{poison}]}}, "contract": {poison},
            "what": {{"{kind}": {{"from": {poison}, "to": {poison}, "rooms": {poison}, "nights": {{"value": {poison}}},
            "material": {poison}, "mass": {{"value": {poison}, "unit": {poison}}}, "category": {poison}, "key": {poison},
            "quantity": {{"value": "1", "unit": {poison}}}, "plate": {poison}, {poison}: {poison}}}}}}}"#
        )
    });
    let text = format!(
        r#"{{"format": {poison}, "kind": {poison}, "place": {poison}, "period": {{"from": {poison}, "to": {poison}}},
        "sets": [{{"name": {poison}, "sha256": {poison}}}], {poison}: 1, "lines": [{}]}}"#,
        whats.join(", ")
    );
    let checked = check_json(text.as_bytes(), &references, &Limits::default());
    assert!(checked.diagnostics.len() > 40, "{}", checked.diagnostics.len());
    let table = format!(
        "id,key,place,year,unit,value,source\n\"{p}\",\"{p}\",\"{p}\",\"{p}\",\"{p}\",\"{p}\",\"{p}\"\n",
        p = POISON.replace('\r', "")
    );
    let tables = references.clone().with_set(POISON, &table).unwrap_err();
    let set = references.with_set("mine", &table).unwrap_err();
    for problem in checked.diagnostics.iter().chain(&tables).chain(&set) {
        for language in [Language::Fr, Language::En] {
            clean(&problem.message(language));
        }
        clean(&problem.to_string());
        clean(&problem.location.to_string());
    }
    clean(&Refusal::new(checked.diagnostics, 1).message());
    clean(&Axis::named(POISON).unwrap_err().to_string());
}
