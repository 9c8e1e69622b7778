//! Texts for people hold nothing that breaks a line, moves a cursor or turns the text around it, whatever an input holds:
//! each such character is shown as a space.

use claquette::import::{base_carbone, desnz, text};
use claquette::output::{ImportedBase, Refusal};
use claquette::{
    Account, Aviation, Axis, Coverage, Diagnostic, Difference, ElectricityMethod, Footprint, Gwp, Language,
    Limits, Options, Printable, Production, References, Review, Unpriced, Variance, Verification, check_json,
    compute, explain, extract, headline, html, propose, report, search, view,
};
use claquette_conformance::{bundled, without_factors};
use serde_json::json;

/// An escape sequence, the controls of eight bits, a bell, every break of a line, overrides of direction, marks, a deletion,
/// and what has no width.
const POISON: &str = "a\u{1b}[31m\u{9b}2J\u{7}\u{202e}\u{2066}b\u{200f}\u{61c}\u{7f}\r\n\u{b}\u{c}\u{85}\u{2028}\u{2029}\u{200e}\u{2069}\u{206b}\t\u{200b}\u{200d}\u{2060}\u{feff}c";

/// Whether a character is one that no text for people may have: a control, a break of a line, a mark of
/// direction, or one without a width, which passed.
fn is_poison(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A text of several lines.
#[track_caller]
fn clean(text: &str) {
    let bad = text.chars().find(|letter| is_poison(*letter) && *letter != '\n');
    assert_eq!(bad, None, "{text:?}");
}

/// A text of one line.
#[track_caller]
fn clean_line(text: &str) {
    assert_eq!(text.chars().find(|letter| is_poison(*letter)), None, "{text:?}");
}

/// The poison as people may see it.
fn spaces() -> String {
    POISON.chars().map(|letter| if is_poison(letter) { ' ' } else { letter }).collect()
}

/// A set whose every text is poisoned; its factor has this value.
fn poisoned(value: &str, poison: &str) -> References {
    let mut text = String::from("id,key,place,year,unit,value,source,name_fr,name_en,note\n");
    for id in ["f".to_string(), format!("g{poison}")] {
        let key = if id == "f" { "energy.electricity" } else { "" };
        text += &format!(
            "\"{id}\",{key},FR,2024,kgCO2e/kWh,{value},\"{poison}\",\"{poison}\",\"{poison}\",\"{poison}\"\n"
        );
    }
    bundled().with_set("mine", &text).expect("a valid set")
}

const OPTIONS: Options = Options {
    unpriced: Unpriced::Exclude,
    electricity: ElectricityMethod::Location,
    gwp: Gwp::Published,
    aviation: Aviation::ByPlace,
};

fn priced(references: &References, energy: &str, poison: &str) -> (Footprint, Production) {
    let line = |id: &str, more: serde_json::Value| {
        let mut line = json!({"id": id, "note": poison, "party": poison, "documents": [poison],
            "labels": [{"name": poison, "value": poison}], "budget_line": poison, "work": {"parts": [poison]},
            "what": {"electricity": {"energy": {"value": energy, "unit": "kWh"}}}});
        line.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap());
        line
    };
    let lines = [
        line(poison, json!({})),
        line("L2", json!({"factor": format!("g{poison}")})),
        line("L3", json!({"contract": poison})),
        line(&format!("x{poison}"), json!({"what": {"equipment": {"device": "cinema-camera", "pieces": 1}}})),
        line(
            "L5",
            json!({"what": {"custom": {"quantity": {"value": "1", "unit": "kg"}, "inline": {
                "value": "1", "unit": "kgCO2e/kg", "source": poison, "post": "goods", "name": poison}}}}),
        ),
    ];
    let production = json!({
        "format": 1, "kind": "news", "title": poison, "id": poison, "place": "FR", "period": {"year": 2024},
        "work": [{"id": poison, "title": poison, "minutes": 5}],
        "contracts": [{"id": poison, "value": "0.01", "unit": "kgCO2e/kWh", "source": poison, "evidence": poison}],
        "documents": [{"id": poison, "kind": "invoice", "number": poison, "supplier": poison, "note": poison}],
        "perimeter": [{"section": "transport", "state": "not-collected", "reason": poison}],
        "calendar": [{"phase": "shoot", "days": 5, "people": [
            {"id": poison, "group": "crew", "role": poison, "persons": 2, "meals": 1}]}],
        "budget": {"amount": {"value": "1000", "unit": "EUR"}, "vat": "excluded", "year": 2024, "lines": [
            {"id": poison, "account": poison, "label": poison, "amount": {"value": "400", "unit": "EUR"}},
            {"id": "other", "account": poison, "label": poison, "amount": {"value": "600", "unit": "EUR"}}]},
        "lines": lines
    });
    let checked = check_json(production.to_string().as_bytes(), references, &Limits::default());
    let proposal = propose(&checked).unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
    assert!(!proposal.lines.is_empty());
    for proposed in &proposal.lines {
        clean_line(&proposed.fr);
        clean_line(&proposed.en);
    }
    let production = checked.production.unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
    let rejection = compute(&production, &without_factors(), &Options::default()).unwrap_err();
    clean(&rejection.to_string());
    assert_eq!(
        rejection.to_string().lines().count(),
        rejection.diagnostics.iter().filter(|problem| problem.is_error()).count()
    );
    (compute(&production, references, &OPTIONS).expect("a footprint"), production)
}

