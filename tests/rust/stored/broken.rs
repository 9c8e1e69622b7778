//! What is no footprint is refused, and what is wrong is said with its place.

use claquette::output::{FORMAT, Output};
use claquette::{Archive, DocumentSort, Footprint, Limits, Options, Term, Unpriced, check_json};
use claquette_conformance::Outcome;
use serde_json::{Value, json};

use crate::film;

/// What reading finds, each with its place.
fn problems(footprint: &Value) -> Vec<String> {
    let text = footprint.to_string();
    let read = Footprint::from_json(text.as_bytes(), &Limits::default());
    let problems = read.err().unwrap_or_default();
    problems.iter().map(|problem| format!("{} {}", problem.code(), problem.location)).collect()
}

fn stored() -> Value {
    serde_json::from_str(&film().to_json()).expect("JSON")
}

/// The footprint of the film with one value in another's place.
fn with(pointer: &str, value: Value) -> Value {
    let mut stored = stored();
    *stored.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
    stored
}

/// Each list of the film has fewer than a million rows, and each position that is one is refused where it stands.
#[test]
fn positions_beyond_their_lists_are_refused() {
    let stored = stored();
    let mut tried = 0;
    let fields = [
        "line",
        "request",
        "factor",
        "key",
        "place",
        "proxy",
        "source",
        "set",
        "country",
        "assumption",
        "price",
        "route",
        "corrects",
        "budget_line",
        "part",
    ];
    let mut visited = std::collections::BTreeSet::new();
    visit(&stored, String::new(), &mut |pointer, value| {
        let field = pointer.rsplit('/').next().unwrap_or_default();
        let kind: String =
            pointer.split('/').filter(|part| part.parse::<u32>().is_err()).collect::<Vec<_>>().join("/");
        if fields.contains(&field) && value.is_u64() && visited.insert(kind.clone()) {
            let found = problems(&with(pointer, json!(1_000_000)));
            // A request of another factor has other masses, too.
            assert!(found.contains(&format!("unknown-position {pointer}")), "{pointer}: {found:?}");
            tried += 1;
        }
    });
    assert!(tried >= 12, "{tried} kinds of positions: {visited:?}");
}

fn visit(value: &Value, pointer: String, act: &mut impl FnMut(&str, &Value)) {
    act(&pointer, value);
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| visit(item, format!("{pointer}/{at}"), act));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| visit(field, format!("{pointer}/{name}"), act));
        }
        _ => {}
    }
}

#[test]
fn lists_of_another_length_and_orders_are_refused() {
    let mut fewer = stored();
    fewer["products"][0]["masses"].as_array_mut().expect("masses").push(json!("0"));
    assert_eq!(problems(&fewer), ["wrong-length /products/0/masses"]);
    let last = stored()["products"].as_array().expect("products").len() - 1;
    let mut turned = stored();
    turned["products"].as_array_mut().expect("products").swap(0, last);
    assert!(
        problems(&turned).contains(&"out-of-order /products/1/line".to_string()),
        "{:?}",
        problems(&turned)
    );
    let twice = with("/lines/1/id", stored()["lines"][0]["id"].clone());
    assert_eq!(problems(&twice), ["duplicate-id /lines/1/id"]);
}

#[test]
fn other_fields_and_values_are_refused_where_they_stand() {
    assert_eq!(problems(&with("/omitted", json!("many"))), ["wrong-type /omitted"]);
    assert_eq!(problems(&with("/omitted", json!(1.5))), ["not-a-count /omitted"]);
    assert_eq!(problems(&with("/products/0/line", json!(-1))), ["not-a-count /products/0/line"]);
    // 2³² is the first whole number that is no position; 2⁶⁴ − 1 is more than a JSON number keeps.
    assert_eq!(problems(&with("/products/0/line", json!(1_u64 << 32))), ["not-a-count /products/0/line"]);
    assert_eq!(problems(&with("/omitted", json!(u64::MAX))), ["inexact-number /omitted"]);
    assert_eq!(problems(&with("/factors/0/unit", json!("furlong"))), ["unknown-unit /factors/0/unit"]);
    assert_eq!(
        problems(&with("/requests/0/place_reason", json!("near"))),
        ["unknown-word /requests/0/place_reason"]
    );
    assert_eq!(
        problems(&with("/products/0/masses/0", json!("1e99"))),
        ["invalid-number /products/0/masses/0"]
    );
    // 10²⁵ kg are more micrograms than are counted, and a picogram is less than one.
    let heavy = with("/products/0/masses/0", json!("10000000000000000000000000"));
    assert_eq!(problems(&heavy), ["overflow /products/0/masses/0"]);
    assert_eq!(
        problems(&with("/products/0/masses/0", json!("0.0000000001"))),
        ["too-fine /products/0/masses/0"]
    );
    let mut unknown = stored();
    unknown["lines"][0]["colour"] = json!("red");
    assert_eq!(problems(&unknown), ["unknown-field /lines/0/colour"]);
    let mut missing = stored();
    missing["products"][0].as_object_mut().expect("a product").remove("request");
    assert_eq!(problems(&missing), ["missing-field /products/0"]);
    assert_eq!(problems(&json!([])), ["wrong-type "]);
    assert_eq!(problems(&json!({"format": 1}))[0], "missing-field ");
}

