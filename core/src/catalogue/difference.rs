//! The difference of two collections of factors: what was added, removed and changed, and by how much.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::collection::sorting::sorted;
use crate::factor::row::Factor;
use crate::factor::split::{Account, Gas, Part};
use crate::number::display;
use crate::reference::references::References;
use crate::text::language::Language;
use crate::text::printable::Printable;
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// The fields of a factor that a difference compares.
    pub enum FactorField {
        Value = "value", "valeur", "value";
        Unit = "unit", "unité", "unit";
        Keys = "keys", "clés", "keys";
        Place = "place", "lieu", "place";
        Year = "year", "année", "year";
        Validity = "validity", "validité", "validity";
        Split = "split", "parties, gaz et comptes", "parts, gases and accounts";
        Boundary = "boundary", "périmètre", "boundary";
        Uncertainty = "uncertainty", "incertitude", "uncertainty";
        Status = "status", "statut", "status";
        Source = "source", "source", "source";
        Names = "names", "noms et notes", "names and notes";
    }
}

/// The difference of two collections of factors, by identifier.
#[derive(Clone, Debug)]
pub struct Difference<'a> {
    /// The factors that are only in the later collection.
    pub added: Vec<&'a Factor>,
    /// The factors that are only in the earlier collection.
    pub removed: Vec<&'a Factor>,
    /// The factors that are in both and differ.
    pub changed: Vec<Change<'a>>,
}

/// A factor that differs between two collections.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    /// The earlier factor.
    pub before: &'a Factor,
    /// The later factor.
    pub after: &'a Factor,
    /// The fields that changed.
    pub fields: Vec<FactorField>,
}

impl<'a> Difference<'a> {
    /// The difference of two references. Of several factors with one identifier, the first set's is compared, as for
    /// a line that names a factor. All lists are sorted by identifier.
    ///
    /// ```
    /// use claquette::{Difference, Language, References};
    /// let before = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let mine = "id,key,place,year,unit,value,source\n\
    ///             train.fr.tgv.2022.ademe,transport.train.high-speed,FR,2022,kgCO2e/passenger.km,0.002051,mine\n";
    /// let after = before.clone().with_set("mine", mine).unwrap();
    /// let difference = Difference::of(&before, &after);
    /// assert_eq!(difference.changed.len(), 1);
    /// // 0.002051 ÷ 0.00293 = 0.7
    /// assert_eq!(difference.changed[0].relative().unwrap().to_string(), "-0.3");
    /// ```
    pub fn of(before: &'a References, after: &'a References) -> Self {
        let (one, other) = (by_id(before), by_id(after));
        let absent = |factors: &[&'a Factor], from: &[&'a Factor]| {
            factors.iter().copied().filter(|factor| of_id(from, factor).is_none()).collect::<Vec<_>>()
        };
        let both = one.iter().filter_map(|factor| Some((*factor, of_id(&other, factor)?)));
        let changes = both.map(|(was, is)| Change {
            before: was,
            after: is,
            fields: fields(was, is, &key_names(was, before), &key_names(is, after)),
        });
        Self {
            changed: changes.filter(|change| !change.fields.is_empty()).collect(),
            added: absent(&other, &one),
            removed: absent(&one, &other),
        }
    }
}

