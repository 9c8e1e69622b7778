//! How a factor splits into accounts, life-cycle parts and gases.

use alloc::string::ToString;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::diagnostic::catalogue::Problem;
use crate::number;
use crate::number::decimal::mantissa;
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// An account of the ledger. Accounts are never netted against each other.
    pub enum Account {
        Counted = "counted", "Émissions comptées", "Counted emissions";
        Biogenic = "biogenic", "CO2 biogénique (hors total)", "Biogenic CO2 (outside the total)";
        Avoided = "avoided", "Émissions évitées (hors total)", "Avoided emissions (outside the total)";
        Offset = "offset", "Compensation (hors total)", "Offsets (outside the total)";
    }
}

vocabulary! {
    /// A life-cycle part of a factor.
    pub enum Part {
        Whole = "whole", "ensemble", "whole";
        Upstream = "upstream", "amont", "upstream";
        Combustion = "combustion", "combustion", "combustion";
        Generation = "generation", "production d’électricité", "power generation";
        Transmission = "transmission", "transport et distribution", "transmission and distribution";
        Manufacture = "manufacture", "fabrication", "manufacture";
        Transport = "transport", "transport", "transport";
        Collection = "collection", "collecte", "collection";
        Treatment = "treatment", "traitement", "treatment";
        Incineration = "incineration", "incinération", "incineration";
        Fugitive = "fugitive", "fuites", "fugitive emissions";
        Contrails = "contrails", "traînées de condensation", "contrails";
        Energy = "energy", "énergie", "energy";
        Inputs = "inputs", "intrants", "inputs";
        EndOfLife = "end-of-life", "fin de vie", "end of life";
        Other = "other", "autre", "other";
        Unallocated = "unallocated", "non réparti", "unallocated";
    }
}

vocabulary! {
    /// A greenhouse gas, counted in CO2e.
    pub enum Gas {
        Co2 = "co2", "CO2 fossile", "fossil CO2";
        Ch4 = "ch4", "CH4", "CH4";
        Ch4Fossil = "ch4-fossil", "CH4 fossile", "fossil CH4";
        Ch4Biogenic = "ch4-biogenic", "CH4 biogénique", "biogenic CH4";
        N2o = "n2o", "N2O", "N2O";
        Sf6 = "sf6", "SF6", "SF6";
        Co2Biogenic = "co2-biogenic", "CO2 biogénique", "biogenic CO2";
        Other = "other", "autres gaz", "other gases";
        Unallocated = "unallocated", "non réparti", "unallocated";
    }
}

/// How a factor splits in one account. All weights are mantissas of one scale: the masses that they
/// apportion are proportional to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Split {
    pub(crate) account: Account,
    /// The published total; it takes precedence over the sum of the parts.
    pub(crate) total: i128,
    /// The parts; the unallocated rest of the total is last.
    pub(crate) parts: Vec<SplitPart>,
}

/// A part of a split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SplitPart {
    pub(crate) part: Part,
    pub(crate) weight: i128,
    /// The edition of its rows, if it is said to be another than that of the factor; the oldest one.
    pub(crate) vintage: Option<u16>,
    /// The uncertainty of the part alone, in percent, if it is stated.
    pub(crate) uncertainty: Option<Decimal>,
    /// The gases; the unallocated rest of the part is last.
    pub(crate) gases: Vec<(Gas, i128)>,
}

/// An item of a row's list of parts: `combustion=0.24`, `combustion/co2=0.239@row`, `upstream=0.0246@2024:row`,
/// `contrails=0.083~155`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PartItem {
    pub(crate) part: Part,
    pub(crate) gas: Option<Gas>,
    pub(crate) value: Decimal,
    /// The oldest edition that its rows are said to be of.
    pub(crate) vintage: Option<u16>,
    /// The uncertainty of the part alone, in percent.
    pub(crate) uncertainty: Option<Decimal>,
}

impl PartItem {
    /// Reads a list of items.
    pub(crate) fn list(text: &str) -> Option<Vec<Self>> {
        text.split_whitespace().map(Self::read).collect()
    }

