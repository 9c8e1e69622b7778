//! The largest lines of a report, each as quantity × steps × factor = emission.

use alloc::format;
use alloc::string::String;

use rust_decimal::Decimal;

use crate::collection::sorting::sorted;
use crate::factor::split::Account;
use crate::ledger::position::{LineAt, PriceAt};
use crate::ledger::product::{Product, ProductTerm};
use crate::number::Exact;
use crate::number::display;
use crate::number::mass::Mass;
use crate::number::ratio::quotient;
use crate::pricing::demand::StepName;
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
        self.section("Les dix plus grandes lignes", "The ten largest lines", |page| {
            for (rank, (line, mass)) in (1_usize..).zip(lines.into_iter().take(SHOWN)) {
                page.one(rank, LineAt(line), mass, total);
            }
        });
    }

    fn one(&mut self, rank: usize, line: LineAt, mass: Mass, total: Mass) {
        let language = self.language;
        let footprint = self.footprint;
        let tags = footprint.tags(line);
        let kind = tags.and_then(|line| line.kind).map_or("", |kind| kind.label(language));
        let id = footprint.line_id(line);
        let note = tags.and_then(|line| line.note.as_deref()).unwrap_or("");
        let note = if note.is_empty() { String::new() } else { format!(" — {note}") };
        let share =
            quotient(mass, total, 6).map(|share| display::percent(share, language)).unwrap_or_default();
        self.paragraph(&format!("{rank:>3}. "), &format!("{id} · {kind}{note}"));
        for (_, product) in footprint.products_of(line) {
            let text = self.product(product);
            self.paragraph("     ", &text);
            let text = self.reasons(product);
            self.paragraph("     ", &text);
        }
        self.line(&format!("     = {} CO2e ({share})", display::mass(mass, language)));
    }

    /// The product: its steps and its factor.
    fn product(&self, product: &Product) -> String {
        let language = self.language;
        let mut text = String::new();
        for term in &product.terms {
            let term = self.term(term, text.is_empty());
            text.push_str(&term);
        }
        if let Some(factor) = self.footprint.factor_of(product) {
            let value = display::written(factor.value.0, language);
            let unit = factor.unit.label(language);
            text.push_str(&format!(" × {value} {}/{unit}", factor.mass.label(language)));
            text.push_str(&factor.sets(language));
        }
        text
    }

    fn term(&self, step: &ProductTerm, first: bool) -> String {
        let language = self.language;
        let number = |value: Decimal| display::written(value, language);
        let assumption = step.assumption.and_then(|assumption| assumption.of(&self.footprint.assumptions));
        if let (StepName::Seats, Some(assumption)) = (step.name, assumption) {
            let said = self.say("hypothèse", "assumption");
            return format!(" ({}, {said})", language.pick(&assumption.fr, &assumption.en));
        }
        let (above, below) = (step.numerator.0, step.denominator.0);
        let unit = step.unit.map(|unit| format!(" {}", unit.label(language))).unwrap_or_default();
        let name = match step.name {
            StepName::Unit => String::new(),
            _ if step.unit.is_some() => String::new(),
            name if below == Decimal::ONE => format!(" {}", name.counted(above, language)),
            name => format!(" {}", name.counted(below, language)),
        };
        if let Some(price) = step.price {
            return self.price(price, step);
        }
        let route = step.route.and_then(|route| route.of(&self.footprint.routes));
        let origin = match route {
            Some(route) => {
                let (said, colon) = (self.say("distance calculée", "computed distance"), language.colon());
                format!(" ({said}{colon}{})", route.route)
            }
            None if step.assumption.is_some() => self.say(" (hypothèse)", " (assumption)").into(),
            None => String::new(),
        };
        let numerator = format!("{}{unit}{name}{origin}", number(above));
        match (first, above == Decimal::ONE, below == Decimal::ONE) {
            (true, _, true) => numerator,
            (true, _, false) => format!("{numerator} ÷ {}", number(below)),
            (false, _, true) if step.name == StepName::Unit => {
                format!(" × {} ({})", number(above), unit.trim())
            }
            (false, _, true) => format!(" × {numerator}"),
            (false, true, false) if step.name == StepName::Unit => {
                format!(" ÷ {} ({})", number(below), unit.trim())
            }
            (false, true, false) => format!(" ÷ {}{name}{origin}", number(below)),
            (false, false, false) => {
                let marks = if step.name == StepName::Unit { format!(" ({})", unit.trim()) } else { name };
                format!(" × {} ÷ {}{marks}", number(above), number(below))
            }
        }
    }

    /// A row of a table of prices: which table, which place or currency, and which year.
    fn price(&self, at: PriceAt, step: &ProductTerm) -> String {
        let language = self.language;
        let row = at.of(&self.footprint.prices).map_or("", |price| &price.row);
        let row = row.split_once(' ').map_or(row, |(_, row)| row);
        let (sign, value) =
            if step.numerator == Exact::ONE { ("÷", step.denominator.0) } else { ("×", step.numerator.0) };
        format!(" {sign} {} ({} {row})", display::written(value, language), step.name.label(language))
    }

    /// The factor, and why it was chosen.
    fn reasons(&self, product: &Product) -> String {
        let (language, footprint) = (self.language, self.footprint);
        let Some(request) = footprint.request_of(product) else { return String::new() };
        let Some(factor) = request.factor.of(&footprint.factors) else { return String::new() };
        let year = factor.year.map(|year| format!(", {year}")).unwrap_or_default();
        let row =
            if factor.source_row.is_empty() { String::new() } else { format!(" n° {}", factor.source_row) };
        let source = footprint.source_of(factor).map_or("", |source| &source.name);
        let mut text = format!("{} ({source}{row}{year}", factor.label(language));
        if factor.is_narrow() {
            text.push_str(language.semicolon());
            text.push_str(factor.boundary.label(language));
        }
        for (part, vintage) in factor.older_parts() {
            let (part, of) = (part.label(language), self.say("de", "of"));
            text.push_str(&format!("{}{part} {of} {vintage}", language.semicolon()));
        }
        text.push(')');
        if request.place_reason != PlaceReason::Named && request.place_reason != PlaceReason::Exact {
            text.push_str(language.semicolon());
            text.push_str(request.place_reason.label(language));
        }
        if let Some(proxy) = request.proxy.and_then(|proxy| proxy.of(&footprint.proxies)) {
            text.push_str(language.colon());
            text.push_str(language.pick(&proxy.fr, &proxy.en));
        }
        let plain = [PeriodReason::Named, PeriodReason::SameYear, PeriodReason::OlderYear];
        if !plain.contains(&request.period_reason) {
            text.push_str(language.semicolon());
            text.push_str(request.period_reason.label(language));
        }
        text
    }
}
