//! Lines that follow from the calendar.

pub(crate) mod result;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::activity::kinds::What;
use crate::calendar::actuals::Actuals;
use crate::calendar::attendance::{Attendance, count};
use crate::calendar::needs::{NEEDS, Need, quantity};
use crate::check::Checked;
use crate::collection::name_map::NameIndex;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::format::leaf::Leaf;
use crate::format::output::{ENGINE, FORMAT};
use crate::number::{Exact, Number, display};
use crate::proposal::result::{CountedPeople, OpenLine, Proposal, ProposedLine};
use crate::reference::kind::Kind;
use crate::text::language::Language;
use crate::text::printable::Printable;
use crate::text::shared::Text;
use crate::text::vocabulary::Term;
use crate::wire::calendar::{PeopleGroup, ShootingUnit};

/// The lines that follow from the calendar of a production and are not counted by any of its lines yet: meals, the
/// commutes of those who live at home, and the hotel nights of those who do not.
///
/// Nothing is assumed: if the calendar lacks a number, the line stays open, and the proposal names the fields of the
/// calendar that would complete it. Nothing is added either: the caller adds the lines to the production. Each is
/// marked `derived` and names its people in `calendar`. Once a line that is not derived counts them,
/// [`check`](crate::check) refuses the derived line beside it, and it is not proposed again.
///
/// A line that names people in `calendar` counts them for the need of its post: food for meals, accommodation for
/// hotel nights, transport for commutes. Drinks, flights, long-distance trains and freight count for none of these.
/// Meals, commutes, hotels and furnished rentals that name nobody count the people of their place, phase and time; an
/// empty `calendar` counts nobody. The proposal states how much is entered for the people who are counted, and how
/// much the calendar gives, so that a difference is visible.
///
/// A production may have no line yet. If it has any other error there is no proposal, and the diagnostics of the
/// check say why.
///
/// ```
/// use claquette::{Limits, References, check_json, propose};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "calendar": [
///   {"phase": "shoot", "days": 5, "people": [{"id": "crew", "group": "crew", "persons": 12, "meals": 1}]}],
///   "lines": []}"#;
/// let proposal = propose(&check_json(input, &references, &Limits::default())).unwrap();
/// assert_eq!(proposal.lines[0].en, "Meals: 12 people × 5 days × 1 a day — crew, FR, main unit");
/// assert_eq!(
///     serde_json::to_string(&proposal.lines[0].line.what).unwrap(),
///     r#"{"meals":{"people":"12","days":"5","per_day":"1"}}"#
/// );
/// // Nobody has stated how far they live, nor how they travel.
/// assert_eq!(proposal.open[0].fields, ["/calendar/0/people/0/distance", "/calendar/0/people/0/modes"]);
/// ```
pub fn propose(checked: &Checked) -> Option<Proposal> {
    let input = match (&checked.production, &checked.input) {
        (Some(production), _) => production.input(),
        (None, Some(input)) if lacks_only_lines(checked) => input,
        _ => return None,
    };
    let (format, engine) = (FORMAT, ENGINE.to_string());
    let mut proposal = Proposal { format, engine, lines: Vec::new(), open: Vec::new(), counted: Vec::new() };
    let valid = checked.production.as_ref().map(|production| &*production.0);
    let valid = valid.map(|valid| (valid.lines.as_slice(), &valid.references));
    let entered = Actuals::of(input, valid, true);
    let mut taken = NameIndex::default();
    input.lines.values().filter_map(|line| line.id.given()).for_each(|id| _ = taken.add(id));
    for people in Attendance::all(input) {
        for need in NEEDS.into_iter().filter_map(|kind| Need::of(kind, &people)) {
            let (kind, people_id) = (need.kind, people.id().to_string());
            if let Some(actual) = entered.actual(kind, &people) {
                let typed = actual.quantity().map(Exact);
                let planned = quantity(&need.what).map(Exact);
                let line = actual.line.to_string();
                proposal.counted.push(CountedPeople { people: people_id, kind, line, typed, planned });
                continue;
            }
            let id = free(people.id(), kind, &taken);
            if need.open.is_empty() {
                let [fr, en] = [Language::Fr, Language::En].map(|language| reason(&people, &need, language));
                proposal.lines.push(ProposedLine { line: need.line(id, &people), fr, en });
            } else {
                let fields = need.open.into_iter().map(|field| people.pointer(field)).collect();
                proposal.open.push(OpenLine { line: id, kind, people: people_id, fields });
            }
        }
    }
    Some(proposal)
}