/// Every text of a footprint whose input has this poison, with a name.
fn texts(poison: &str) -> Vec<(String, String)> {
    let (before, after) = (poisoned("0.05", poison), poisoned("0.06", poison));
    let (footprint, production) = priced(&before, "100", poison);
    let (other, _) = priced(&after, "100", poison);
    let restated = Options { gwp: Gwp::Ar6, ..OPTIONS };
    let market = Options { electricity: ElectricityMethod::Market, ..OPTIONS };
    let [restated, market] =
        [restated, market].map(|options| compute(&production, &before, &options).expect("a footprint"));
    let difference = Difference::of(&before, &after);
    let review = Review::of(&footprint, &other).unwrap();
    assert!(!review.lines.is_empty() && !difference.changed.is_empty() && !footprint.excluded.is_empty());
    let mut texts = Vec::new();
    for language in [Language::Fr, Language::En] {
        let mut add = |name: &str, text: String| texts.push((format!("{name}, {language:?}"), text));
        for footprint in [&footprint, &restated, &market] {
            // The SHA-256 of a set is that of what was entered.
            let mut text = report(footprint, language);
            for hash in &footprint.sets {
                text = text.replace(hash.sha256.as_str(), "SHA-256");
            }
            add("report", text);
            add("html", html(footprint, language));
            add("headline", headline(footprint, language));
            for problem in footprint.warnings.iter().chain(footprint.excluded.iter().map(|one| &one.reason)) {
                add("message", problem.message(language));
            }
        }
        for axis in Axis::all().chain([Axis::Label(poison.into())]) {
            add("title", axis.title(language));
            add("view", view(&footprint, &axis, Account::Counted, &[]).text(language));
        }
        Coverage::of(&footprint).iter().for_each(|coverage| add("coverage", coverage.text(language)));
        for factor in search(&before, "electricity 31m") {
            add("explanation", explain(factor, &before, language));
        }
        add("variance", Variance::between(&footprint, &other, Account::Counted).unwrap().text(language));
        review.lines.iter().for_each(|line| add("review", line.message(language)));
        difference.changed.iter().for_each(|change| add("difference", change.message(language)));
    }
    texts
}

/// What was entered is shown, with a space in place of each character that may not be.
#[test]
fn texts_of_a_footprint() {
    let (poisoned, plain) = (texts(POISON), texts(&spaces()));
    assert_eq!(poisoned.len(), plain.len());
    assert!(poisoned.iter().any(|(_, text)| text.contains("[31m")), "what was entered is not shown");
    for ((name, text), (_, expected)) in poisoned.into_iter().zip(plain) {
        assert_eq!(text, expected, "{name}");
        clean(&text);
    }
}

/// A deviation is one line, whatever the two values are.
#[test]
fn texts_of_a_verification() {
    let (before, after) = (poisoned("0.05", POISON), poisoned("0.06", POISON));
    let ((footprint, _), (other, _)) = (priced(&before, "100", POISON), priced(&after, "100", POISON));
    let mut stored = serde_json::to_value(claquette::output::FootprintSummary::new(&footprint)).unwrap();
    stored["engine"] = POISON.into();
    stored[POISON] = POISON.into();
    let verification = Verification::of(&serde_json::to_vec(&stored).unwrap(), &other).unwrap();
    assert!(!verification.holds());
    for language in [Language::Fr, Language::En] {
        let text = verification.text(language);
        clean(&text);
        assert_eq!(text.lines().count(), 1 + verification.deviations.len(), "{text}");
    }
}

