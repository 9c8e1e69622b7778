//! The explanation of one factor: its value, what it covers, and where it comes from.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use rust_decimal::Decimal;

use crate::factor::row::{Boundary, Factor, FactorStatus};
use crate::factor::source::Scope;
use crate::factor::split::{Account, Gas, Part, Split};
use crate::number::display;
use crate::reference::references::References;
use crate::text::language::Language;
use crate::text::printable::Printable;
use crate::text::vocabulary::Term;

/// One factor in a paragraph: its value, place and year, the part of the life cycle that it covers, its parts and
/// gases with their shares, what is outside the total, its uncertainty, the keys that it serves, and its source.
///
/// ```
/// use claquette::{Language, References, explain};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let factor = references.factor("train.fr.tgv.2022.ademe").unwrap();
/// let said = explain(factor, &references, Language::En);
/// assert!(said.starts_with("TGV high-speed train, 2022: 0.00293 kgCO2e per passenger.km, place: France, year: 2022."));
/// assert!(said.contains("Parts: upstream 0.0023 (78%), manufacture 0.00063 (22%)."));
/// ```
pub fn explain(factor: &Factor, references: &References, language: Language) -> String {
    let page = Explanation { factor, references, language };
    let sentences = [
        Some(page.value()),
        page.boundary(),
        page.parts(),
        page.gases(),
        page.biogenic(),
        page.account(),
        page.uncertainty(),
        page.validity(),
        page.status(),
        page.keys(),
        Some(page.source()),
        page.scope(),
        Some(factor.note.to_string()).filter(|note| !note.is_empty()),
    ];
    Printable(&sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")).to_string()
}

struct Explanation<'a> {
    factor: &'a Factor,
    references: &'a References,
    language: Language,
}