/// A footprint says of each line what it emits or why it is left out, and of what it emits says it once.
#[test]
fn lines_that_are_lost_or_doubled_are_found() {
    let lines = stored()["lines"].as_array().expect("lines").len();
    let line_of = |product: &Value| product["line"].as_u64().expect("a line");
    let products = stored()["products"].as_array().expect("products").clone();
    let of_line = |line: u64| products.iter().filter(|product| line_of(product) == line).count();
    let alone =
        products.iter().position(|product| of_line(line_of(product)) == 1).expect("a line of one product");
    let line = line_of(&products[alone]);
    let mut lost = stored();
    lost["products"].as_array_mut().expect("products").remove(alone);
    assert_eq!(problems(&lost), [format!("uncounted-line /lines/{line}")]);
    let nothing = with("/products", json!([]));
    assert_eq!(problems(&nothing).len(), lines.min(1001));
    let mut doubled = stored();
    doubled["products"].as_array_mut().expect("products").insert(alone, products[alone].clone());
    assert_eq!(problems(&doubled), [format!("product-twice /products/{}", alone + 1)]);
    let partial: Value = serde_json::from_str(&partial().to_json()).expect("JSON");
    assert_eq!(problems(&partial), [] as [&str; 0]);
    let excluded = partial["excluded"][0].clone();
    let mut emptied = partial.clone();
    emptied["excluded"] = json!([]);
    assert_eq!(problems(&emptied), [format!("uncounted-line /lines/{}", excluded["line"])]);
    let mut twice = partial.clone();
    twice["excluded"].as_array_mut().expect("excluded").push(excluded.clone());
    assert_eq!(problems(&twice), ["out-of-order /excluded/1/line"]);
    let mut both = partial.clone();
    both["excluded"][0]["line"] = partial["products"][0]["line"].clone();
    assert_eq!(
        problems(&both),
        [
            "excluded-counted /products/0/line".to_string(),
            format!("uncounted-line /lines/{}", excluded["line"])
        ]
    );
}

/// The footprint of a shipped production that is small.
fn shoot() -> Footprint {
    let small = |fixture: &claquette_conformance::Fixture| fixture.name.starts_with("small-shoot");
    let shoot = claquette_conformance::fixtures().into_iter().find(small).expect("the shoot");
    let outcome = Outcome::of(&shoot.bytes(), &shoot.references(), &shoot.options());
    outcome.footprint().expect("a footprint").clone()
}

/// A footprint that leaves a line out: its tables have no factor for storage.
fn partial() -> Footprint {
    let production = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": [
        {"id": "lamps", "what": {"electricity": {"energy": {"value": "120000", "unit": "kWh"}}}},
        {"id": "disks", "what": {"storage": {"data": {"value": "1", "unit": "TB"}, "years": "1"}}}]}"#;
    let table = "id,key,place,year,unit,value,source\ne,energy.electricity,FR,2024,kgCO2e/kWh,0.05,hand\n";
    let references = claquette_conformance::without_factors().with_set("mine", table).expect("a set");
    let options = Options { unpriced: Unpriced::Exclude, ..Options::default() };
    match Outcome::of(production, &references, &options) {
        Outcome::Priced(footprint) => *footprint,
        Outcome::Refused(problems, _) => panic!("{problems:?}"),
    }
}

