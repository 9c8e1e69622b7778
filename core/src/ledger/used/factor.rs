//! A factor that a footprint used.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::factor::potentials::Gwp;
use crate::factor::restating::restate;
use crate::factor::row::{Boundary, Factor, FactorStatus};
use crate::factor::source::Source;
use crate::factor::split::{Account, Gas, Part, Split, SplitPart};
use crate::format::stored::stored;
use crate::ledger::position::{SetAt, SourceAt};
use crate::number::Exact;
use crate::number::decimal::mantissa;
use crate::number::unit::{Dimension, Unit};
use crate::text::language::Language;
use crate::text::shared::Text;
use crate::text::vocabulary::Term;

stored! {
    /// A factor that was used.
    pub struct UsedFactor {
        /// Its identifier.
        id: Text,
        /// Its set; none for a factor that a line or a contract states.
        set: Option<SetAt> = optional,
        /// The French label.
        fr: Text,
        /// The English label.
        en: Text,
        /// Its total, in the mass unit per the unit.
        value: Exact,
        /// The mass unit; defaults to `kgCO2e`.
        mass: Unit = unless(Dimension::Emission.base()),
        /// The unit of the quantity.
        unit: Unit,
        /// The code of its place.
        place: Text,
        /// Its year.
        year: Option<u32> = optional,
        /// The last year of validity stated by its source.
        valid_until: Option<u32> = optional,
        /// The part of the life cycle that it covers; defaults to all of it.
        boundary: Boundary = unless(Boundary::LifeCycle),
        /// Whether it may be chosen by its key; defaults to that it may.
        status: FactorStatus = unless(FactorStatus::Usable),
        /// The uncertainty stated by its source, in percent.
        uncertainty: Option<Exact> = optional,
        /// Its source.
        source: SourceAt,
        /// The locator in its source.
        source_row: Text = or_default,
        /// A note.
        note: Text = or_default,
        /// The set of global warming potentials that its source states.
        gwp: Text = or_default,
        /// The set that its gases were restated to.
        restated_to: Option<Gwp> = optional,
        /// The gases that were restated.
        restated: Vec<UsedFactorGas> = or_default,
        /// How its source splits it into accounts, parts and gases; none if it doesn't: all of it is counted.
        slots: Vec<UsedFactorSlot> = or_default,
    }
}

stored! {
    /// The value of a gas of a part of a factor.
    #[derive(Copy)]
    pub struct UsedFactorSlot {
        /// The account; defaults to that of counted emissions.
        account: Account = unless(Account::Counted),
        /// The life-cycle part; defaults to the whole.
        part: Part = unless(Part::Whole),
        /// The gas; defaults to unallocated.
        gas: Gas = unless(Gas::Unallocated),
        /// The value, in the mass unit per the unit.
        value: Exact,
        /// The year of the edition that the part is of, if it is stated.
        vintage: Option<u32> = optional,
        /// The uncertainty of the part alone, in percent, if it is stated.
        uncertainty: Option<Exact> = optional,
    }
}

stored! {
    /// A gas of a factor that was restated to other warming potentials: its value × `into` ÷ `from`.
    #[derive(Copy)]
    pub struct UsedFactorGas {
        /// The life-cycle part.
        part: Part,
        /// The gas.
        gas: Gas,
        /// The value of the source, in the mass unit per the unit.
        value: Exact,
        /// The potential used by the source.
        from: Exact,
        /// The potential that it is restated with.
        into: Exact,
    }
}

impl UsedFactorSlot {
    /// That of a factor that is not split.
    fn whole(value: Exact) -> Self {
        Self {
            account: Account::Counted,
            part: Part::Whole,
            gas: Gas::Unallocated,
            value,
            vintage: None,
            uncertainty: None,
        }
    }
}

impl UsedFactor {
    /// A factor as a footprint keeps it; `None` if the value of a slot has too many digits.
    pub(crate) fn new(factor: &Factor, set: Option<SetAt>, source: SourceAt) -> Option<Self> {
        let [fr, en] = [Language::Fr, Language::En].map(|language| factor.shared_label(language).clone());
        let mut slots = Vec::with_capacity(factor.accounts().count());
        for split in &factor.splits {
            for part in &split.parts {
                for &(gas, weight) in &part.gases {
                    let value = published(factor, part.part, gas, weight)?;
                    let (vintage, uncertainty) = (part.vintage.map(u32::from), part.uncertainty.map(Exact));
                    slots.push(UsedFactorSlot {
                        account: split.account,
                        part: part.part,
                        gas,
                        value,
                        vintage,
                        uncertainty,
                    });
                }
            }
        }
        if let [only] = &*slots
            && *only == UsedFactorSlot::whole(Exact(factor.value))
        {
            slots.clear();
        }
        let restated = factor.restated.as_ref();
        let gases = restated.into_iter().flat_map(|restated| &restated.gases);
        Some(Self {
            id: factor.id.clone(),
            set,
            fr,
            en,
            value: Exact(factor.value),
            mass: factor.mass,
            unit: factor.unit,
            place: factor.place.clone(),
            year: factor.year.map(u32::from),
            valid_until: factor.valid_until.map(u32::from),
            boundary: factor.boundary,
            status: factor.status,
            uncertainty: factor.uncertainty.map(Exact),
            source,
            source_row: factor.source_row.clone(),
            note: factor.note.clone(),
            gwp: factor.source.gwp.clone(),
            restated_to: restated.map(|restated| restated.into),
            restated: gases
                .map(|gas| UsedFactorGas {
                    part: gas.part,
                    gas: gas.gas,
                    value: Exact(gas.value),
                    from: Exact(gas.from),
                    into: Exact(gas.into),
                })
                .collect(),
            slots,
        })
    }

