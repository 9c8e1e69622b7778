//! The notes of a report: what is left out, warnings, proxies, assumptions, sources, limits.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::collection::name_map::NameMap;
use crate::collection::sorting::counted;
use crate::factor::split::{Account, Part};
use crate::ledger::as_published::{Unrestated, UnrestatedReason};
use crate::ledger::notice::Notice;
use crate::ledger::options::ElectricityMethod;
use crate::number::display;
use crate::number::mass::Mass;
use crate::pricing::aviation::{Aviation, BY_SEATS};
use crate::pricing::resolve::PlaceReason;
use crate::report::Page;
use crate::text::language::Language;
use crate::text::printable::Printable;
use crate::text::vocabulary::Term;

/// How many exclusions, and how many statements of the perimeter, a report lists; the JSON result has all of them.
const LISTED: usize = 50;

/// How many lines are named for warnings of the same kind; the JSON result names all of them.
const PLACES: usize = 8;

impl Page<'_> {
    /// The lines without a factor, and what the production states that it does not count.
    pub(crate) fn left_out(&mut self) {
        let language = self.language;
        let colon = language.colon();
        let mut texts = Vec::new();
        for excluded in self.footprint.excluded.iter().take(LISTED) {
            let id = self.footprint.line_id(excluded.line);
            texts.push(format!("{id}{colon}{}", excluded.reason.message(language)));
        }
        let perimeter = &self.footprint.production.perimeter;
        let listed = texts.len();
        for statement in perimeter.iter().take(LISTED) {
            let section = statement.section.given().map_or("", |section| section.label(language));
            let state = statement.state.given().map_or("", |state| state.label(language));
            let reason = statement.reason.given().map_or(String::new(), |reason| format!(" — {reason}"));
            let estimate = statement.estimate.given().and_then(|amount| {
                let (value, unit) = (amount.value.given()?, amount.unit.given()?);
                Some(format!(" ({} {value} {unit})", self.say("estimation :", "estimate:")))
            });
            texts.push(format!("{section}{colon}{state}{reason}{}", estimate.unwrap_or_default()));
        }
        let all = self.footprint.excluded.len().saturating_add(perimeter.len());
        let others = all.saturating_sub(texts.len());
        if others > 0 {
            let count = display::written(others.into(), language);
            texts.insert(listed, format!("{count} {}", self.say("autres, non listés", "others, not listed")));
        }
        if !texts.is_empty() {
            self.heading("Ce qui n’est pas compté", "What is not counted");
            texts.iter().for_each(|text| self.paragraph("  • ", text));
        }
    }

    /// The warnings, grouped by kind: the first one in full, and the lines of the others.
    pub(crate) fn warnings(&mut self) {
        let mut kinds: NameMap<'_, Vec<&Notice>> = NameMap::default();
        for (at, warning) in self.footprint.warnings.iter().enumerate() {
            let kind = if is_of_line(warning) { what_is_alike(warning) } else { at.to_string() };
            if let Some(alike) = kinds.enter(kind, alloc::vec![warning]) {
                alike.push(warning);
            }
        }
        if kinds.is_empty() {
            return;
        }
        self.heading("Avertissements", "Warnings");
        for warnings in kinds.into_values() {
            let Some((first, others)) = warnings.split_first() else { continue };
            let mut text = first.message(self.language);
            let place = self.place(first);
            if !place.is_empty() {
                text.push_str(&format!(" [{place}]"));
            }
            if !others.is_empty() {
                let mut places: Vec<String> = others.iter().map(|warning| self.place(warning)).collect();
                places.retain(|place| !place.is_empty());
                places.dedup();
                let count = others.len();
                text.push_str(self.language.semicolon());
                let more = ["more of the kind"; 2];
                let more = self.language.counted(count.into(), ["autre de même", "autres de même"], more);
                text.push_str(&format!("{count} {more}"));
                if places.len() > PLACES {
                    places.truncate(PLACES);
                    places.push("…".to_string());
                }
                if !places.is_empty() {
                    text.push_str(&format!(" [{}]", places.join(", ")));
                }
            }
            self.paragraph("  • ", &text);
        }
    }

    /// The identifier of the line that a warning is about.
    fn place(&self, warning: &Notice) -> String {
        match warning.line {
            Some(line) => self.footprint.line_id(line).to_string(),
            None => Printable(&warning.pointer).to_string(),
        }
    }

    /// The declared proxies that were used, each with its reason.
    pub(crate) fn proxies(&mut self) {
        let requests =
            self.footprint.products.iter().filter_map(|product| self.footprint.request_of(product));
        let served = requests.filter_map(|request| request.proxy);
        let served = counted(served.collect(), Ord::cmp);
        if served.is_empty() {
            return;
        }
        self.heading("Facteurs d’un autre lieu", "Factors of another place");
        let language = self.language;
        for (at, times) in served {
            let Some(proxy) = at.of(&self.footprint.proxies) else { continue };
            let place = &proxy.place;
            let (reason, colon) = (language.pick(&proxy.fr, &proxy.en), language.colon());
            let lines = language.lines(times.into());
            let spread = proxy.spread.filter(|spread| spread.0 != Decimal::ONE);
            let spread = spread.map(|spread| format!(" (×/÷ {})", display::written(spread.0, language)));
            let spread = spread.unwrap_or_default();
            self.paragraph("  • ", &format!("{place}{colon}{reason}{spread} — {times} {lines}"));
        }
    }

    /// The assumptions and the rows of the tables of prices that were used.
    pub(crate) fn assumptions(&mut self) {
        let (mut served, mut prices) = (Vec::new(), Vec::new());
        for term in self.footprint.products.iter().flat_map(|product| &product.terms) {
            served.extend(term.assumption);
            prices.extend(term.price.map(|at| (at, term.name)));
        }
        let language = self.language;
        let mut texts = Vec::new();
        for (at, times) in counted(served, Ord::cmp) {
            let Some(assumption) = at.of(&self.footprint.assumptions) else { continue };
            let value = display::written(assumption.value.0, language);
            let (label, unit) = (assumption.label(language), assumption.unit.label(language));
            let (colon, lines) = (language.colon(), language.lines(times.into()));
            texts.push(format!("{label}{colon}{value} {unit} ({}) — {times} {lines}", assumption.source));
        }
        for ((at, name), times) in counted(prices, |(one, _), (other, _)| one.cmp(other)) {
            let Some(price) = at.of(&self.footprint.prices) else { continue };
            let value = display::written(price.value.0, language);
            let source = price.source.of(&self.footprint.sources).map_or("", |source| &source.notice);
            let row = price.row.split_once(' ').map_or("", |(_, row)| row);
            let (name, colon) = (name.label(language), language.colon());
            let lines = language.lines(times.into());
            texts.push(format!("{name} {row}{colon}{value} ({source}) — {times} {lines}"));
        }
        if !texts.is_empty() {
            self.heading("Hypothèses", "Assumptions");
            texts.iter().for_each(|text| self.paragraph("  • ", text));
        }
    }

    /// The sources, with the attribution that their licences require, and the sets with their hashes.
    pub(crate) fn sources(&mut self) {
        let footprint = self.footprint;
        let sources = footprint.factors.iter().filter_map(|factor| footprint.source_of(factor));
        let sources = sources.map(|source| (&*source.name, &*source.notice)).collect();
        self.heading("Sources", "Sources");
        for ((name, notice), count) in counted(sources, Ord::cmp) {
            let factors = self.language.factors(count.into());
            let notice = if notice.is_empty() { String::new() } else { format!(" — {notice}") };
            let colon = self.language.colon();
            self.paragraph("  • ", &format!("{name}{colon}{count} {factors}{notice}"));
        }
        for source in footprint.potentials.iter().filter_map(|source| source.of(&footprint.sources)) {
            self.paragraph("  • ", &source.notice);
        }
        for hash in &footprint.sets {
            let of = if hash.extract.is_some() { self.say("extrait de ", "extract of ") } else { "" };
            self.line(&format!("  {of}{} {}", hash.name, hash.sha256));
        }
        if let Some(extract) = footprint.extract() {
            let text = self.say(
                "C’est l’extrait qui dit de quels jeux il est tiré : il faudrait ces jeux pour le vérifier. Empreinte de \
                 l’extrait :",
                "It is the extract that says of which sets it is: it would take these sets to verify it. Hash of the \
                 extract:",
            );
            self.paragraph("  ", text);
            self.line(&format!("  {extract}"));
        }
    }

    /// How flights are counted, and how uncertain their contrails are.
    fn flights(&mut self) {
        let (footprint, language) = (self.footprint, self.language);
        let by_key = footprint.requests.iter().filter(|request| request.place_reason != PlaceReason::Named);
        let keys = by_key.filter_map(|request| request.key?.of(&footprint.keys));
        let mut keys = keys.map(|key| &*key.key).filter(|key| key.starts_with("transport.plane."));
        let Some(first) = keys.next() else { return };
        let by_seats = first.starts_with(BY_SEATS);
        let (this, other) = if by_seats {
            (Aviation::BySeats, Aviation::ByHaul)
        } else {
            (Aviation::ByHaul, Aviation::BySeats)
        };
        let (this, other) = (this.label(language), other.label(language));
        let mut text = match language {
            Language::Fr => format!(
                "Vols comptés {this} ; comptés {other}, ils donneraient d’autres chiffres : c’est tout le bilan qui change de façon."
            ),
            Language::En => format!(
                "Flights are counted {this}; counted {other}, they would give other figures: the whole footprint changes its way."
            ),
        };
        let slots = footprint.factors.iter().flat_map(|factor| &factor.slots);
        let contrails = slots.filter(|slot| slot.part == Part::Contrails);
        if let Some(percent) = contrails.filter_map(|slot| Some(slot.uncertainty?.0)).max() {
            let percent = display::written(percent, language);
            text.push_str(&match language {
                Language::Fr => {
                    format!(
                        " Les traînées de condensation sont une part à elles, incertaine à ±{percent}\u{a0}%."
                    )
                }
                Language::En => {
                    format!(" Contrails are a part of their own, uncertain by ±{percent}%.")
                }
            });
        }
        self.paragraph("  ", &text);
    }

    /// The limits of the method.
    pub(crate) fn limits(&mut self) {
        self.heading("Limites", "Limits");
        let text = self.say(
            "Calcul exact au microgramme des lignes données ; les facteurs eux-mêmes sont incertains (de 5 \
             à 100 % selon leurs sources), et les chiffres affichés sont arrondis : leur somme peut différer du total. Les lignes \
             absentes ne sont pas estimées. Ce bilan n’est ni homologué ni certifié.",
            "Exact to the microgram for the lines given; the factors themselves are uncertain (by 5 to \
             100% as their sources say), and the figures shown are rounded: they may not add up to the total. Missing lines are not \
             estimated. This footprint is neither homologated nor certified.",
        );
        self.paragraph("  ", text);
        if self.footprint.options.electricity == ElectricityMethod::Market {
            let text = self.say(
                "L’électricité sous contrat vaut ce que son fournisseur déclare, souvent sans l’amont ni les pertes du \
                 réseau. Ailleurs le mix moyen du réseau tient lieu de mix résiduel, faute de valeur publiée \
                 ici : il est sans doute trop bas. Le Bilan Carbone demande le calcul fondé sur le lieu ; donner les \
                 deux.",
                "Electricity under a contract is worth what its supplier states, often without what is upstream and the \
                 losses of the grid. Elsewhere the grid’s average stands for the residual mix, of which no value is \
                 at hand: it is probably too low. The Bilan Carbone asks for the location-based figure; give both.",
            );
            self.paragraph("  ", text);
        }
        self.flights();
        if let Some(set) = self.footprint.options.gwp.set() {
            let text = self.say(
                format!(
                    "Les gaz dont la source dit les potentiels de réchauffement sont ramenés à ceux de l’{set}, à \
                     100 ans. Le reste est tel que publié, et peut mêler plusieurs jeux :"
                ),
                format!(
                    "Gases of which the source states the warming potentials are restated to those of {set}, over \
                     100 years. The rest is as published, and may mix several sets:"
                ),
            );
            self.paragraph("  ", &text);
            self.unrestated();
        }
    }

    /// What could not be restated to other warming potentials, by reason.
    fn unrestated(&mut self) {
        let language = self.language;
        let mut all = Unrestated::all(self.footprint);
        all.retain(|one| one.account == Account::Counted);
        for reason in UnrestatedReason::ALL {
            let of: Vec<Mass> = all.iter().filter(|one| one.reason == *reason).map(|one| one.mass).collect();
            if !of.is_empty() {
                let (count, mass) = (of.len(), Mass::sum(of).unwrap_or_default());
                let factors = language.factors(count.into());
                let (mass, colon) = (display::mass(mass, language), language.colon());
                self.paragraph(
                    "  • ",
                    &format!("{}{colon}{mass}, {count} {factors}", reason.label(language)),
                );
            }
        }
    }
}

/// The parameters that warnings of lines must share to be grouped; the others, such as a field or a city, may differ.
fn what_is_alike(warning: &Notice) -> String {
    let mut alike = warning.code.to_string();
    for (name, value) in warning.parameters.iter() {
        if ["field", "found", "usual", "maximum", "place"].contains(&name) {
            alike.push('\n');
            alike.push_str(&value.to_string());
        }
    }
    alike
}

/// Whether a warning is about a line. Warnings of the same kind about lines are grouped under the first one; those
/// about the production each say something different.
fn is_of_line(warning: &Notice) -> bool {
    warning.line.is_some()
}
