//! The top of a report: the total, the posts, the indicators.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::activity::money::vat::Vat;
use crate::collection::sorting::sorted;
use crate::factor::split::Account;
use crate::ledger::options::{Completeness, ElectricityMethod};
use crate::number::display;
use crate::number::mass::Mass;
use crate::number::ratio::{quotient, scaled};
use crate::number::unit::Unit;
use crate::report::bar::bar;
use crate::report::{Page, WIDTH};
use crate::text::language::Language;
use crate::text::printable::printable;
use crate::text::vocabulary::Term;
use crate::view::axis::Axis;
use crate::view::indicator::Indicators;
use crate::view::monetary::MonetaryShare;
use crate::view::{Group, View, view};
use crate::wire::production::Stage;

impl Page<'_> {
    /// Title, kind, stage and the totals.
    pub(crate) fn summary(&mut self) {
        let production = &self.footprint.production;
        let language = self.language;
        let title = production.title.as_deref().or(production.id.as_deref()).unwrap_or("");
        let title = if title.is_empty() { self.say("Empreinte carbone", "Carbon footprint") } else { title };
        self.line(title);
        self.line(&"═".repeat(title.chars().count().min(WIDTH)));
        let kind = production.kind.map_or("", |kind| kind.label(language));
        let stage = production.stage.map(|stage| match stage {
            Stage::Forecast => self.say("bilan prévisionnel", "forecast footprint"),
            Stage::Final => self.say("bilan définitif", "final footprint"),
        });
        let stage = stage.unwrap_or(self.say("bilan", "footprint"));
        let lines = self.footprint.lines.len();
        let what = match lines {
            1 => self.say("ligne d’activité", "line of activity"),
            _ => self.say("lignes d’activité", "lines of activity"),
        };
        self.line(&format!("{kind} · {stage} · {lines} {what}"));
        self.line("");
        let total = self.uncertainty.total.text(language);
        self.line(&format!("Total{}{total} CO2e", language.colon()));
        if self.footprint.options.electricity == ElectricityMethod::Market {
            let text = self.say(
                "Électricité fondée sur le marché : par les contrats ; sans contrat, au mix moyen du réseau.",
                "Electricity is market-based: by its contracts; without one, at the average of its grid.",
            );
            self.line(text);
        }
        if self.footprint.extract().is_some() {
            let text = self.say(
                "Calculé avec les lignes d’un extrait, et non avec les jeux eux-mêmes (voir les sources).",
                "Computed with the rows of an extract, and not with the sets themselves (see the sources).",
            );
            self.line(text);
        }
        let gwp = crate::report::html::restated(self.footprint, language);
        if !gwp.is_empty() {
            self.line(&format!("{}{}{gwp}.", self.say("Gaz", "Gases"), language.colon()));
        }
        if self.footprint.completeness() == Completeness::Partial {
            let excluded = self.footprint.excluded.len();
            let left_out = language.counted(
                excluded.into(),
                ["ligne sans facteur n’y est pas", "lignes sans facteur n’y sont pas"],
                ["line without a factor is not in it", "lines without a factor are not in it"],
            );
            let text = self.say(
                format!("BILAN PARTIEL : {excluded} {left_out} (voir plus bas)."),
                format!("PARTIAL FOOTPRINT: {excluded} {left_out} (see below)."),
            );
            self.line(&text);
        }
        for account in [Account::Biogenic, Account::Avoided, Account::Offset] {
            let mass = self.footprint.total(account);
            if mass != Mass::ZERO {
                let (label, colon) = (account.label(language), language.colon());
                self.line(&format!("{label}{colon}{}", display::mass(mass, language)));
            }
        }
    }

    /// The posts, each with its share and a bar.
    pub(crate) fn posts(&mut self) {
        let text = view(self.footprint, &Axis::Post, Account::Counted, &[]).text(self.language);
        self.section("Par poste", "By post", |page| page.text.push_str(&text));
    }

    /// The indicators.
    pub(crate) fn indicators(&mut self) {
        self.section("Indicateurs", "Indicators", Self::indicated);
    }

    fn indicated(&mut self) {
        let indicators = Indicators::of(self.footprint);
        let language = self.language;
        let currency = indicators.currency.map(|unit| unit.label(language)).unwrap_or_default();
        let basis = self.basis(&indicators);
        let per_thousand = self.say(
            format!("pour 1 000 {currency} de budget ({basis})"),
            format!("per 1,000 {currency} of budget ({basis})"),
        );
        let unit = indicators.unit.map(|unit| unit.label(language)).unwrap_or_default();
        let per_unit = self.say(format!("par {unit}"), format!("per {unit}"));
        for (label, mass) in [
            (self.say("par heure de contenu", "per hour of content"), indicators.per_hour),
            (self.say("par jour de tournage", "per shooting day"), indicators.per_shooting_day),
            (per_unit.as_str(), indicators.per_unit),
            (per_thousand.as_str(), indicators.per_thousand),
        ] {
            if let Some(mass) = mass {
                let colon = language.colon();
                self.line(&format!("  {label}{colon}{} CO2e", display::mass(mass, language)));
            }
        }
        if let (Some(physical), Some(monetary)) = (indicators.physical_share, indicators.monetary_share) {
            let [physical, monetary] = [physical, monetary].map(|share| display::percent(share, language));
            let text = self.say(
                format!("  part du total qui repose sur des quantités physiques : {physical} ; sur des montants : {monetary}"),
                format!("  share of the total that rests on physical quantities: {physical}; on money: {monetary}"),
            );
            self.line(&text);
        }
        if let Some(derived) = indicators.derived_share {
            let derived = display::percent(derived, language);
            let text = self.say(
                format!("  part du total qui repose sur des lignes proposées par le calendrier : {derived}"),
                format!("  share of the total that rests on lines proposed from the calendar: {derived}"),
            );
            self.line(&text);
        }
        for of in MonetaryShare::by_post(self.footprint) {
            if let Some(share) = of.share.filter(|share| !share.is_zero()) {
                let (post, share) = (of.post.label(language), display::percent(share, language));
                let colon = language.colon();
                self.line(&format!("    {post}{colon}{share} {}", self.say("sur des montants", "on money")));
            }
        }
    }

    /// Which budget the emissions are divided by: with or without VAT, and in prices of which year.
    fn basis(&self, indicators: &Indicators) -> String {
        let language = self.language;
        let vat = match indicators.budget_vat {
            Some(Vat::Unknown) | None => self.say("TVA non précisée", "VAT not stated"),
            Some(vat) => vat.label(language),
        };
        let year =
            indicators.budget_year.map(|year| format!(", {} {year}", self.say("prix de", "prices of")));
        format!("{vat}{}", year.unwrap_or_default())
    }

    /// The total in terms of familiar things.
    pub(crate) fn equivalences(&mut self) {
        let total = self.footprint.total(Account::Counted);
        let kilogram = Unit::parse("kgCO2e");
        let mut lines = Vec::new();
        for equivalence in &self.footprint.equivalences {
            let kilograms =
                kilogram.and_then(|kilogram| equivalence.mass.converted(equivalence.value.0, kilogram));
            // Micrograms of the total ÷ micrograms of one, as a mass so that it is rounded only once.
            let count =
                kilograms.and_then(|kilograms| scaled(total, Decimal::ONE, kilograms)).map(Mass::kilograms);
            if let Some(count) = count.filter(|count| *count >= Decimal::ONE) {
                let count = display::written(display::significant(count), self.language);
                let source = equivalence.source.of(&self.footprint.sources);
                let (label, source) =
                    (equivalence.label(self.language), source.map_or("", |source| &source.name));
                lines.push(format!("{count} {label} ({source})"));
            }
        }
        if !lines.is_empty() {
            self.heading("C’est autant que", "This is as much as");
            lines.iter().for_each(|line| self.paragraph("  ", line));
        }
    }
}