    /// What its masses are of, in their order.
    pub fn each_slot(&self) -> impl Iterator<Item = UsedFactorSlot> {
        let whole = self.slots.is_empty().then(|| UsedFactorSlot::whole(self.value));
        self.slots.iter().copied().chain(whole)
    }

    /// How many masses a product of it has.
    pub(crate) fn width(&self) -> usize {
        self.slots.len().max(1)
    }

    /// The sum of the slots of its first account; `None` if it is too large to be counted.
    pub(crate) fn total(&self) -> Option<Exact> {
        let account = self.each_slot().next()?.account;
        let of_account = self.each_slot().filter(|slot| slot.account == account);
        let total = of_account.map(|slot| slot.value.0).try_fold(Decimal::ZERO, crate::number::sum);
        total.map(Exact)
    }

    /// How it splits, restated if it was, with the decimal places and the common factor of the weights; `None` if a number
    /// leaves what is counted.
    pub(crate) fn splits(&self) -> Option<(Vec<Split>, u32, Decimal)> {
        let scale = self.each_slot().map(|slot| slot.value.0.scale()).max().unwrap_or_default();
        let mut splits: Vec<Split> = Vec::new();
        for UsedFactorSlot { account, part, gas, value, vintage, uncertainty } in self.each_slot() {
            if splits.last().is_none_or(|split| split.account != account) {
                splits.push(Split { account, total: 0, parts: Vec::new() });
            }
            let split = splits.last_mut()?;
            if split.parts.last().is_none_or(|last| last.part != part) {
                let vintage = vintage.and_then(|year| u16::try_from(year).ok());
                let uncertainty = uncertainty.map(|percent| percent.0);
                split.parts.push(SplitPart { part, weight: 0, gases: Vec::new(), vintage, uncertainty });
            }
            let last = split.parts.last_mut()?;
            let weight = mantissa(value.0, scale)?;
            last.gases.push((gas, weight));
            last.weight = last.weight.checked_add(weight)?;
            split.total = split.total.checked_add(weight)?;
        }
        if self.restated.is_empty() {
            return Some((splits, scale, Decimal::ONE));
        }
        let restated = |part: Part, gas: Gas| {
            let one = self.restated.iter().find(|one| one.part == part && one.gas == gas)?;
            Some((one.from.0, one.into.0))
        };
        let divisor = restate(&mut splits, restated)?;
        Some((splits, scale, divisor))
    }

    /// The label in a language.
    pub fn label(&self, language: Language) -> &str {
        language.pick(&self.fr, &self.en)
    }

    /// Its source.
    pub fn source<'a>(&self, sources: &'a [Source]) -> Option<&'a Source> {
        self.source.of(sources)
    }

    /// The parts that are of an older edition than the factor, with the year of that edition.
    pub fn older_parts(&self) -> impl Iterator<Item = (Part, u32)> {
        let mut last = None;
        let dated = self.each_slot().filter_map(|slot| Some((slot.account, slot.part, slot.vintage?)));
        let older = dated.filter(|(_, _, vintage)| self.year.is_some_and(|year| *vintage < year));
        older
            .filter(move |(account, part, _)| last.replace((*account, *part)) != Some((*account, *part)))
            .map(|(_, part, vintage)| (part, vintage))
    }

    /// Whether it omits upstream emissions although there are some.
    pub fn is_narrow(&self) -> bool {
        self.boundary.is_narrow() && !self.value.0.is_zero()
    }

    /// Whether it is a spend-based factor.
    pub fn is_monetary(&self) -> bool {
        self.unit.dimension() == Dimension::Money
    }

    /// The set of potentials that its source states and the one that it was restated to, as people read them.
    pub(crate) fn sets(&self, language: Language) -> String {
        self.restated_to.map_or(String::new(), |into| format!(" ({} → {})", self.gwp, into.label(language)))
    }
}

/// The value of a gas of a part as its source has it.
fn published(factor: &Factor, part: Part, gas: Gas, weight: i128) -> Option<Exact> {
    let Some(restated) = &factor.restated else { return Exact::of_mantissa(weight, factor.scale) };
    match restated.gases.iter().find(|one| one.part == part && one.gas == gas) {
        Some(one) => Some(Exact(one.value)),
        None => Exact::of_mantissa(weight.checked_div(restated.divisor.mantissa())?, factor.scale),
    }
}