    fn read(text: &str) -> Option<Self> {
        let (name, value) = text.split_once('=')?;
        let (value, rows) = value.split_once('@').unwrap_or((value, ""));
        let (value, uncertainty) = match value.split_once('~') {
            Some((value, percent)) => {
                (value, Some(number::parse(percent).ok().filter(|percent| *percent > Decimal::ZERO)?))
            }
            None => (value, None),
        };
        let vintage =
            |row: &str| row.split_once(':')?.0.parse().ok().filter(|year| (1900..2200).contains(year));
        let vintage = rows.contains(':').then(|| rows.split(['+', '-']).filter_map(vintage).min()).flatten();
        let (part, gas) = match name.split_once('/') {
            Some((part, gas)) => (part, Some(Gas::parse(gas)?)),
            None => (name, None),
        };
        // The gases of a part are as uncertain as it is.
        if gas.is_some() && uncertainty.is_some() {
            return None;
        }
        let (part, value) = (Part::parse(part)?, number::parse(value).ok()?);
        Some(Self { part, gas, value, vintage, uncertainty })
    }
}

impl Split {
    /// The split of a total by the items of its row, at a scale that holds them all.
    ///
    /// A part without a total of its own has that of its gases. What the parts leave of the total and
    /// what the gases leave of a part is unallocated, and may be negative: the source rounds each.
    pub(crate) fn new(account: Account, total: Decimal, items: &[PartItem], scale: u32) -> Option<Self> {
        let at_scale = |value: Decimal| mantissa(value, scale);
        let total_weight = at_scale(total)?;
        let mut parts: Vec<SplitPart> = Vec::new();
        for item in items {
            if !parts.iter().any(|part| part.part == item.part) {
                let own = items.iter().find(|other| other.part == item.part && other.gas.is_none());
                let mut gases = Vec::new();
                for other in items.iter().filter(|other| other.part == item.part) {
                    if let Some(gas) = other.gas {
                        gases.push((gas, at_scale(other.value)?));
                    }
                }
                let sum = gases.iter().try_fold(0_i128, |sum, (_, weight)| sum.checked_add(*weight))?;
                let weight = match own {
                    Some(own) => at_scale(own.value)?,
                    None if item.part == Part::Whole => total_weight,
                    None => sum,
                };
                let left = weight.checked_sub(sum)?;
                if left != 0 {
                    gases.push((Gas::Unallocated, left));
                }
                let of_part = items.iter().filter(|other| other.part == item.part);
                let vintage = of_part.filter_map(|other| other.vintage).min();
                let uncertainty = own.and_then(|own| own.uncertainty);
                parts.push(SplitPart { part: item.part, weight, vintage, uncertainty, gases });
            }
        }
        let sum = parts.iter().try_fold(0_i128, |sum, part| sum.checked_add(part.weight))?;
        let left = total_weight.checked_sub(sum)?;
        if left != 0 || parts.is_empty() {
            let part = if parts.is_empty() { Part::Whole } else { Part::Unallocated };
            let gases = alloc::vec![(Gas::Unallocated, left)];
            parts.push(SplitPart { part, weight: left, vintage: None, uncertainty: None, gases });
        }
        Some(Self { account, total: total_weight, parts })
    }

    /// Biogenic CO2; no source splits it further.
    pub(crate) fn biogenic(total: Decimal, scale: u32) -> Option<Self> {
        let total = mantissa(total, scale)?;
        let gases = alloc::vec![(Gas::Co2Biogenic, total)];
        let part = SplitPart { part: Part::Whole, weight: total, vintage: None, uncertainty: None, gases };
        Some(Self { account: Account::Biogenic, total, parts: alloc::vec![part] })
    }
}

/// Whether the parts of a composed factor sum to its value; if not, what is wrong.
pub(crate) fn check_composed(value: Decimal, items: &[PartItem]) -> Result<(), Problem> {
    let scale = items.iter().map(|item| item.value.scale()).fold(value.scale(), u32::max);
    let sum = items
        .iter()
        .filter(|item| item.gas.is_none())
        .try_fold(0_i128, |sum, item| sum.checked_add(mantissa(item.value, scale)?));
    if sum.is_some() && sum == mantissa(value, scale) {
        return Ok(());
    }
    let sum = sum.and_then(|sum| Decimal::try_from_i128_with_scale(sum, scale).ok()).unwrap_or_default();
    Err(Problem::PartsSum { sum: sum.normalize().to_string(), value: value.normalize().to_string() })
}