impl View {
    /// The view as text: the groups from the largest, each with its share and a bar.
    pub fn text(&self, language: Language) -> String {
        let mut text = String::new();
        let groups = sorted(self.groups.iter().collect(), |a: &&Group, b| b.mass.cmp(&a.mass));
        let largest = groups.first().map(|group| group.mass).unwrap_or_default();
        let width =
            groups.iter().map(|group| group.label(language).chars().count()).max().unwrap_or(0).min(WIDTH);
        for group in groups {
            // If no group is positive, none has a bar.
            let of_largest = quotient(group.mass, largest, 6).filter(|_| largest > Mass::ZERO);
            let bar = bar(of_largest.unwrap_or_default());
            let label: String = group.label(language).chars().map(printable).collect();
            let mass = display::mass(group.mass, language);
            // If the total is zero or negative, a group has no share.
            let share = quotient(group.mass, self.total, 6).filter(|_| self.total > Mass::ZERO);
            let percent = share.map(|share| display::percent(share, language)).unwrap_or_default();
            let line = format!("  {label:<width$}  {mass:>9}  {percent:>6}  {bar}");
            text.push_str(line.trim_end());
            text.push('\n');
        }
        if self.left_out != Mass::ZERO {
            let label = language.pick("laissé de côté par cette vue", "left out by this view");
            let (colon, mass) = (language.colon(), display::mass(self.left_out, language));
            text.push_str(&format!("  {label}{colon}{mass}\n"));
        }
        if self.excluded > 0 {
            let label = language.counted(
                self.excluded.into(),
                ["ligne sans facteur, non comptée", "lignes sans facteur, non comptées"],
                ["line without a factor, not counted", "lines without a factor, not counted"],
            );
            text.push_str(&format!("  {} {label}\n", self.excluded));
        }
        text
    }
}