/// The problems of the files of an extract, whose names may be anything.
#[test]
fn texts_of_an_extract() {
    let references = poisoned("0.05", POISON);
    let (_, production) = priced(&references, "100", POISON);
    let files = extract(&production, &references, &OPTIONS).unwrap();
    let mut files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
    files.push((POISON, POISON));
    assert_clean(&References::read_extract(&files).unwrap_err());
    assert_clean(&References::read(POISON, &[(POISON, POISON)]).unwrap_err());
}

/// Exports whose every cell is poisoned, whose every header is, and key maps.
#[test]
fn texts_of_an_import() {
    let references = without_factors();
    let cell = POISON.replace('\r', "");
    let header =
        "ID,Scope,Level 1,Level 2,Level 3,Level 4,Column Text,UOM,GHG/Unit,GHG Conversion Factor 2024";
    let row = |id: &str, gas: &str, value: &str| {
        format!(
            "\"{id}\",\"{cell}\",\"{cell}\",\"{cell}\",\"{cell}\",,\"{cell}\",\"{cell}\",{gas},\"{value}\"\n"
        )
    };
    let (id, gas) = (format!("{cell}_1"), "kg CO2e");
    // Kept, with an anomaly: its one gas is not its total.
    let kept = [row(&id, gas, "2.5"), row(&format!("{cell}_2"), "kg CO2e of CO2 per unit", "1")].concat();
    let file = format!("{header}\n{kept},END,,,,,,,,\n");
    let import = desnz(POISON, file.as_bytes(), &references).expect("a valid file");
    assert!(!import.anomalies.is_empty());
    for anomaly in &import.anomalies {
        clean_line(&anomaly.message(Language::Fr));
        clean_line(&anomaly.message(Language::En));
        clean_line(&Printable(&anomaly.id).to_string());
    }
    let map = format!("id,key,row,parts\n\"{cell}\",\"{cell}\",\"{id}\",\na,,,\"{cell}\"\n");
    assert_clean(&import.with_keys(POISON, &map).unwrap_err());
    let wrong = [
        format!("{header}\n{}{},END,,,,,,,,\n", row(&cell, gas, "1"), row(&id, &cell, &cell)),
        format!("{header}\n{}{0},END,,,,,,,,\n", row(&id, gas, &format!("={cell}"))),
        format!("{}\"{cell}\"\n", header.replace("2024\n", "")),
        format!(
            "{},\"GHG Conversion Factor {cell}\"\n1_1,\n",
            header.replace(",GHG Conversion Factor 2024", "")
        ),
    ];
    for file in &wrong {
        assert_clean(&desnz(POISON, file.as_bytes(), &references).unwrap_err());
    }
    let export = format!("Type Ligne;\"{cell}\"\n\"{cell}\";\n");
    assert_clean(&base_carbone(POISON, export.as_bytes(), &references).unwrap_err());
    let own = format!("id,place,\"{cell}\"\n\"{cell}\",\"{cell}\",\"{cell}\"\n");
    assert_clean(&ImportedBase::read(POISON, own.as_bytes(), &[], &references).unwrap_err());
    assert_clean(&text(POISON, b"a\0b\0").unwrap_err());
}

/// Problems are one line each, with their place and what was probably meant.
#[track_caller]
fn assert_clean(problems: &[Diagnostic]) {
    assert!(!problems.is_empty());
    for problem in problems {
        for language in [Language::Fr, Language::En] {
            clean_line(&problem.message(language));
            clean_line(&problem.problem.message(language));
        }
        clean_line(&problem.to_string());
        clean_line(&problem.problem.to_string());
        clean_line(&problem.location.to_string());
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
    let set = references.clone().with_set("mine", &table).unwrap_err();
    [&checked.diagnostics, &tables, &set].into_iter().for_each(|problems| assert_clean(problems));
    let found = references.find_factor(POISON).unwrap_err();
    assert_clean(&[found]);
    clean(&Refusal::new(checked.diagnostics, 1).message());
    clean_line(&Axis::named(POISON).unwrap_err().to_string());
    clean_line(&Language::named(POISON).unwrap_err().to_string());
}
