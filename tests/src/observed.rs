//! What came out, in the words of the vectors.

use claquette::footprint::LineAt;
use claquette::{Account, Axis, FactorSpread, Footprint, Indicators, Mass, Term, UncertaintyOptions, view};
use serde_json::{Map, Value, json};

use crate::problem::Problem;

fn kilograms(mass: Mass) -> Value {
    mass.kilograms().to_string().into()
}

fn account(word: &Value) -> Account {
    word.as_str().and_then(Account::parse).expect("the word of an account")
}

/// The identifiers of the lines, in their order.
pub(crate) fn lines(footprint: &Footprint) -> Vec<String> {
    footprint.lines.iter().map(|line| line.id.to_string()).collect()
}

fn position(lines: &[String], id: &Value) -> LineAt {
    let at = lines.iter().position(|line| id == line).expect("a line of the production");
    LineAt(u32::try_from(at).expect("a production has fewer lines"))
}

/// The totals of the accounts that are named.
pub(crate) fn totals(footprint: &Footprint, wanted: &Value) -> Value {
    let named = wanted.as_object().expect("totals by account").keys();
    let total = |name: &String| kilograms(footprint.total(Account::parse(name).expect("an account")));
    named.map(|name| (name.clone(), total(name))).collect::<Map<_, _>>().into()
}

/// The masses of the lines and accounts that are named.
pub(crate) fn masses(footprint: &Footprint, wanted: &Value) -> Value {
    let lines = lines(footprint);
    let mass = |item: &Value| {
        let mass = footprint.line(position(&lines, &item["line"]), account(&item["account"]));
        json!({"line": item["line"], "account": item["account"], "kgco2e": kilograms(mass)})
    };
    items(wanted).iter().map(mass).collect()
}

/// All entries of the lines that are named.
pub(crate) fn entries(footprint: &Footprint, wanted: &Value) -> Value {
    let named = |line: &str| items(wanted).iter().any(|item| item["line"] == line);
    let lines = lines(footprint);
    let entries = footprint.entries().map(|entry| (&lines[entry.line.0 as usize], entry));
    entries
        .filter(|(line, _)| named(line))
        .map(|(line, entry)| {
            json!({
                "line": line,
                "account": entry.account.text(),
                "part": entry.part.text(),
                "gas": entry.gas.text(),
                "kgco2e": kilograms(entry.mass),
            })
        })
        .collect()
}

/// What was chosen for the lines that are named, and why.
pub(crate) fn resolutions(footprint: &Footprint, wanted: &Value) -> Value {
    let (mut found, lines) = (Vec::new(), lines(footprint));
    for item in items(wanted) {
        let line = position(&lines, &item["line"]);
        for (_, product) in footprint.products_of(line) {
            let request = footprint.request_of(product).expect("a request");
            let used = footprint.factor_of(product).expect("a factor");
            found.push(json!({
                "line": item["line"],
                "factor": used.id,
                "set": used.set.and_then(|set| set.of(&footprint.sets)).map(|set| &set.name),
                "place": request.place_reason.text(),
                "period": request.period_reason.text(),
            }));
        }
    }
    found.into()
}

/// The views that are named.
pub(crate) fn views(footprint: &Footprint, wanted: &Value) -> Value {
    let groups = |item: &Value| -> Value {
        let account = account(&item["account"]);
        let name = item["view"].as_str().expect("the name of a view");
        if name == "account" {
            let total = kilograms(footprint.total(account));
            return Some(json!({"group": account.text(), "kgco2e": total})).into_iter().collect();
        }
        let view = view(footprint, &Axis::parse(name).expect("an axis"), account, &[]);
        let groups = view.groups.iter();
        groups.map(|group| json!({"group": group.group, "kgco2e": kilograms(group.mass)})).collect()
    };
    let view =
        |item: &Value| json!({"view": item["view"], "account": item["account"], "groups": groups(item)});
    items(wanted).iter().map(view).collect()
}

/// All indicators.
pub(crate) fn indicators(footprint: &Footprint) -> Value {
    let of = Indicators::of(footprint);
    let mass = |mass: Option<Mass>| mass.map(kilograms);
    json!({
        "per-hour": mass(of.per_hour),
        "per-shooting-day": mass(of.per_shooting_day),
        "per-1000": mass(of.per_thousand),
        "physical-share": of.physical_share.map(|share| share.to_string()),
        "monetary-share": of.monetary_share.map(|share| share.to_string()),
        "derived-share": of.derived_share.map(|share| share.to_string()),
    })
}

/// The uncertainty, in the mode that is named.
pub(crate) fn uncertainty(footprint: &Footprint, wanted: &Value) -> Value {
    let word = wanted["factor_spread"].as_str().unwrap_or("percent");
    let factors = FactorSpread::parse(word).expect("percent or abc");
    let options = UncertaintyOptions { factors, ..UncertaintyOptions::default() };
    serde_json::to_value(claquette::uncertainty(footprint, &options)).expect("a result is written")
}

/// The problems, in their order.
pub(crate) fn problems(problems: &[Problem<'_>]) -> Vec<Value> {
    problems.iter().map(Problem::in_words).collect()
}

fn items(list: &Value) -> &[Value] {
    list.as_array().expect("a list")
}
