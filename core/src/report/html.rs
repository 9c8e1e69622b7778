//! The posts of a footprint as a small table, for pages and notebooks.

use alloc::format;
use alloc::string::String;

use crate::factor::split::Account;
use crate::ledger::as_published::Unrestated;
use crate::ledger::footprint::{ElectricityMethod, Footprint};
use crate::number::display;
use crate::number::mass::Mass;
use crate::text::language::Language;
use crate::text::printable::printable;
use crate::text::vocabulary::Term;
use crate::view::axis::Axis;
use crate::view::indicator::Indicators;
use crate::view::view;

/// The counted total and whether it is complete: `80.4 kg CO2e, complete`. It mentions market-based electricity,
/// restated warming potentials, the share of lines that were proposed from the calendar, and the use of an extract,
/// where they apply.
pub fn headline(footprint: &Footprint, language: Language) -> String {
    let total = display::mass(footprint.total(Account::Counted), language);
    let method = match footprint.options.electricity {
        ElectricityMethod::Location => "",
        ElectricityMethod::Market => {
            language.pick(", électricité fondée sur le marché", ", market-based electricity")
        }
    };
    let mut text = format!("{total} CO2e, {}{method}", footprint.completeness().label(language));
    let gwp = restated(footprint, language);
    if !gwp.is_empty() {
        text.push_str(&format!(", {gwp}"));
    }
    if let Some(derived) = Indicators::of(footprint).derived_share {
        let words = language.pick("proposés par le calendrier", "proposed from the calendar");
        text.push_str(&format!(", {} {words}", display::percent(derived, language)));
    }
    if footprint.references.extract().is_some() {
        text.push_str(language.pick(", calculé avec un extrait", ", computed with an extract"));
    }
    text
}

/// The warming potentials that were requested, and the mass that could not be restated to them; empty if none were
/// requested.
pub(crate) fn restated(footprint: &Footprint, language: Language) -> String {
    let Some(set) = footprint.options.gwp.set() else { return String::new() };
    let stays = Unrestated::counted(footprint);
    let gwp = language.pick("PRG de l’", "GWP of ");
    if stays == Mass::ZERO {
        return format!("{gwp}{set}");
    }
    let (mass, but) = (display::mass(stays, language), language.pick("sauf", "but for"));
    format!("{gwp}{set} {but} {mass}")
}

/// The posts of a footprint as an HTML table with bars.
///
/// ```
/// use claquette::{Language, Limits, Options, References, check_json, compute, html};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
///   "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": "120000", "unit": "kWh"}}}}]}"#;
/// let production = check_json(input, &references, &Limits::default()).production.unwrap();
/// let footprint = compute(&production, &references, &Options::default()).unwrap();
/// assert!(html(&footprint, Language::Fr).contains("<caption>6,23\u{a0}t CO2e, complet</caption>"));
/// ```
pub fn html(footprint: &Footprint, language: Language) -> String {
    let view = view(footprint, &Axis::Post, Account::Counted, &[]);
    let most = view.total.kilograms();
    let mut rows = String::new();
    for group in &view.groups {
        let (name, mass) = (escaped(group.label(language)), display::mass(group.mass, language));
        let value = group.mass.kilograms();
        rows.push_str(&format!(
            "<tr><td>{name}</td><td style=\"text-align: right\">{mass}</td>\
             <td><meter value=\"{value}\" max=\"{most}\"></meter></td></tr>"
        ));
    }
    let code = language.pick("fr", "en");
    let caption = escaped(&headline(footprint, language));
    format!("<table lang=\"{code}\"><caption>{caption}</caption><tbody>{rows}</tbody></table>")
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(printable(other)),
        }
    }
    escaped
}
