//! What callers can make large, and every public function over it: how much work each does is counted at one size and at
//! four times that.

mod imports;
mod tables;

use std::fmt::Write;
use std::hint::black_box;

use claquette::footprint::LineAt;
use claquette::output::{
    BudgetCoverage, FactorDifference, FactorSearch, FootprintSummary, FootprintVariance,
    FootprintVerification, ImportedBase, Output, Refusal,
};
use claquette::{
    Account, Axis, Checked, Footprint, Gwp, Indicators, Language, Limits, MonetaryShare, Options, References,
    Review, Statistics, Unpriced, Unrestated, Variance, Verification, check, check_json, compute, explain,
    extract, headline, html, propose, report, search, view,
};

/// What is called after each step, with its name.
pub type Probe<'a> = dyn FnMut(&'static str) + 'a;

/// What a caller can make large.
#[derive(Clone, Copy, Debug)]
pub struct Dimension {
    /// Its name.
    pub name: &'static str,
    /// Does everything with an input of a size.
    pub run: fn(usize, &mut Probe<'_>),
}

/// The tables that are not factors, of few places.
fn files() -> Vec<(&'static str, String)> {
    let places = ["code,", "WORLD,", "FR,", "FR-BRE,", "GB,", "US,"];
    let files = claquette_factors::FILES.iter().filter(|(name, _)| {
        ["assumptions.csv", "equivalences.csv", "gwp.csv", "keys.csv", "ranges.csv", "sources.csv"]
            .contains(name)
    });
    let rows = claquette_factors::FILES.iter().find(|(name, _)| *name == "places.csv").expect("the places").1;
    let rows = rows.lines().filter(|row| places.iter().any(|place| row.starts_with(place)));
    let rows: String = rows.flat_map(|row| [row, "\n"]).collect();
    let header = "key,place,proxy,reason_fr,reason_en\n";
    let files = files.map(|(name, text)| (*name, (*text).to_string()));
    files.chain([("places.csv", rows), ("proxies.csv", header.into())]).collect()
}

/// These tables, and a set with a factor for each kind of line that is used here.
fn tables() -> References {
    let files = files();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, &**text)).collect();
    References::read("few", &files).expect("valid tables").with_set("mine", OWN).expect("a valid set")
}

const OWN: &str = "id,key,place,year,unit,value,source,gwp\n\
    inn,accommodation.hotel,FR,2024,kgCO2e/room.night,4,hand,AR5\n\
    grid,energy.electricity,FR,2024,kgCO2e/kWh,0.05,hand,AR5\n\
    metro,transport.metro,FR,2024,kgCO2e/passenger.km,0.004,hand,\n\
    meal,food.meal.average,FR,2024,kgCO2e/meal,2,hand,\n";

const HOTEL: &str = r#""what": {"hotel": {"rooms": 1, "nights": 1}}"#;
const POWER: &str = r#""what": {"electricity": {"energy": {"value": "1", "unit": "kWh"}}}"#;

/// So many items of a list of JSON.
fn list(count: usize, item: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for at in 0..count {
        let comma = if at == 0 { "" } else { ", " };
        write!(text, "{comma}{}", item(at)).expect("a text grows");
    }
    text
}