/// What would divide by zero, correct itself, or is no hash or no sum.
#[test]
fn values_that_no_computation_gives_are_refused() {
    let zero = with("/products/0/terms/0", json!({"name": "energy", "denominator": "0"}));
    assert_eq!(problems(&zero), ["zero-denominator /products/0/terms/0/denominator"]);
    let mut itself = stored();
    itself["lines"][3]["corrects"] = json!(3);
    assert_eq!(problems(&itself), ["corrected-correction /lines/3/corrects"]);
    assert_eq!(problems(&with("/sets/0/sha256", json!("xyz"))), ["invalid-hash /sets/0/sha256"]);
    let mut bare = stored();
    bare["production"]["documents"] = json!([{"number": "7"}]);
    bare["production"]["perimeter"] = json!([{"section": "transport"}]);
    assert_eq!(
        problems(&bare),
        ["missing-field /production/perimeter/0", "missing-field /production/documents/0"]
    );
    // 10 EUR in a line and 5 in none are 15.
    let budget = |total: &str| {
        json!({"currencies": [{"currency": "EUR", "total": total, "unlisted": "5"}],
            "lines": [{"id": "a", "amount": "10", "currency": "EUR"}]})
    };
    let lines: Vec<Value> = stored()["lines"].as_array().expect("lines").clone();
    let with_budget = |budget: Value| {
        let mut forged = stored();
        forged["production"]["budget"] = budget;
        for (at, line) in lines.iter().enumerate() {
            let mut line = line.clone();
            line.as_object_mut().expect("a line").remove("budget_line");
            forged["lines"][at] = line;
        }
        problems(&forged)
    };
    assert_eq!(with_budget(budget("15")), [] as [&str; 0]);
    assert_eq!(with_budget(budget("0.0001")), ["budget-sum /production/budget/currencies/0/total"]);
    let mut other = budget("5");
    other["lines"][0]["currency"] = json!("USD");
    assert_eq!(with_budget(other), ["wrong-unit /production/budget/lines/0/currency"]);
    let mut thousands = budget("15");
    thousands["total"] = json!("15");
    thousands["currency"] = json!("kEUR");
    assert_eq!(with_budget(thousands), ["budget-sum /production/budget/total"]);
}

/// Every value of a footprint in turn left out, or another in its place: what is read is valid by the published schema, and
/// is read again as it is written.
#[test]
fn what_is_read_is_valid_by_the_schema() {
    let schema = std::fs::read_to_string(claquette_conformance::path("../core/schema/footprint.schema.json"));
    let schema: Value = serde_json::from_str(&schema.expect("a schema")).expect("JSON");
    let valid = jsonschema::draft202012::new(&schema).expect("a schema");
    let others = [
        json!(null),
        json!(0),
        json!(1),
        json!(-1),
        json!(1.5),
        json!(u64::MAX),
        json!("0"),
        json!("1"),
        json!("-1"),
        json!("18446744073709551615"),
        json!(""),
        json!("xyz"),
        json!("2026-05-04"),
        json!("EUR"),
        json!(true),
        json!([]),
        json!({}),
        json!([{}]),
    ];
    let mut places = Vec::new();
    for footprint in [shoot(), partial()] {
        let stored: Value = serde_json::from_str(&footprint.to_json()).expect("JSON");
        let mut visited = std::collections::BTreeSet::new();
        visit(&stored, String::new(), &mut |pointer, _| {
            let of = |part: &&str| part.parse::<u32>().is_err();
            let kind: String = pointer.split('/').filter(of).collect::<Vec<_>>().join("/");
            if visited.insert(kind) {
                places.push((stored.clone(), pointer.to_string()));
            }
        });
    }
    let (mut taken, mut refused) = (0, 0);
    let mut judge = |document: &Value, of: &str| match Footprint::from_json(
        document.to_string().as_bytes(),
        &Limits::default(),
    ) {
        Ok(read) => {
            taken += 1;
            let errors: Vec<String> = valid.iter_errors(document).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{of}: {errors:?}");
            assert_eq!(
                Footprint::from_json(read.to_json().as_bytes(), &Limits::default()).as_ref(),
                Ok(&read),
                "{of}"
            );
        }
        Err(_) => refused += 1,
    };
    for (stored, pointer) in &places {
        let (parent, name) = pointer.rsplit_once('/').unwrap_or_default();
        for other in &others {
            let mut forged = stored.clone();
            *forged.pointer_mut(pointer).expect("a value") = other.clone();
            judge(&forged, &format!("{pointer}: {other}"));
        }
        let mut without = stored.clone();
        if let Some(Value::Object(fields)) = without.pointer_mut(parent) {
            fields.remove(name);
            judge(&without, &format!("{pointer} left out"));
        }
    }
    assert!(taken > 100 && refused > 1000, "{taken} taken, {refused} refused");
}

