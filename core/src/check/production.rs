//! Checks what a production says beside its lines.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::check::budget::BudgetCheck;
use crate::check::contract::Contracts;
use crate::check::header::Header;
use crate::check::work::{Ids, Parts, sum};
use crate::check::{calendar, documents, work};
use crate::collection::index::Index;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::Segment;
use crate::field::list::each;
use crate::field::values;
use crate::field::values::Count;
use crate::format::json::reader::shortened;
use crate::format::leaf::{Leaf, OneOrMany};
use crate::number::unit::Dimension;
use crate::reference::pin::is_sha256;
use crate::reference::references::References;
use crate::wire;

/// The format that this version reads.
pub(crate) const FORMAT: u32 = 1;

/// Checks what a production says beside its lines.
pub(crate) fn check<'a>(
    typed: &'a wire::Production,
    findings: &mut Findings,
    references: &References,
) -> Header<'a> {
    format(typed, findings);
    let place = values::place(findings, &typed.place, references);
    let period = values::period(findings, &typed.period);
    let (Parts { parts, .. }, (minutes, days)) = work::check(&typed.work, findings);
    let budget = BudgetCheck::of(&typed.budget, findings);
    let shooting_days = shooting_days(typed, findings, references);
    crew(typed, findings);
    let mut positions = Index::default();
    parts.iter().enumerate().for_each(|(at, part)| positions.set(part.id.clone(), at));
    let (people, documents) = (Ids::default(), Ids::default());
    let (stated, contracts) = (shooting_days.or(days), Contracts::default());
    let mut header = Header {
        place,
        period,
        minutes,
        shooting_days: stated,
        budget,
        parts,
        positions,
        contracts,
        people,
        documents,
    };
    let planned = calendar::check(typed, &mut header, findings, references);
    calendar::agree(planned, stated, findings);
    header.shooting_days = stated.or(planned);
    perimeter(typed, findings);
    header.contracts = Contracts::of(typed, findings);
    sets(typed, findings, references);
    header.documents = documents::check(typed, findings);
    header
}

fn format(typed: &wire::Production, findings: &mut Findings) {
    if let Some(found) = typed.format.given()
        && *found != FORMAT.into()
    {
        let found = alloc::format!("{found}");
        findings.report_in("format", Problem::UnsupportedFormat { found, supported: FORMAT });
    }
}

fn shooting_days(
    typed: &wire::Production,
    findings: &mut Findings,
    references: &References,
) -> Option<Decimal> {
    match typed.shooting_days.given()? {
        OneOrMany::One(days) => {
            let leaf = Leaf::Given(days.clone());
            values::count(findings, "shooting_days", &leaf, Count::Any, false)
        }
        OneOrMany::Many(periods) => {
            let mut total = None;
            each(periods, "shooting_days", findings, |period, findings| {
                let days = values::count(findings, "days", &period.days, Count::Any, false);
                values::period(findings, &period.period);
                values::place(findings, &period.place, references);
                total = sum(total, days, findings);
            });
            total
        }
    }
}

fn crew(typed: &wire::Production, findings: &mut Findings) {
    match typed.crew.given() {
        Some(OneOrMany::One(persons)) => {
            values::count(findings, "crew", &Leaf::Given(persons.clone()), Count::Any, false);
        }
        Some(OneOrMany::Many(roles)) => each(roles, "crew", findings, |role, findings| {
            values::count(findings, "persons", &role.persons, Count::Any, false);
            values::period(findings, &role.period);
        }),
        None => {}
    }
}

fn perimeter(typed: &wire::Production, findings: &mut Findings) {
    each(typed.perimeter.items(), "perimeter", findings, |statement, findings| {
        values::amount(findings, "estimate", &statement.estimate, Some(&[Dimension::Emission]), false);
    });
}

/// What is pinned is what is there; an empty list pins nothing.
fn sets(typed: &wire::Production, findings: &mut Findings, references: &References) {
    let pins =
        typed.sets.values().map(|set| Some((set.name.given()?.as_str(), set.sha256.given()?.as_str())));
    let count = typed.sets.items().len();
    let mut sound = true;
    each(typed.sets.items(), "sets", findings, |set, findings| {
        if let Some(text) = set.sha256.given().filter(|sha256| !is_sha256(sha256)) {
            findings.report_in("sha256", Problem::InvalidHash { text: shortened(text) });
            sound = false;
        }
    });
    // What is missing of a pin, or no hash, has been reported.
    let Some(pins) =
        pins.collect::<Option<Vec<_>>>().filter(|pins| sound && count > 0 && pins.len() == count)
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
