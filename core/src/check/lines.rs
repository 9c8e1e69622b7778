//! Checks of all lines of a production, and of the lines as a whole.

use alloc::string::ToString;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::activity::kinds::What;
use crate::check::budget_use::{Covering, cover};
use crate::check::corrections::Corrected;
use crate::check::derived_lines;
use crate::check::header::Header;
use crate::check::shares::shares;
use crate::check::work::Ids;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::Segment;
use crate::field::line_check::{LineCheck, LineHead, Vehicles};
use crate::field::list::each;
use crate::field::value;
use crate::field::value::Count;
use crate::format::leaf::Leaf;
use crate::place::Place;
use crate::pricing::demand::{Choice, Demand};
use crate::pricing::resolved::Resolved;
use crate::production::Line;
use crate::reference::references::References;
use crate::text::vocabulary::Term;
use crate::wire;
use crate::wire::line::Section;
use crate::wire::perimeter::PerimeterState;

/// Checks the lines.
pub(crate) fn check(
    input: &wire::Production,
    header: &Header<'_>,
    resolved: &mut Resolved,
    findings: &mut Findings,
    references: &References,
) -> Vec<Line> {
    if input.lines.given().is_some_and(Vec::is_empty) {
        findings.report_in("lines", Problem::NoLines {});
    }
    if input.lines.items().is_empty() {
        return Vec::new();
    }
    let mut together = Together {
        ids: Ids::default(),
        vehicles: Vehicles::default(),
        resolved,
        corrected: Corrected::of(input),
        covering: Covering::of(header),
    };
    let mut lines = Vec::with_capacity(input.lines.items().len());
    findings.enter(Segment::Field("lines"));
    for (index, leaf) in input.lines.items().iter().enumerate() {
        if let Leaf::Given(line) = leaf {
            findings.enter(Segment::Index(index));
            lines.push(one(line, header, &mut together, findings, references));
            findings.leave();
        }
    }
    findings.leave();
    derived_lines::check(input, &lines, references, findings);
    together.corrected.check(input, &mut lines, &together.ids, findings);
    derived_lines::uncounted(input, &lines, references, findings);
    cover(input, &mut lines, header, findings);
    perimeter(input, findings);
    defaults(input, header, findings);
    lines
}

/// State shared by the checks of all lines.
struct Together<'a> {
    ids: Ids<'a>,
    vehicles: Vehicles,
    resolved: &'a mut Resolved,
    corrected: Corrected<'a>,
    covering: Covering<'a>,
}

/// Checks one line, in the order of its fields.
fn one<'a>(
    line: &'a wire::Line,
    header: &Header<'_>,
    together: &mut Together<'a>,
    findings: &mut Findings,
    references: &References,
) -> Line {
    if let Some(id) = line.id.given() {
        together.ids.add(id, findings);
    }
    let corrected = &together.corrected;
    let place = value::place(findings, &line.place, references);
    let place = place.or_else(|| corrected.place(line, references)).or(header.place);
    let period = value::period(findings, &line.period);
    let period = period.or_else(|| corrected.period(line)).or(header.period);
    let shares = line.work.given().map(|work| shares(work, header, findings)).unwrap_or_default();
    let what = line.what.given();
    let (id, factor, corrects) = (&line.id, &line.factor, &line.corrects);
    let (kind, flights) = (what.map(What::kind), header.flights);
    let is_named = !factor.is_absent() || corrected.names_factor(line);
    let head = LineHead { id, factor, is_named, corrects, kind, flights };
    let (vehicles, resolved) = (&mut together.vehicles, &mut *together.resolved);
    let mut check = LineCheck::new(head, place, period, findings, references, vehicles, resolved);
    if let Some(what) = what {
        check.within("what", |check| {
            what.demand(check);
            check.require_something();
        });
    }
    let mut valid = Line {
        demands: check.finish(),
        place,
        period,
        shares,
        budget_line: None,
        covers: None,
        corrects: None,
    };
    supply(line, &mut valid, place, header, findings, references);
    together.covering.add(line, &mut valid, header, findings);
    each(line.calendar.items(), "calendar", findings, |id, findings| {
        if !header.people.has(id) {
            let problem = Problem::UnknownReference { id: id.to_string() };
            findings.guess(problem, |guesses| guesses.nearest(id, header.people.iter()));
        }
    });
    if line.derived.given() == Some(&true) && !line.corrects.is_absent() {
        findings.report_in("derived", Problem::UnusedField { field: "derived", reason: "corrects" });
    } else if line.derived.given() == Some(&true) && line.calendar.items().is_empty() {
        findings.report(Problem::NeededWith { field: "calendar", reason: "derived" });
    }
    line.quality.given().into_iter().for_each(|grades| quality(grades, findings));
    each(line.documents.items(), "documents", findings, |id, findings| {
        if !header.documents.has(id) {
            let problem = Problem::UnknownReference { id: id.to_string() };
            findings.guess(problem, |guesses| guesses.nearest(id, header.documents.iter()));
        }
    });
    valid
}

