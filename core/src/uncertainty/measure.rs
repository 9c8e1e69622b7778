//! What would narrow a total: a better datum, a factor of the country, quantities instead of money.

use alloc::vec::Vec;

use crate::collection::sorting::sorted;
use crate::ledger::footprint::Footprint;
use crate::ledger::position::LineAt;
use crate::text::vocabulary::vocabulary;
use crate::uncertainty::cause::CauseKind;
use crate::uncertainty::loading::{Loading, Loadings};
use crate::uncertainty::options::UncertaintyOptions;
use crate::uncertainty::spread::Spread;

vocabulary! {
    /// What would narrow the uncertainty of a line.
    pub enum MeasureKind {
        Datum = "datum", "relever la quantité réelle", "measure the real quantity";
        Proxy = "proxy", "trouver un facteur du pays", "find a factor of the country";
        Money = "money", "remplacer le montant par des quantités", "replace the amount by quantities";
    }
}

/// What a measure does.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measure {
    pub(crate) line: LineAt,
    pub(crate) kind: MeasureKind,
    /// How much variance it takes away, in kg².
    pub(crate) gain: f64,
}

/// How many measures are told.
const MOST: usize = 10;

/// The measures that take away most of the variance of a total. `sums` has, for each uncertain value, the sum of its
/// loadings.
pub(crate) fn measures(
    footprint: &Footprint,
    options: &UncertaintyOptions,
    loadings: &Loadings,
    sums: &[f64],
) -> Vec<Measure> {
    let real = Spread::of(options.real);
    let mut found = Vec::new();
    for of_line in loadings.all.chunk_by(|one, other| one.line == other.line) {
        let Some(line) = of_line.first().map(|loading| loading.line) else { continue };
        let quality = footprint.tags(line).and_then(|tags| tags.quality.as_ref());
        let datum = options.datum(quality);
        let better = if datum > real { 1.0 - real.0 / datum.0 } else { 0.0 };
        for (kind, part) in
            [(MeasureKind::Datum, better), (MeasureKind::Proxy, 1.0), (MeasureKind::Money, 1.0)]
        {
            let taken = of_line.iter().filter(|loading| narrows(kind, loadings, loading));
            let gain = gain(taken.map(|loading| (loading.cause, loading.value * part)).collect(), sums);
            if gain > 0.0 {
                found.push(Measure { line, kind, gain });
            }
        }
    }
    let mut best = sorted(found, |one: &Measure, other| other.gain.total_cmp(&one.gain));
    best.truncate(MOST);
    best
}

/// Whether a measure concerns a loading.
fn narrows(kind: MeasureKind, loadings: &Loadings, loading: &Loading) -> bool {
    let cause = loadings.causes.get(loading.cause).map(|cause| cause.kind);
    match kind {
        MeasureKind::Datum => {
            matches!(cause, Some(CauseKind::Datum | CauseKind::Document | CauseKind::Calendar))
        }
        MeasureKind::Proxy => cause == Some(CauseKind::Proxy),
        MeasureKind::Money => {
            matches!(cause, Some(CauseKind::Ratios | CauseKind::PriceIndex | CauseKind::ExchangeRate))
        }
    }
}

/// How much variance goes if so much of the loadings of each uncertain value goes.
fn gain(taken: Vec<(usize, f64)>, sums: &[f64]) -> f64 {
    let by_cause = sorted(taken, |(one, _): &(usize, f64), (other, _)| one.cmp(other));
    let of_cause = by_cause.chunk_by(|(one, _), (other, _)| one == other).map(|of_cause| {
        let taken: f64 = of_cause.iter().map(|(_, value)| value).sum();
        let sum = of_cause.first().and_then(|(cause, _)| sums.get(*cause)).copied().unwrap_or_default();
        sum * sum - (sum - taken) * (sum - taken)
    });
    of_cause.sum()
}
