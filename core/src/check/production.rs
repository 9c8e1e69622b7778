//! Checks what a production says beside its lines.

use alloc::string::ToString;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::check::budget::BudgetCheck;
use crate::check::contract::Contracts;
use crate::check::header::Header;
use crate::check::work::{Ids, Parts, sum};
use crate::check::{calendar, documents, work};
use crate::collection::name_map::NameIndex;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::Segment;
use crate::field::list::each;
use crate::field::value;
use crate::field::value::Count;
use crate::format::leaf::{Leaf, OneOrMany};
use crate::number::unit::Dimension;
use crate::pricing::aviation::{Aviation, Flights};
use crate::reference::pin::is_sha256;
use crate::reference::references::References;
use crate::wire;

/// The format that this version reads.
pub(crate) const FORMAT: u32 = 1;

/// Checks what a production says beside its lines.
pub(crate) fn check<'a>(
    input: &'a wire::Production,
    findings: &mut Findings,
    references: &References,
    aviation: Aviation,
) -> Header<'a> {
    format(input, findings);
    let place = value::place(findings, &input.place, references);
    let period = value::period(findings, &input.period);
    let (Parts { parts, .. }, (minutes, days)) = work::check(&input.work, findings);
    let budget = BudgetCheck::of(&input.budget, findings);
    let shooting_days = shooting_days(input, findings, references);
    crew(input, findings);
    let mut positions = NameIndex::default();
    parts.iter().enumerate().for_each(|(at, part)| positions.set(part.id.to_string(), at));
    let (people, documents) = (Ids::default(), Ids::default());
    let (stated, contracts) = (shooting_days.or(days), Contracts::default());
    let mut header = Header {
        place,
        period,
        flights: Flights::of(references, place, aviation),
        minutes,
        shooting_days: stated,
        budget,
        parts,
        positions,
        contracts,
        people,
        documents,
    };
    let planned = calendar::check(input, &mut header, findings, references);
    calendar::agree(planned, stated, findings);
    header.shooting_days = stated.or(planned);
    perimeter(input, findings);
    header.contracts = Contracts::of(input, findings);
    sets(input, findings, references);
    header.documents = documents::check(input, findings);
    header
}

fn format(input: &wire::Production, findings: &mut Findings) {
    if let Some(found) = input.format.given()
        && *found != FORMAT.into()
    {
        let found = alloc::format!("{found}");
        findings.report_in("format", Problem::UnsupportedFormat { found, supported: FORMAT });
    }
}

fn shooting_days(
    input: &wire::Production,
    findings: &mut Findings,
    references: &References,
) -> Option<Decimal> {
    match input.shooting_days.given()? {
        OneOrMany::One(days) => {
            let leaf = Leaf::Given(days.clone());
            value::count(findings, "shooting_days", &leaf, Count::Any, false)
        }
        OneOrMany::Many(periods) => {
            let mut total = None;
            each(periods, "shooting_days", findings, |period, findings| {
                let days = value::count(findings, "days", &period.days, Count::Any, false);
                value::period(findings, &period.period);
                value::place(findings, &period.place, references);
                total = sum(total, days, findings);
            });
            total
        }
    }
}

fn crew(input: &wire::Production, findings: &mut Findings) {
    match input.crew.given() {
        Some(OneOrMany::One(persons)) => {
            value::count(findings, "crew", &Leaf::Given(persons.clone()), Count::Any, false);
        }
        Some(OneOrMany::Many(roles)) => each(roles, "crew", findings, |role, findings| {
            value::count(findings, "persons", &role.persons, Count::Any, false);
            value::period(findings, &role.period);
        }),
        None => {}
    }
}

fn perimeter(input: &wire::Production, findings: &mut Findings) {
    each(input.perimeter.items(), "perimeter", findings, estimate);
}

/// Checks the estimate of a statement on a section.
pub(crate) fn estimate(statement: &wire::Perimeter, findings: &mut Findings) {
    value::amount(findings, "estimate", &statement.estimate, Some(&[Dimension::Emission]), false);
}

/// What is pinned is what is there; an empty list pins nothing.
fn sets(input: &wire::Production, findings: &mut Findings, references: &References) {
    let pins =
        input.sets.values().map(|set| Some((set.name.given()?.as_str(), set.sha256.given()?.as_str())));
    let count = input.sets.items().len();
    let mut valid = true;
    each(input.sets.items(), "sets", findings, |set, findings| {
        if let Some(text) = set.sha256.given().filter(|sha256| !is_sha256(sha256)) {
            findings.report_in("sha256", Problem::InvalidHash { text: text.to_string() });
            valid = false;
        }
    });
    // What is missing of a pin, or no hash, has been reported.
    let Some(pins) =
        pins.collect::<Option<Vec<_>>>().filter(|pins| valid && count > 0 && pins.len() == count)
    else {
        return;
    };
    findings.within("sets", |findings| {
        for (at, problem) in references.others(&pins) {
            if at < count {
                findings.enter(Segment::Index(at));
                findings.report(problem);
                findings.leave();
            } else {
                findings.report(problem);
            }
        }
    });
}
