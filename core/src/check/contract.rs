//! Checks of the contracts of electricity, and which of them supplies a line.

use alloc::string::ToString;
use alloc::sync::Arc;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::check::work::Ids;
use crate::collection::name_map::NameIndex;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::factor::row::Factor;
use crate::field::list::each;
use crate::field::value;
use crate::format::leaf::Leaf;
use crate::number::unit::{Dimension, Unit};
use crate::place::Place;
use crate::reference::references::References;
use crate::text::shared::Text;
use crate::{number, wire};

/// The contracts of a production.
#[derive(Debug, Default)]
pub(crate) struct Contracts<'a> {
    ids: Ids<'a>,
    /// Where the first of each identifier stands among the factors.
    positions: NameIndex<'a>,
    /// Each by its identifier and as a factor, if it is valid.
    pub(crate) factors: Vec<(&'a str, Option<Arc<Factor>>)>,
    /// The one that supplies the lines of the production's country that name none.
    default: Option<u32>,
}

impl<'a> Contracts<'a> {
    pub(crate) fn of(input: &'a wire::Production, findings: &mut Findings) -> Self {
        let mut contracts = Self::default();
        each(input.contracts.items(), "contracts", findings, |contract, findings| {
            let id = contract.id.given();
            if let Some(id) = id {
                contracts.ids.add(id, findings);
                contracts.positions.enter(id, contracts.factors.len());
            }
            contracts.factors.push((id.map_or("", Text::as_str), factor(contract, findings)));
        });
        contracts.default = contracts.named(&input.contract, findings);
        contracts
    }

    /// The position of the contract that a field names; one that there is not is reported.
    pub(crate) fn named(&self, leaf: &Leaf<Text>, findings: &mut Findings) -> Option<u32> {
        let name = leaf.given()?;
        let found = self.positions.find(name).and_then(|at| u32::try_from(at).ok());
        if found.is_none() {
            findings.within("contract", |findings| {
                let problem = Problem::UnknownReference { id: name.to_string() };
                findings.guess(problem, |guesses| guesses.nearest(name, self.ids.iter()));
            });
        }
        found
    }

    /// The contract that supplies a line that names none: a contract is bought on one market, that of the country.
    pub(crate) fn default_in(
        &self,
        place: Option<Place>,
        of_production: Option<Place>,
        references: &References,
    ) -> Option<u32> {
        let country = |place: Option<Place>| place.map(|place| references.places().country(place.id));
        self.default.filter(|_| country(place) == country(of_production))
    }
}

/// The kilograms of CO2e per kWh beyond which a contract is doubtful: more than twice those of the highest grid of the
/// bundled tables, 0.893 in West Virginia (US EPA, eGRID2023); of the grids that are suspect, Turkmenistan has 1.306.
const DOUBTFUL: Decimal = Decimal::TWO;

/// Those beyond which it is absurd: as if carbon were burnt (0.4 kg of CO2 per kWh of its heat) at an efficiency of 4 %.
const ABSURD: Decimal = Decimal::TEN;

/// Warns of a contract that is doubtful; one that is absurd is an error.
fn plausible(factor: &Factor, findings: &mut Findings) -> Option<()> {
    let kilograms = factor.mass.converted(factor.value, Dimension::Emission.base())?;
    let per_kwh = Unit::parse("kWh")?.converted(kilograms, factor.unit)?;
    let value = number::text(per_kwh.normalize());
    if per_kwh > ABSURD {
        let (maximum, unit) = (number::text(ABSURD), "kgCO2e/kWh".to_string());
        findings.report_in("value", Problem::TooLarge { value, maximum, unit });
        return None;
    }
    if per_kwh > DOUBTFUL {
        findings.report_in("value", Problem::ContractHigh { value });
    }
    Some(())
}

/// The factor of a contract, which must be per unit of energy.
fn factor(contract: &wire::Contract, findings: &mut Findings) -> Option<Arc<Factor>> {
    let id = contract.id.given().cloned().unwrap_or_default();
    let factor = value::stated_factor(findings, id, &contract.value, &contract.unit, &contract.source);
    let evidence = value::written(findings, "evidence", &contract.evidence);
    let (factor, evidence) = (factor?, evidence?);
    if factor.unit.dimension() != Dimension::Energy {
        let expected = Unit::symbols(&[Dimension::Energy]);
        findings.report_in("unit", Problem::WrongUnit { unit: alloc::format!("{}", factor.unit), expected });
        return None;
    }
    plausible(&factor, findings)?;
    Some(Arc::new(Factor { source_row: evidence.into(), ..factor }))
}