/// What takes one sort of document says of another which it is, whole or cut in half, and nothing else.
#[test]
fn documents_of_another_sort_are_told() {
    let shoot =
        claquette_conformance::fixtures().into_iter().find(|one| one.name == "magazine.json").expect("one");
    let references = shoot.references();
    let production = check_json(&shoot.bytes(), &references, &Limits::default()).production.expect("valid");
    let archive = Archive::of(&production, &references, &shoot.options()).expect("an archive");
    let refusal = claquette::output::Refusal::new(Vec::new(), 0);
    let documents = [
        (DocumentSort::Production, String::from_utf8(shoot.bytes()).expect("UTF-8")),
        (DocumentSort::Footprint, archive.footprint.to_json()),
        (DocumentSort::Archive, archive.to_json()),
        (DocumentSort::Summary, claquette::output::FootprintSummary::new(&archive.footprint).to_json()),
        (DocumentSort::Refusal, refusal.to_json()),
    ];
    let told = |problems: &[claquette::Diagnostic]| -> Vec<String> {
        problems.iter().map(|problem| problem.message(claquette::Language::En)).collect()
    };
    for (sort, text) in &documents {
        assert_eq!(DocumentSort::of(text.as_bytes()), Some(*sort));
        // A refusal ends before it begins to be one.
        let half = DocumentSort::of(&text.as_bytes()[..text.len() * 3 / 4]);
        assert!(half == Some(*sort) || *sort == DocumentSort::Refusal, "{sort:?}");
        let bytes = text.as_bytes();
        let taken = [
            (DocumentSort::Production, check_json(bytes, &references, &Limits::default()).diagnostics),
            (
                DocumentSort::Footprint,
                Footprint::from_json(bytes, &Limits::default()).err().unwrap_or_default(),
            ),
            (DocumentSort::Archive, Archive::from_json(bytes, &Limits::default()).err().unwrap_or_default()),
        ];
        for (taker, problems) in taken.iter().filter(|(taker, _)| taker != sort) {
            let said = format!("this document is {}", sort.label(claquette::Language::En));
            assert_eq!(told(problems), [said], "{taker:?}");
        }
    }
    let named = check_json(b"film.json", &references, &Limits::default());
    assert_eq!(told(&named.diagnostics), ["`film.json` is the name of a file: give its content"]);
    let read = Footprint::from_json(b"bilans/film.json\n", &Limits::default()).unwrap_err();
    assert_eq!(read[0].code(), "file-name");
}

#[test]
fn formats_that_no_engine_wrote_are_refused() {
    assert_eq!(problems(&with("/format", json!(0))), ["unsupported-format /format"]);
    assert_eq!(problems(&with("/format", json!("1"))), ["wrong-type /format"]);
}

#[test]
fn a_newer_format_is_refused_for_that_alone() {
    let mut newer = with("/format", json!(FORMAT + 1));
    newer["lines"] = json!("compressed");
    newer["novelty"] = json!(true);
    assert_eq!(problems(&newer), ["unsupported-format /format"]);
    let mut older = with("/engine", json!("claquette 0.0.1"));
    assert_eq!(problems(&older), [] as [&str; 0]);
    older["warnings"][0]["code"] = json!("a-code-of-then");
    let read = Footprint::from_json(older.to_string().as_bytes(), &Limits::default()).expect("a footprint");
    assert_eq!((read.engine.as_str(), &*read.warnings[0].code), ("claquette 0.0.1", "a-code-of-then"));
}

#[test]
fn limits_hold() {
    let text = film().to_json();
    let read = |limits: Limits| Footprint::from_json(text.as_bytes(), &limits);
    let code = |limits: Limits| read(limits).unwrap_err()[0].code();
    assert_eq!(code(Limits { bytes: 1000, ..Limits::default() }), "input-too-large");
    // 16 × 100 items are fewer than the film has, 16 × 1,000 are not.
    assert_eq!(code(Limits { items: 100, ..Limits::default() }), "too-many-items");
    assert!(read(Limits { items: 1000, ..Limits::default() }).is_ok());
    assert_eq!(code(Limits { depth: 2, ..Limits::default() }), "too-deep");
    assert_eq!(Footprint::from_json(b"\xff", &Limits::default()).unwrap_err()[0].code(), "invalid-utf8");
    let cut = &text.as_bytes()[..text.len() / 2];
    assert_eq!(Footprint::from_json(cut, &Limits::default()).unwrap_err()[0].code(), "malformed-json");
    let twice = text.replacen("\"omitted\":", "\"omitted\":0,\"omitted\":", 1);
    let found = Footprint::from_json(twice.as_bytes(), &Limits::default()).unwrap_err();
    assert_eq!(found[0].code(), "duplicate-field");
    let wrong: Vec<Value> = vec![json!({}); 5000];
    let found = problems(&with("/keys", json!(wrong)));
    assert_eq!((found.len(), found.last().map(String::as_str)), (1001, Some("other-problems ")));
}
