//! What a vector expects against what came out.

use std::fmt;

use claquette::Term;
use serde_json::{Map, Value, json};

use crate::case::Case;
use crate::observed;
use crate::outcome::Outcome;

/// Something that did not come out as expected.
#[derive(Debug)]
pub struct Difference {
    /// The name of the vector.
    pub case: String,
    /// What differs.
    pub what: String,
    /// What the vector says.
    pub expected: String,
    /// What came out.
    pub got: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {}", self.case, self.what)?;
        writeln!(f, "    expected {}", self.expected)?;
        writeln!(f, "    got      {}", self.got)
    }
}

impl Case {
    /// What of the outcome is not what the vector expects, as exact text.
    pub fn differences(&self, outcome: &Outcome) -> Vec<Difference> {
        let observe = |what: &str, wanted: &Value| match what {
            "proposal" => named_of(&self.proposal(), wanted),
            _ => observe(outcome, what, wanted),
        };
        // Where it is not named, nothing is to be beyond the problems that are kept.
        let mut expect = self.expect.clone();
        expect.entry("more").or_insert(json!(0));
        let got = expect.iter().map(|(what, wanted)| (what, wanted, observe(what, wanted)));
        let differing = got.filter(|(_, wanted, got)| got != *wanted);
        differing
            .map(|(what, wanted, got)| Difference {
                case: self.name.clone(),
                what: what.clone(),
                expected: wanted.to_string(),
                got: if what == "status" { explained(&got, outcome) } else { got.to_string() },
            })
            .collect()
    }
}

/// What came out for one name of an expectation.
fn observe(outcome: &Outcome, what: &str, wanted: &Value) -> Value {
    let of =
        |observe: &dyn Fn(&claquette::Footprint) -> Value| outcome.footprint().map_or(Value::Null, observe);
    match what {
        "status" => of_status(outcome),
        "totals" => of(&|footprint| observed::totals(footprint, wanted)),
        "lines" => of(&|footprint| observed::masses(footprint, wanted)),
        "entries" => of(&|footprint| observed::entries(footprint, wanted)),
        "resolutions" => of(&|footprint| named_of(&observed::resolutions(footprint, wanted), wanted)),
        "views" => of(&|footprint| observed::views(footprint, wanted)),
        "indicators" => of(&|footprint| named_of(&observed::indicators(footprint), wanted)),
        "uncertainty" => of(&|footprint| named_of(&observed::uncertainty(footprint, wanted), wanted)),
        "problems" => {
            let problems = observed::problems(&outcome.problems());
            if outcome.footprint().is_some() {
                in_any_order(problems, wanted)
            } else {
                named_of(&problems.into(), wanted)
            }
        }
        "more" => outcome.more().into(),
        unknown => json!(format!("no runner knows `{unknown}`")),
    }
}

/// Warnings in the order in which they are expected, without the fields that are not named; then the others.
fn in_any_order(mut got: Vec<Value>, wanted: &Value) -> Value {
    let mut found = Vec::new();
    for wanted in wanted.as_array().into_iter().flatten() {
        if let Some(at) = got.iter().position(|got| named_of(got, wanted) == *wanted) {
            got.remove(at);
            found.push(wanted.clone());
        }
    }
    found.extend(got);
    found.into()
}

fn of_status(outcome: &Outcome) -> Value {
    outcome.footprint().map_or("refused", |footprint| footprint.completeness().text()).into()
}

/// A status with the problems that led to it.
fn explained(got: &Value, outcome: &Outcome) -> String {
    let problems =
        outcome.problems().into_iter().map(|problem| format!("\n        {} {problem}", problem.code()));
    problems.fold(got.to_string(), |text, problem| text + &problem)
}

/// What came out, without the fields that are not named. Lists of another length are kept whole.
fn named_of(got: &Value, wanted: &Value) -> Value {
    match (got, wanted) {
        (Value::Object(got), Value::Object(wanted)) => {
            let of = |name: &String, wanted| named_of(got.get(name).unwrap_or(&Value::Null), wanted);
            wanted.iter().map(|(name, wanted)| (name.clone(), of(name, wanted))).collect::<Map<_, _>>().into()
        }
        (Value::Array(got), Value::Array(wanted)) if got.len() == wanted.len() => {
            got.iter().zip(wanted).map(|(got, wanted)| named_of(got, wanted)).collect()
        }
        _ => got.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::in_any_order;

    fn problems(of: &[(&str, &str)]) -> Vec<Value> {
        of.iter().map(|(code, pointer)| json!({"code": code, "pointer": pointer, "parameters": {}})).collect()
    }

    #[test]
    fn warnings_may_come_in_any_order_but_none_may_be_lacking_nor_beyond() {
        let wanted = json!([{"code": "b"}, {"code": "a", "pointer": "/2"}, {"code": "a"}]);
        let (one, two, three) = (("a", "/1"), ("a", "/2"), ("b", "/3"));
        assert_eq!(in_any_order(problems(&[one, two, three]), &wanted), wanted);
        assert_eq!(in_any_order(problems(&[three, two, one]), &wanted), wanted);
        assert_ne!(in_any_order(problems(&[two, three]), &wanted), wanted);
        assert_ne!(in_any_order(problems(&[one, two, three, three]), &wanted), wanted);
        assert_ne!(in_any_order(problems(&[one, two, ("c", "/3")]), &wanted), wanted);
        assert_ne!(in_any_order(problems(&[one]), &json!([])), json!([]));
    }
}