/// Lines with these other fields, each by its position.
fn lines(count: usize, fields: impl Fn(usize) -> String) -> String {
    list(count, |at| format!(r#"{{"id": "L{at}", {}}}"#, fields(at)))
}

/// A production with these lines and these other fields.
fn document(lines: &str, others: &str) -> String {
    let comma = if others.is_empty() { "" } else { ", " };
    format!(
        r#"{{"format": 1, "kind": "news", "place": "FR", "period": {{"year": 2024}}{comma}{others}, "lines": [{lines}]}}"#
    )
}

/// Everything that is done with a document.
fn all_of(document: &str, probe: &mut Probe<'_>) {
    all_with(document, &tables(), probe);
}

fn all_with(document: &str, references: &References, probe: &mut Probe<'_>) {
    probe("input");
    let checked = check_json(document.as_bytes(), references, &Limits::default());
    probe("check_json");
    black_box(propose(&checked).map(|proposal| proposal.to_json()));
    probe("propose");
    let Checked { production, diagnostics, omitted, .. } = checked;
    let Some(production) = production else {
        let refusal = Refusal::new(diagnostics, omitted);
        black_box((refusal.message(), refusal.to_json()));
        probe("Refusal");
        return;
    };
    black_box(check(production.input().clone(), references));
    probe("check");
    black_box(production.sha256());
    probe("sha256");
    let options = Options { unpriced: Unpriced::Exclude, ..Options::default() };
    let footprint = compute(&production, references, &options).expect("a footprint");
    probe("compute");
    let restated = Options { gwp: Gwp::Ar6, electricity: claquette::ElectricityMethod::Market, ..options };
    let restated = compute(&production, references, &restated).expect("a footprint");
    black_box(Unrestated::all(&restated));
    probe("compute, restated");
    of_footprint(&footprint, probe);
    let variance = Variance::between(&footprint, &restated, Account::Counted).expect("one production");
    black_box((variance.text(Language::En), FootprintVariance::new(&variance).to_json()));
    probe("Variance");
    black_box(Review::of(&footprint, &restated)).expect("one production");
    probe("Review");
    let stored = FootprintSummary::new(&footprint).to_json_pretty();
    probe("FootprintSummary");
    for footprint in [&footprint, &restated] {
        let verification = Verification::of(stored.as_bytes(), footprint).expect("a result");
        black_box((verification.text(Language::Fr), FootprintVerification::new(verification).to_json()));
    }
    probe("Verification");
    let stored = footprint.to_json();
    probe("Footprint::to_json");
    let read = Footprint::from_json(stored.as_bytes(), &Limits::default()).expect("a footprint");
    probe("Footprint::from_json");
    black_box(claquette::audit(&read)).expect("masses that follow");
    probe("audit");
    let files = extract(&production, references, &options).expect("an extract");
    probe("extract");
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
    black_box(References::read_extract(&files)).expect("an extract");
    probe("read_extract");
}

fn of_footprint(footprint: &Footprint, probe: &mut Probe<'_>) {
    for language in [Language::Fr, Language::En] {
        black_box((report(footprint, language), html(footprint, language), headline(footprint, language)));
    }
    probe("report");
    for axis in Axis::all().chain(["label:n0"].into_iter().filter_map(Axis::parse)) {
        black_box(view(footprint, &axis, Account::Counted, &[]));
    }
    probe("view");
    black_box((Indicators::of(footprint), MonetaryShare::by_post(footprint), BudgetCoverage::all(footprint)));
    probe("Indicators");
    for line in 0..u32::try_from(footprint.lines.len()).expect("few lines") {
        black_box(footprint.line(LineAt(line), Account::Counted));
    }
    probe("Footprint::line");
}

/// Everything that is done with a table of factors of the user's own.
fn all_of_set(rows: &str, probe: &mut Probe<'_>) {
    let before = tables();
    probe("input");
    let references = match before.clone().with_set("hers", rows) {
        Ok(references) => references,
        Err(problems) => {
            black_box(Refusal::new(problems, 0).to_json());
            return probe("with_set");
        }
    };
    probe("with_set");
    black_box(
        ImportedBase::read("hers.csv", rows.as_bytes(), &[], &before).map(|base| base.to_json()).is_ok(),
    );
    probe("ImportedBase");
    black_box((Statistics::of(&references), references.unserved("hers").len(), references.hashes().count()));
    probe("Statistics");
    black_box(FactorDifference::between(&before, &references).to_json());
    probe("FactorDifference");
    let sample = references.factors().next().map(|factor| explain(factor, &references, Language::Fr));
    black_box((sample, references.find_factor("nothing-like-it").is_err()));
    probe("find_factor");
    all_of_query(&references, "hotel f1", probe);
    all_with(&document(&lines(10, |_| HOTEL.into()), ""), &references, probe);
}

fn all_of_query(references: &References, text: &str, probe: &mut Probe<'_>) {
    black_box((search(references, text), FactorSearch::of(references, text, 10).to_json()));
    probe("search");
}

/// Everything that callers can make large.
pub fn dimensions() -> impl Iterator<Item = &'static Dimension> {
    DOCUMENTS.iter().chain(imports::DIMENSIONS).chain(tables::DIMENSIONS)
}

const DOCUMENTS: &[Dimension] = &[
    Dimension { name: "lines", run: |n, probe| all_of(&document(&lines(n, |_| HOTEL.into()), ""), probe) },
    Dimension {
        name: "lines left out",
        run: |n, probe| {
            let what = r#""what": {"storage": {"data": {"value": "1", "unit": "TB"}, "years": "1"}}"#;
            all_of(&document(&lines(n, |_| what.into()), ""), probe);
        },
    },
    Dimension {
        name: "contracts",
        run: |n, probe| {
            let contract = |at| {
                format!(
                    r#"{{"id": "c{at}", "value": "0.01", "unit": "kgCO2e/kWh", "source": "bill", "evidence": "p"}}"#
                )
            };
            let contracts = format!(r#""contracts": [{}]"#, list(n, contract));
            let line = |at| format!(r#""contract": "c{}", {POWER}"#, n - 1 - at);
            all_of(&document(&lines(n, line), &contracts), probe);
        },
    },
    Dimension {
        name: "parts of the work",
        run: |n, probe| {
            let parts =
                format!(r#""work": [{}]"#, list(n, |at| format!(r#"{{"id": "e{at}", "minutes": 5}}"#)));
            let line = |at| format!(r#""work": {{"parts": ["e{at}"]}}, {HOTEL}"#);
            all_of(&document(&lines(n, line), &parts), probe);
        },
    },
    Dimension {
        name: "parts of one line",
        run: |n, probe| {
            let parts =
                format!(r#""work": [{}]"#, list(n, |at| format!(r#"{{"id": "e{at}", "minutes": 5}}"#)));
            let all = list(n, |at| format!(r#""e{at}""#));
            all_of(
                &document(&lines(1, |_| format!(r#""work": {{"parts": [{all}]}}, {HOTEL}"#)), &parts),
                probe,
            );
        },
    },
    Dimension {
        name: "exceptions",
        run: |n, probe| {
            let parts = list(n, |at| format!(r#"{{"id": "e{at}", "minutes": 5}}"#));
            let work =
                format!(r#""work": [{{"id": "s", "count": {n}, "minutes": 3, "exceptions": [{parts}]}}]"#);
            all_of(
                &document(&lines(n, |at| format!(r#""work": {{"parts": ["e{at}"]}}, {HOTEL}"#)), &work),
                probe,
            );
        },
    },
    Dimension {
        name: "documents",
        run: |n, probe| {
            let document_of =
                |at| format!(r#"{{"id": "d{at}", "kind": "invoice", "number": "{at}", "supplier": "s"}}"#);
            let documents = format!(r#""documents": [{}]"#, list(n, document_of));
            let line = |at| format!(r#""documents": ["d{}"], {HOTEL}"#, n - 1 - at);
            all_of(&document(&lines(n, line), &documents), probe);
        },
    },
    Dimension {
        name: "corrections",
        run: |n, probe| {
            let correction = r#""what": {"hotel": {"rooms": -1, "nights": 1}}"#;
            let corrections =
                list(n, |at| format!(r#"{{"id": "C{at}", "corrects": "L{at}", {correction}}}"#));
            all_of(&document(&[lines(n, |_| HOTEL.into()), corrections].join(", "), ""), probe);
        },
    },
    Dimension {
        name: "corrections of one line",
        run: |n, probe| {
            let correction = r#""what": {"hotel": {"rooms": -1, "nights": 1}}"#;
            let corrections = list(n, |at| format!(r#"{{"id": "C{at}", "corrects": "L0", {correction}}}"#));
            let original = r#""what": {"hotel": {"rooms": 1000, "nights": 5}}"#;
            all_of(&document(&[lines(1, |_| original.into()), corrections].join(", "), ""), probe);
        },
    },
    Dimension {
        name: "labels",
        run: |n, probe| {
            let line = |at| format!(r#""labels": [{{"name": "n{at}", "value": "x"}}], {HOTEL}"#);
            all_of(&document(&lines(n, line), ""), probe);
        },
    },
    Dimension {
        name: "labels of one line",
        run: |n, probe| {
            let labels = list(n, |at| format!(r#"{{"name": "n{at}", "value": "v{at}"}}"#));
            all_of(&document(&lines(1, |_| format!(r#""labels": [{labels}], {HOTEL}"#)), ""), probe);
        },
    },
    Dimension {
        name: "lines of the budget",
        run: |n, probe| {
            let planned = |at| format!(r#"{{"id": "b{at}", "amount": {{"value": "100", "unit": "EUR"}}}}"#);
            let budget = format!(r#""budget": {{"vat": "excluded", "lines": [{}]}}"#, list(n, planned));
            all_of(&document(&lines(n, |at| format!(r#""budget_line": "b{at}", {HOTEL}"#)), &budget), probe);
        },
    },
    Dimension {
        name: "currencies of the budget",
        run: |n, probe| {
            let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).expect("a letter"));
            let planned = |at: usize| {
                let (last, middle) = (letter(at), letter(at / 26));
                let unit = format!("X{middle}{last}_{}", 2000 + at % 20);
                format!(r#"{{"id": "b{at}", "amount": {{"value": "100", "unit": "{unit}"}}}}"#)
            };
            let budget = format!(r#""budget": {{"vat": "excluded", "lines": [{}]}}"#, list(n, planned));
            all_of(&document(&lines(n, |at| format!(r#""budget_line": "b{at}", {HOTEL}"#)), &budget), probe);
        },
    },
    Dimension {
        name: "credit notes",
        run: |n, probe| {
            let planned = |at| format!(r#"{{"id": "b{at}", "amount": {{"value": "100", "unit": "EUR"}}}}"#);
            let credit = |at| {
                format!(
                    r#"{{"id": "k{at}", "corrects": "b{at}", "amount": {{"value": "-1", "unit": "EUR"}}}}"#
                )
            };
            let all = [list(n, planned), list(n, credit)].join(", ");
            let budget = format!(r#""budget": {{"vat": "excluded", "lines": [{all}]}}"#);
            all_of(&document(&lines(1, |_| HOTEL.into()), &budget), probe);
        },
    },
    Dimension {
        name: "shooting days",
        run: |n, probe| {
            let day = r#"{"days": 0.1, "period": {"from": "2024-01-01", "to": "2024-12-31"}}"#;
            let days = format!(r#""shooting_days": [{}]"#, list(n, |_| day.into()));
            all_of(&document(&lines(1, |_| HOTEL.into()), &days), probe);
        },
    },
    Dimension {
        name: "people of the calendar",
        run: |n, probe| {
            let people = |at| format!(r#"{{"id": "p{at}", "group": "crew", "persons": 2, "meals": 1}}"#);
            let calendar =
                format!(r#""calendar": [{{"phase": "shoot", "days": 5, "people": [{}]}}]"#, list(n, people));
            let line = |at| {
                format!(
                    r#""calendar": ["p{at}"], "what": {{"meals": {{"people": 2, "days": 5, "per_day": 1}}}}"#
                )
            };
            all_of(&document(&lines(n, line), &calendar), probe);
        },
    },
    Dimension {
        name: "days of the calendar",
        run: |n, probe| {
            let days = |at| {
                format!(
                    r#"{{"phase": "shoot", "days": 0.1, "people": [{{"id": "p{at}", "group": "crew", "persons": 2, "meals": 1}}]}}"#
                )
            };
            let calendar = format!(r#""calendar": [{}]"#, list(n, days));
            let line = r#""phase": "shoot", "what": {"meals": {"people": 2, "days": 5, "per_day": 1}}"#;
            all_of(&document(&lines(n, |_| line.into()), &calendar), probe);
        },
    },
    Dimension {
        name: "modes of a commute",
        run: |n, probe| {
            // All but the last has no share, and that one has all.
            let mode = |at| format!(r#"{{"mode": "metro", "share": {}}}"#, if at + 1 == n { 100 } else { 0 });
            let what = format!(
                r#""what": {{"commute": {{"people": 1, "days": 1, "distance": {{"value": "1", "unit": "km"}}, "modes": [{}]}}}}"#,
                list(n, mode)
            );
            all_of(&document(&lines(1, |_| what.clone()), ""), probe);
        },
    },
    Dimension {
        name: "statements of the perimeter",
        run: |n, probe| {
            let statement = r#"{"section": "transport", "state": "excluded", "reason": "other"}"#;
            let perimeter = format!(r#""perimeter": [{}]"#, list(n, |_| statement.into()));
            all_of(&document(&lines(1, |_| HOTEL.into()), &perimeter), probe);
        },
    },
    Dimension {
        name: "problems",
        run: |n, probe| {
            let line = r#""budget_line": "x", "contract": "y", "corrects": "z", "wat": 1, "place": "QQ", "what": {"hotel": {}}"#;
            all_of(&document(&lines(n, |_| line.into()), ""), probe);
        },
    },
    Dimension {
        name: "unknown references beside as many known",
        run: |n, probe| {
            let documents = list(n, |at| format!(r#"{{"id": "invoice-{at}", "kind": "invoice"}}"#));
            let line = |at| format!(r#""documents": ["invoices-{at}"], {HOTEL}"#);
            all_of(&document(&lines(n, line), &format!(r#""documents": [{documents}]"#)), probe);
        },
    },
    Dimension {
        name: "the same identifier",
        run: |n, probe| all_of(&document(&list(n, |_| format!(r#"{{"id": "L", {HOTEL}}}"#)), ""), probe),
    },
    Dimension {
        name: "letters of texts",
        run: |n, probe| {
            let text = "é \\u0041 <b> ".repeat(n);
            let line = format!(r#""note": "{text}", "party": "{text}", {HOTEL}"#);
            all_of(&document(&lines(1, |_| line.clone()), &format!(r#""title": "{text}""#)), probe);
        },
    },
    Dimension {
        name: "rows of a set",
        run: |n, probe| {
            let header = "id,key,place,year,unit,value,source,note\n".to_string();
            let row = |at| format!("f{at},,FR,2024,kgCO2e/kWh,1,s,a hotel near the quay {at}\n");
            all_of_set(&(0..n).map(row).fold(header, |text, row| text + &row), probe);
        },
    },
    Dimension {
        name: "rows of a set that are wrong",
        run: |n, probe| {
            let header = "id,key,place,year,unit,value,source\n".to_string();
            let row = |at| format!("f{},nothing.such,QQ,x,kg,y,\n", at / 2);
            all_of_set(&(0..n).map(row).fold(header, |text, row| text + &row), probe);
        },
    },
    Dimension {
        name: "keys and places of a proxy",
        run: |n, probe| {
            let (keys, places) = (list(n, |at| format!("k{at}")), list(n, |_| "FR".into()));
            let row = format!("{},{},GB,pourquoi,why\n", keys.replace(", ", " "), places.replace(", ", " "));
            let text = ["key,place,proxy,reason_fr,reason_en\n", &row].concat();
            probe("input");
            let references = tables().with_proxies("proxies.csv", &text).expect("a valid table");
            probe("with_proxies");
            all_with(&document(&lines(10, |_| HOTEL.into()), ""), &references, probe);
        },
    },
    Dimension {
        name: "assumptions",
        run: |n, probe| {
            let header = "id,value,unit,source,name_fr,name_en\n".to_string();
            let row = |at| format!("a{at},1,kWh/GB,s,a,a\n");
            let text = (0..n).map(row).fold(header, |text, row| text + &row);
            probe("input");
            let references = tables().with_assumptions("assumptions.csv", &text).expect("a valid table");
            probe("with_assumptions");
            all_with(&document(&lines(10, |_| HOTEL.into()), ""), &references, probe);
        },
    },
    Dimension {
        name: "sets",
        run: |n, probe| {
            let mut references = tables();
            probe("input");
            for at in 0..n {
                let text = format!("id,place,unit,value,source\ns{at},FR,kgCO2e/kWh,1,me\n");
                references = references.with_set(&format!("set {at}"), &text).expect("a valid set");
            }
            probe("with_set");
            all_with(&document(&lines(10, |_| HOTEL.into()), ""), &references, probe);
        },
    },
    Dimension {
        name: "sources and factors of a bundle",
        run: |n, probe| {
            let mut sources =
                "id,name,publisher,version,published,gwp,licence,licence_url,url,notice\n".to_string();
            let mut factors = "id,place,unit,value,source,year,raw,boundary\n".to_string();
            for at in 0..n {
                writeln!(sources, "s{at},n,p,1,2024,AR5,l,u,u,n").expect("a text grows");
                writeln!(factors, "f{at},FR,kgCO2e/kWh,1,s{},2024,1,full", n - 1 - at).expect("a text grows");
            }
            let places = "code,parent,name_fr,name_en\nWORLD,,Monde,World\nFR,WORLD,France,France\n";
            let files = [
                ("assumptions.csv", "id,value,unit,source,name_fr,name_en\n"),
                ("equivalences.csv", "id,value,unit,source,name_fr,name_en\n"),
                ("factors.csv", &*factors),
                ("keys.csv", "key,post,unit,name_fr,name_en\n"),
                ("places.csv", places),
                ("proxies.csv", "key,place,proxy,reason_fr,reason_en\n"),
                ("sources.csv", &*sources),
            ];
            probe("input");
            black_box(References::read("bundle", &files).is_ok());
            probe("References::read");
        },
    },
    Dimension {
        name: "words of a query",
        run: |n, probe| {
            let references = tables();
            probe("input");
            all_of_query(&references, &"a b hotel ".repeat(n), probe);
            let different: String = (0..n).map(|at| format!("hotel{at} ")).collect();
            all_of_query(&references, &different, probe);
        },
    },
];