impl Change<'_> {
    /// The relative change of the value: −0.3 is 30 % less. `None` if it did not change, was zero, or has another
    /// unit.
    pub fn relative(&self) -> Option<Decimal> {
        let (before, after) = (self.before, self.after);
        let alike = (before.mass, before.unit) == (after.mass, after.unit);
        if !alike || before.value == after.value {
            return None;
        }
        let change = after.value.checked_sub(before.value)?.checked_div(before.value.abs())?;
        Some(change.normalize())
    }

    /// The change as text: each field, with its value before and after.
    pub fn message(&self, language: Language) -> String {
        let said = self.fields.iter().map(|field| {
            let label = field.label(language);
            match self.texts(*field, language) {
                Some((before, after)) => {
                    format!("{label} {before} → {after}{}", self.percent(*field, language))
                }
                None => label.to_string(),
            }
        });
        Printable(&said.collect::<Vec<_>>().join(language.semicolon())).to_string()
    }

    /// The values of a field before and after; `None` for fields whose values would be long.
    fn texts(&self, field: FactorField, language: Language) -> Option<(String, String)> {
        let of = |factor: &Factor| match field {
            FactorField::Value => Some(display::written(factor.value, language)),
            FactorField::Unit => Some(format!("{}/{}", factor.mass, factor.unit)),
            FactorField::Place => Some(factor.place.to_string()),
            FactorField::Year => Some(factor.year.map_or_else(|| "—".into(), |year| year.to_string())),
            FactorField::Validity => {
                Some(factor.valid_until.map_or_else(|| "—".into(), |year| year.to_string()))
            }
            FactorField::Boundary => Some(factor.boundary.label(language).to_string()),
            FactorField::Uncertainty => Some(match factor.uncertainty {
                Some(percent) => {
                    format!("{}{}", display::written(percent, language), language.pick("\u{a0}%", "%"))
                }
                None => "—".into(),
            }),
            FactorField::Status => Some(factor.status.label(language).to_string()),
            FactorField::Source => Some(factor.source.name.to_string()),
            FactorField::Keys | FactorField::Split | FactorField::Names => None,
        };
        Some((of(self.before)?, of(self.after)?))
    }

    fn percent(&self, field: FactorField, language: Language) -> String {
        match self.relative().filter(|_| field == FactorField::Value) {
            Some(share) => {
                let sign = if share.is_sign_negative() { "" } else { "+" };
                format!(" ({sign}{})", display::percent(share, language))
            }
            None => String::new(),
        }
    }
}

/// The factors sorted by identifier; of several with the same one, that of the first set.
fn by_id(references: &References) -> Vec<&Factor> {
    let mut factors = sorted(references.factors().collect(), |one: &&Factor, other| one.id.cmp(&other.id));
    factors.dedup_by(|later, first| later.id == first.id);
    factors
}

/// The factor with the same identifier in a list sorted by identifier.
fn of_id<'a>(factors: &[&'a Factor], factor: &Factor) -> Option<&'a Factor> {
    let at = factors.binary_search_by(|other| other.id.cmp(&factor.id)).ok()?;
    factors.get(at).copied()
}

fn key_names<'a>(factor: &Factor, references: &'a References) -> Vec<&'a str> {
    let keys = factor.keys.iter().filter_map(|id| references.keys().get(*id));
    keys.map(|key| key.name.as_str()).collect()
}

fn fields(before: &Factor, after: &Factor, old_keys: &[&str], new_keys: &[&str]) -> Vec<FactorField> {
    let names = |of: &Factor| (of.fr.clone(), of.en.clone(), of.note.clone());
    let units = |factor: &Factor| (factor.mass, factor.unit);
    let compared = [
        (FactorField::Value, before.value != after.value),
        (FactorField::Unit, units(before) != units(after)),
        (FactorField::Keys, old_keys != new_keys),
        (FactorField::Place, before.place != after.place),
        (FactorField::Year, before.year != after.year),
        (FactorField::Validity, before.valid_until != after.valid_until),
        (FactorField::Split, splits(before) != splits(after)),
        (FactorField::Boundary, before.boundary != after.boundary),
        (FactorField::Uncertainty, before.uncertainty != after.uncertainty),
        (FactorField::Status, before.status != after.status),
        (FactorField::Source, before.source != after.source),
        (FactorField::Names, names(before) != names(after)),
    ];
    compared.into_iter().filter(|(_, changed)| *changed).map(|(field, _)| field).collect()
}

/// The weight of a gas of a part in an account.
type Weight = (Account, Part, Gas, Decimal);

/// How a factor is split: its accounts, and the weights of its parts and gases. A weight that only repeats the total
/// is omitted.
fn splits(factor: &Factor) -> (Vec<Account>, Vec<Weight>) {
    let mut weights = Vec::new();
    for split in &factor.splits {
        for part in &split.parts {
            for (gas, weight) in &part.gases {
                if (part.part, *gas) != (Part::Whole, Gas::Unallocated) {
                    let weight = Decimal::try_from_i128_with_scale(*weight, factor.scale).unwrap_or_default();
                    weights.push((split.account, part.part, *gas, weight.normalize()));
                }
            }
        }
    }
    (factor.splits.iter().map(|split| split.account).collect(), weights)
}