impl Explanation<'_> {
    fn say<T>(&self, fr: T, en: T) -> T {
        self.language.pick(fr, en)
    }

    fn number(&self, value: Decimal) -> String {
        display::written(value, self.language)
    }

    fn value(&self) -> String {
        let factor = self.factor;
        let place = self.references.places().name(&factor.place, self.language).unwrap_or(&factor.place);
        let colon = self.language.colon();
        let year = factor.year.map(|year| format!(", {}{colon}{year}", self.say("année", "year")));
        let mut sentence = format!(
            "{}{}{} {} {} {}",
            factor.label(self.language),
            colon,
            self.number(factor.value),
            factor.mass,
            self.say("par", "per"),
            factor.unit.label(self.language),
        );
        if !place.is_empty() {
            sentence.push_str(&format!(", {}{colon}{place}", self.say("lieu", "place")));
        }
        sentence.push_str(&year.unwrap_or_default());
        sentence.push('.');
        sentence
    }

    fn boundary(&self) -> Option<String> {
        let boundary = self.factor.boundary;
        let says = boundary != Boundary::Unstated;
        says.then(|| {
            let covers = self.say("Il couvre", "It covers");
            format!("{covers}{}{}.", self.language.colon(), boundary.label(self.language))
        })
    }

    /// The split of the account that holds its value.
    fn split(&self) -> Option<&Split> {
        self.factor.splits.first()
    }

    fn weight(&self, weight: i128) -> Option<Decimal> {
        Decimal::try_from_i128_with_scale(weight, self.factor.scale).ok()
    }

    /// Named weights, with their shares of the total.
    fn shares<T: fmt::Display>(&self, weights: impl Iterator<Item = (T, i128)>) -> Option<String> {
        let mut texts = Vec::new();
        for (name, weight) in weights {
            let value = self.weight(weight)?;
            let share = value.checked_div(self.factor.value);
            let share = share.map(|share| format!(" ({})", display::percent(share, self.language)));
            texts.push(format!("{name} {}{}", self.number(value), share.unwrap_or_default()));
        }
        (!texts.is_empty()).then(|| texts.join(", "))
    }

    fn parts(&self) -> Option<String> {
        let parts = self.split()?.parts.iter();
        let named = parts.filter(|part| part.part != Part::Whole);
        let older: Vec<(Part, u16)> = self.factor.older_parts().collect();
        let name = |part: Part| {
            let vintage = older.iter().find(|(older, _)| *older == part);
            let of = vintage.map(|(_, year)| format!(" ({year})"));
            format!("{}{}", part.label(self.language), of.unwrap_or_default())
        };
        let shares = self.shares(named.map(|part| (name(part.part), part.weight)))?;
        Some(format!("{}{}{shares}.", self.say("Parties", "Parts"), self.language.colon()))
    }

    fn gases(&self) -> Option<String> {
        let mut sums: Vec<(Gas, i128)> = Vec::new();
        for (gas, weight) in self.split()?.parts.iter().flat_map(|part| &part.gases) {
            match sums.iter_mut().find(|sum| sum.0 == *gas) {
                Some(sum) => sum.1 = sum.1.checked_add(*weight)?,
                None => sums.push((*gas, *weight)),
            }
        }
        if sums.iter().all(|(gas, _)| *gas == Gas::Unallocated) {
            return None;
        }
        let shares = self.shares(sums.into_iter().map(|(gas, weight)| (gas.label(self.language), weight)))?;
        Some(format!("{}{}{shares}.", self.say("Gaz", "Gases"), self.language.colon()))
    }

    fn biogenic(&self) -> Option<String> {
        let split = self.factor.splits.iter().find(|split| split.account == Account::Biogenic)?;
        let value = self.number(self.weight(split.total)?);
        let outside = self.say("CO2 biogénique, hors total", "Biogenic CO2, outside the total");
        Some(format!("{outside}{}{value}.", self.language.colon()))
    }

    fn account(&self) -> Option<String> {
        let avoided = self.split()?.account == Account::Avoided;
        avoided.then(|| {
            self.say(
                "C’est une émission évitée : elle a un compte à part et ne se soustrait pas.",
                "It is an avoided emission: it has an account of its own and is never subtracted.",
            )
            .to_string()
        })
    }

    fn uncertainty(&self) -> Option<String> {
        let percent = self.number(self.factor.uncertainty?);
        let named = self.say("Incertitude d’après la source", "Uncertainty according to its source");
        Some(format!("{named}{}{percent}{}.", self.language.colon(), self.say("\u{a0}%", "%")))
    }

    fn validity(&self) -> Option<String> {
        let until = self.factor.valid_until?;
        Some(format!(
            "{} {until}.",
            self.say("Sa source le garantit jusqu’en", "Its source vouches for it until")
        ))
    }

    fn status(&self) -> Option<String> {
        let status = self.factor.status;
        let (label, colon) = (status.label(self.language), self.language.colon());
        let keys = self.say("il ne sert que s’il est nommé", "it serves only where it is named");
        let semicolon = self.language.semicolon();
        let named = self.say("Statut", "Status");
        (status != FactorStatus::Usable).then(|| format!("{named}{colon}{label}{semicolon}{keys}."))
    }

    fn keys(&self) -> Option<String> {
        let keys = self.factor.keys.iter().filter_map(|id| self.references.keys().get(*id));
        let keys: Vec<String> =
            keys.map(|key| format!("{} ({})", key.label(self.language), key.name)).collect();
        let serves = self.say("Il sert à", "It serves");
        (!keys.is_empty()).then(|| format!("{serves}{}{}.", self.language.colon(), keys.join(", ")))
    }

    fn scope(&self) -> Option<String> {
        let text = match self.factor.scope {
            Scope::National => self.say(
                "C’est une série officielle de son pays\u{a0}: elle passe avant un jeu de données mondial plus récent de trois ans au plus.",
                "It is an official series of its country: it goes before a worldwide data set that is at most three years newer.",
            ),
            Scope::Worldwide => self.say(
                "C’est un jeu de données mondial\u{a0}: une série officielle du pays, plus vieille de trois ans au plus, passe avant.",
                "It is a worldwide data set: an official series of the country, at most three years older, goes before it.",
            ),
            Scope::Other => return None,
        };
        Some(text.to_string())
    }

    fn source(&self) -> String {
        let (factor, source) = (self.factor, &self.factor.source);
        let mut text = format!("{}{}{}", "Source", self.language.colon(), source.name);
        if !source.version.is_empty() {
            text.push_str(&format!(" {}", source.version));
        }
        if !factor.source_row.is_empty() {
            text.push_str(&format!(", {} {}", self.say("ligne", "row"), factor.source_row));
        }
        if !factor.raw.is_empty() {
            let raw = &factor.raw;
            text.push_str(
                &self.say(format!(", qui écrit «\u{a0}{raw}\u{a0}»"), format!(", which writes “{raw}”")),
            );
        }
        if !source.licence.is_empty() {
            text.push_str(&format!(", {} {}", self.say("sous", "under"), source.licence));
        }
        text.push_str(&format!(" [{}].", factor.id));
        text
    }
}
