//! Global warming potentials: the CO2e of a gas in each report of the IPCC.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::collection::name_map::NameIndex;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::problems::Problems;
use crate::factor::key::Keys;
use crate::factor::source::Sources;
use crate::factor::split::Gas;
use crate::number;
use crate::table::Table;
use crate::table::columns::Content;
use crate::text::language::Language;
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// The set of warming potentials, over 100 years, of a footprint.
    pub enum Gwp {
        Published = "published", "ceux de chaque source", "those of each source";
        Ar5 = "ar5", "AR5", "AR5";
        Ar6 = "ar6", "AR6", "AR6";
    }
}

/// The sets of potentials that a source may state: the reports of the IPCC.
pub(crate) const SETS: [&str; 5] = ["SAR", "TAR", "AR4", "AR5", "AR6"];

/// The table of potentials.
pub(crate) const POTENTIALS: &str = "gwp.csv";

impl Gwp {
    /// The name of the set in sources and in the table, or `None` for each source's own.
    pub(crate) fn set(self) -> Option<&'static str> {
        (self != Self::Published).then(|| self.label(Language::En))
    }
}

/// The potential of a gas, or of the one fluid of a key, in a set.
#[derive(Clone, Debug)]
pub(crate) struct Potential {
    pub(crate) gas: String,
    pub(crate) set: &'static str,
    value: Decimal,
    /// The identifier of its source.
    pub(crate) source: String,
}

/// The potentials: a few dozen, so a list is as fast as a tree.
#[derive(Clone, Debug, Default)]
pub(crate) struct Potentials(Vec<Potential>);

impl Potentials {
    /// Reads the table; a missing one is empty.
    pub(crate) fn read(
        content: Option<Content<'_>>,
        keys: &Keys,
        sources: &Sources,
        problems: &mut Problems,
    ) -> Self {
        let columns = &["gas", "set", "value", "source", "source_row"];
        let Some(content) = content else { return Self::default() };
        let table = Table::read(POTENTIALS, content, columns, columns.len(), problems);
        let (mut potentials, mut seen) = (Vec::new(), NameIndex::default());
        for row in table.rows() {
            let known = |cell: &str| Gas::parse(cell).is_some() || keys.find(cell).is_some();
            let gas = row.parse("gas", |cell| known(cell).then(|| cell.to_string()), problems);
            let set = row.parse("set", |cell| SETS.into_iter().find(|set| *set == cell), problems);
            let positive = |cell: &str| number::parse(cell).ok().filter(|value| *value > Decimal::ZERO);
            let value = row.parse("value", positive, problems);
            let source = row.get("source").to_string();
            if sources.find(&source).is_none() {
                problems.push(row.unknown("source", &source, sources.ids()));
            }
            let (Some(gas), Some(set), Some(value)) = (gas, set, value) else { continue };
            let id = [&gas, " ", set].concat();
            if !seen.add(id.clone()) {
                problems.push(row.problem("gas", Problem::DuplicateRow { id }));
            }
            potentials.push(Potential { gas, set, value, source });
        }
        Self(potentials)
    }

    /// The potentials of a gas, or of the fluid of a key, in one set and in another, if the table has both.
    pub(crate) fn pair(&self, gas: &str, from: &str, into: &str) -> Option<(Decimal, Decimal)> {
        let of = |set: &str| Some(self.0.iter().find(|one| one.gas == gas && one.set == set)?.value);
        Some((of(from)?, of(into)?))
    }

    pub(crate) fn all(&self) -> &[Potential] {
        &self.0
    }
}
