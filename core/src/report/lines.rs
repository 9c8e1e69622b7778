//! The largest lines of a report, each as quantity × steps × factor = emission.

use alloc::format;
use alloc::string::String;

use rust_decimal::Decimal;

use crate::activity::kinds::What;
use crate::collection::sorting::sorted;
use crate::factor::split::Account;
use crate::ledger::footprint::PricedDemand;
use crate::number::display;
use crate::number::mass::Mass;
use crate::number::ratio::quotient;
use crate::pricing::demand::{Origin, Step, StepName};
use crate::pricing::resolve::{PeriodReason, PlaceReason};
use crate::report::Page;
use crate::text::vocabulary::Term;

/// How many lines are shown.
const SHOWN: usize = 10;

impl Page<'_> {
    /// The largest lines.
    pub(crate) fn largest_lines(&mut self) {
        let masses = self.footprint.counted_by_line();
        let lines = (0_u32..).zip(masses).filter_map(|(line, mass)| Some((line, mass?)));
        let lines = sorted(lines.collect(), |(_, a): &(u32, Mass), (_, b)| b.cmp(a));
        let total = self.footprint.total(Account::Counted);
        self.heading("Les dix plus grandes lignes", "The ten largest lines");
        for (rank, (line, mass)) in (1_usize..).zip(lines.into_iter().take(SHOWN)) {
            self.one(rank, line, mass, total);
        }
    }

    fn one(&mut self, rank: usize, line: u32, mass: Mass, total: Mass) {
        let language = self.language;
        let input = self.footprint.production.input_line(line);
        let kind = input.and_then(|line| line.what.given()).map(What::kind);
        let kind = kind.map_or("", |kind| kind.label(language));
        let id = self.footprint.production.line_id(line);
        let note = input.and_then(|line| line.note.given()).map_or("", String::as_str);
        let note = if note.is_empty() { String::new() } else { format!(" — {note}") };
        let share =
            quotient(mass, total, 6).map(|share| display::percent(share, language)).unwrap_or_default();
        self.paragraph(&format!("{rank:>3}. "), &format!("{id} · {kind}{note}"));
        for priced in self.footprint.priced.iter().filter(|priced| priced.line == line) {
            let text = self.product(priced);
            self.paragraph("     ", &text);
            let text = self.reasons(priced);
            self.paragraph("     ", &text);
        }
        self.line(&format!("     = {} CO2e ({share})", display::mass(mass, language)));
    }

    /// The product: its steps and its factor.
    fn product(&self, priced: &PricedDemand) -> String {
        let language = self.language;
        let mut text = String::new();
        for step in self.footprint.steps(priced) {
            let term = self.term(step, text.is_empty());
            text.push_str(&term);
        }
        if let Some(factor) = self.footprint.factor_of(priced) {
            let value = display::written(factor.value, language);
            let unit = factor.unit.label(language);
            text.push_str(&format!(" × {value} {}/{unit}", factor.mass.label(language)));
            text.push_str(&factor.sets(language));
        }
        text
    }

    fn term(&self, step: &Step, first: bool) -> String {
        let language = self.language;
        let number = |value: Decimal| display::written(value, language);
        let unit = step.unit.map(|unit| format!(" {}", unit.label(language))).unwrap_or_default();
        let name = match step.name {
            StepName::Unit => String::new(),
            _ if step.unit.is_some() => String::new(),
            name if step.denominator == Decimal::ONE => {
                format!(" {}", name.counted(step.numerator, language))
            }
            name => format!(" {}", name.counted(step.denominator, language)),
        };
        let origin = match step.origin {
            Origin::Assumption(_) => self.say(" (hypothèse)", " (assumption)").into(),
            Origin::Distance(from, to) => {
                let (said, colon) = (self.say("distance calculée", "computed distance"), language.colon());
                format!(" ({said}{colon}{})", self.footprint.references.route(from, to))
            }
            Origin::Price(at) => return self.price(at, step),
            _ => String::new(),
        };
        let numerator = format!("{}{unit}{name}{origin}", number(step.numerator));
        match (first, step.numerator == Decimal::ONE, step.denominator == Decimal::ONE) {
            (true, _, true) => numerator,
            (true, _, false) => format!("{numerator} ÷ {}", number(step.denominator)),
            (false, _, true) if step.name == StepName::Unit => {
                format!(" × {} ({})", number(step.numerator), unit.trim())
            }
            (false, _, true) => format!(" × {numerator}"),
            (false, true, false) if step.name == StepName::Unit => {
                format!(" ÷ {} ({})", number(step.denominator), unit.trim())
            }
            (false, true, false) => format!(" ÷ {}{name}", number(step.denominator)),
            (false, false, false) => {
                let marks = if step.name == StepName::Unit { format!(" ({})", unit.trim()) } else { name };
                format!(" × {} ÷ {}{marks}", number(step.numerator), number(step.denominator))
            }
        }
    }

    /// A row of a table of prices: which table, which place or currency, and which year.
    fn price(&self, at: u32, step: &Step) -> String {
        let language = self.language;
        let row = self.footprint.references.prices().get(at).map_or("", |price| &price.row);
        let row = row.split_once(' ').map_or(row, |(_, row)| row);
        let (sign, value) =
            if step.numerator == Decimal::ONE { ("÷", step.denominator) } else { ("×", step.numerator) };
        format!(" {sign} {} ({} {row})", display::written(value, language), step.name.label(language))
    }

    /// The factor, and why it was chosen.
    fn reasons(&self, priced: &PricedDemand) -> String {
        let language = self.language;
        let Some(factor) = self.footprint.factor_of(priced) else { return String::new() };
        let year = factor.year.map(|year| format!(", {year}")).unwrap_or_default();
        let row =
            if factor.source_row.is_empty() { String::new() } else { format!(" n° {}", factor.source_row) };
        let mut text = format!("{} ({}{row}{year}", factor.label(language), factor.source.name);
        if factor.is_narrow() {
            text.push_str(language.semicolon());
            text.push_str(factor.boundary.label(language));
        }
        text.push(')');
        if priced.place != PlaceReason::Named && priced.place != PlaceReason::Exact {
            text.push_str(language.semicolon());
            text.push_str(priced.place.label(language));
        }
        if let Some(proxy) = priced.proxy.and_then(|proxy| self.footprint.references.proxies().get(proxy)) {
            text.push_str(language.colon());
            text.push_str(language.pick(&proxy.fr, &proxy.en));
        }
        if priced.period == PeriodReason::NewerYear || priced.period == PeriodReason::Newest {
            text.push_str(language.semicolon());
            text.push_str(priced.period.label(language));
        }
        text
    }
}