/// Assigns the contract that supplies a line's electricity: the one that it names, otherwise the production's.
fn supply(
    line: &wire::Line,
    valid: &mut Line,
    place: Option<Place>,
    header: &Header<'_>,
    findings: &mut Findings,
    references: &References,
) {
    let named = header.contracts.named(&line.contract, findings);
    // A line without demands is invalid and has been reported.
    if named.is_some() && !valid.demands.is_empty() && !valid.demands.iter().any(Demand::is_electricity) {
        findings.report_in("contract", Problem::ContractUnused {});
    }
    let default = || header.contracts.default_in(place, header.place, references);
    for demand in valid.demands.iter_mut().filter(|demand| demand.is_electricity()) {
        // A factor named or stated by the line takes precedence over the contract of the production.
        let general = matches!(demand.choice, Choice::Key(..)).then(default).flatten();
        demand.contract = named.or(general);
    }
}

/// Checks the quality grades of a datum.
pub(crate) fn quality(quality: &wire::Quality, findings: &mut Findings) {
    findings.within("quality", |findings| {
        for (field, leaf) in [
            ("technical", &quality.technical),
            ("geographic", &quality.geographic),
            ("temporal", &quality.temporal),
            ("completeness", &quality.completeness),
            ("reliability", &quality.reliability),
        ] {
            if let Some(grade) = value::count(findings, field, leaf, Count::Any, true)
                && !(1..=5_u32).any(|known| Decimal::from(known) == grade)
            {
                findings.report_in(field, Problem::InvalidGrade { value: grade.normalize().to_string() });
            }
        }
    });
}

/// Warns of sections without lines or a statement, and of statements that lines contradict.
fn perimeter(input: &wire::Production, findings: &mut Findings) {
    let sections = || input.lines.values().filter_map(|line| line.section.given());
    let stated: Vec<_> = input.perimeter.values().collect();
    if sections().next().is_none() && stated.is_empty() {
        return;
    }
    for section in Section::ALL {
        let statement = stated.iter().find(|statement| statement.section.given() == Some(section));
        let empty = statement.is_some_and(|statement| {
            matches!(
                statement.state.given(),
                Some(PerimeterState::NotApplicable | PerimeterState::CheckedZero)
            )
        });
        let problem = match (sections().any(|filled| filled == section), statement) {
            (false, None) => Problem::SectionEmpty { section: section.row() },
            (true, Some(_)) if empty => Problem::PerimeterContradiction { section: section.row() },
            _ => continue,
        };
        findings.report(problem);
    }
}

/// Warns of lines without a place or a period if the production has none either.
fn defaults(input: &wire::Production, header: &Header<'_>, findings: &mut Findings) {
    let lines = || input.lines.values();
    if header.place.is_none() && input.place.is_absent() && lines().any(|line| line.place.is_absent()) {
        findings.report(Problem::NoPlace {});
    }
    if header.period.is_none() && input.period.is_absent() && lines().any(|line| line.period.is_absent()) {
        findings.report(Problem::NoPeriod {});
    }
}