/// Whether the only error of a production is that it has no line.
fn lacks_only_lines(checked: &Checked) -> bool {
    let lacking = |diagnostic: &Diagnostic| match &*diagnostic.problem {
        Problem::NoLines {} => true,
        Problem::MissingField { field } => *field == "lines",
        _ => false,
    };
    let mut errors = checked.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).peekable();
    checked.omitted == 0 && errors.peek().is_some() && errors.all(lacking)
}

/// The identifier of a line for people: the first candidate that no line has, numbered if necessary.
fn free(people: &str, kind: Kind, taken: &NameIndex<'_>) -> String {
    let name = format!("{people}-{}", kind.text());
    let numbered = (2..u32::MAX).map(|number| format!("{name}-{number}"));
    let mut names = core::iter::once(name.clone()).chain(numbered);
    names.find(|name| !taken.has(name)).unwrap_or(name)
}

/// What is proposed, in which quantity, and for whom.
fn reason(of: &Attendance<'_>, need: &Need, language: Language) -> String {
    let (kind, quantities) = (need.kind.label(language), quantities(&need.what, language));
    let group = of.people.group.given().map_or("", |group: &PeopleGroup| group.label(language));
    let mut text = format!("{kind}{}{quantities} — {group}", language.colon());
    if let Some(role) = of.people.role.given() {
        text.push_str(&format!(" ({role})"));
    }
    if let Some(period) = of.period() {
        text.push_str(&format!(", {} – {}", period.from(), period.to()));
    }
    if !of.place().is_empty() {
        text.push_str(&format!(", {}", of.place()));
    }
    let unit = of.days.unit.or(ShootingUnit::Main).map_or("", |unit| unit.label(language));
    text.push_str(&format!(", {unit}"));
    Printable(&text).to_string()
}

/// A noun in French and English, in the singular and the plural.
type Noun = [[&'static str; 2]; 2];
const PEOPLE: Noun = [["personne", "personnes"], ["person", "people"]];
const DAYS: Noun = [["jour", "jours"], ["day", "days"]];
const ROOMS: Noun = [["chambre", "chambres"], ["room", "rooms"]];
const NIGHTS: Noun = [["nuit", "nuits"], ["night", "nights"]];

/// The product that a line counts: `42 people × 8 days × 2 meals a day`.
fn quantities(what: &What, language: Language) -> String {
    let number = |leaf: &Leaf<Number>| display::written(count(leaf).unwrap_or_default(), language);
    let of = |leaf: &Leaf<Number>, [fr, en]: Noun| {
        let value = count(leaf).unwrap_or_default();
        format!("{} {}", display::written(value, language), language.counted(value, fr, en))
    };
    match what {
        What::Meals(meals) => {
            let (people, days) = (of(&meals.people, PEOPLE), of(&meals.days, DAYS));
            let per_day = language.pick("par jour", "a day");
            format!("{people} × {days} × {} {per_day}", number(&meals.per_day))
        }
        What::Commute(ways) => {
            let (people, days) = (of(&ways.people, PEOPLE), of(&ways.days, DAYS));
            let distance = ways.distance.given().map_or(String::new(), |distance| {
                let unit = distance.unit.given().map_or("", Text::as_str);
                format!("{} {unit}", number(&distance.value))
            });
            format!("{people} × {days} × {distance} × 2")
        }
        What::Hotel(hotel) => format!("{} × {}", of(&hotel.rooms, ROOMS), of(&hotel.nights, NIGHTS)),
        _ => String::new(),
    }
}
