//! How uncertain a footprint is by what was entered.

pub(crate) mod cause;
pub(crate) mod family;
pub(crate) mod grade;
pub(crate) mod interval;
pub(crate) mod loading;
pub(crate) mod measure;
pub(crate) mod options;
pub(crate) mod result;
pub(crate) mod shared_data;
pub(crate) mod spread;
pub(crate) mod sums;
pub(crate) mod term;

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::collection::name_map::NameMap;
use crate::collection::sorting::sorted;
use crate::factor::split::{Account, Gas, Part};
use crate::ledger::footprint::Footprint;
use crate::ledger::options::Completeness;
use crate::ledger::position::{LineAt, ProductAt};
use crate::ledger::product::Entry;
use crate::number::Exact;
use crate::number::mass::Mass;
use crate::number::ratio::scaled;
use crate::text::language::Language;
use crate::uncertainty::interval::{Interval, Sum};
use crate::uncertainty::loading::Loadings;
use crate::uncertainty::measure::measures;
use crate::uncertainty::options::UncertaintyOptions;
use crate::uncertainty::result::{
    AssumedSpread, FootprintUncertainty, GroupInterval, LineInterval, UncertaintyCause, UncertaintyMeasure,
};
use crate::uncertainty::spread::{Spread, decimal};
use crate::uncertainty::sums::Products;
use crate::view::axis::{Axis, Rank};

/// How many uncertain values are told.
const MOST_CAUSES: usize = 20;

/// The decimal places of shares of a variance.
const SHARE_PLACES: u32 = 9;

/// The uncertainty of the counted emissions of a footprint.
///
/// Each product moves with its factor, its datum, its assumptions, its prices and its proxy. To the first order, the
/// variance of a sum is Σ over these values of (Σ of mass × sensitivity × ln GSD²)². What several lines rest on varies
/// once: factors of one source, key and place, contrails, the model of spend-based factors, an assumption, a price index, an
/// exchange rate, the calendar, a document. Source: Bilan Carbone method v9, 4.4.2, which takes all lines as independent;
/// JCGM 100:2008 (GUM), 5.2, for what is correlated.
pub fn uncertainty(footprint: &Footprint, options: &UncertaintyOptions) -> FootprintUncertainty {
    let loadings = Loadings::of(footprint, options);
    let products = Products::of(footprint, &loadings);
    let is_partial = footprint.completeness() == Completeness::Partial;
    let total = products.sums(1, |_| Some(0)).first().copied().unwrap_or_default();
    let of_line = |product| line_of(footprint, product);
    let lines = products.sums(footprint.lines.len(), of_line);
    let independent = Sum { variance: lines.iter().map(|line| line.variance).sum(), ..total };
    let interval = total.interval(is_partial);
    let mut sums = alloc::vec![0.0; loadings.causes.len()];
    for loading in &loadings.all {
        if let Some(sum) = sums.get_mut(loading.cause) {
            *sum += loading.value;
        }
    }
    let measures = measures(footprint, options, &loadings, &sums).into_iter().map(|measure| {
        let line = footprint.line_id(measure.line).to_string();
        let (share, gsd2) = (share(measure.gain, total), without(measure.gain, total, is_partial));
        UncertaintyMeasure { line, kind: measure.kind, share, gsd2 }
    });
    let measures = measures.collect();
    let priced = footprint.lines.iter().zip(&lines).filter(|(_, sum)| sum.gross != Mass::ZERO);
    let unstated = priced.filter(|(tags, _)| !UncertaintyOptions::is_stated(tags.quality.as_ref()));
    let unstated_lines = u32::try_from(unstated.count()).unwrap_or(u32::MAX);
    let assumed = loadings.assumed.iter().filter_map(|(factor, family)| {
        let factor = factor.of(&footprint.factors)?.id.clone();
        Some(AssumedSpread { factor, family: *family, percent: Exact(family.percent()) })
    });
    let assumed = assumed.collect();
    let (causes, other_causes) = causes(&loadings, &sums, total, is_partial);
    FootprintUncertainty {
        factor_spread: options.factors,
        total: interval,
        independent_gsd2: independent.interval(is_partial).gsd2,
        per_hour: per_hour(footprint, interval),
        posts: groups(footprint, &products, &Axis::Post),
        sections: groups(footprint, &products, &Axis::Section),
        lines: of_lines(footprint, &lines),
        causes,
        other_causes,
        measures,
        assumed,
        unstated_lines,
    }
}

fn line_of(footprint: &Footprint, product: usize) -> Option<usize> {
    usize::try_from(footprint.products.get(product)?.line.0).ok()
}

/// The interval per hour of content, of which there is no doubt.
fn per_hour(footprint: &Footprint, total: Interval) -> Option<Interval> {
    let minutes = footprint.production.minutes?.0;
    let of = |mass| scaled(mass, 60.into(), minutes);
    let (lower, upper) = (total.lower.and_then(of), total.upper.and_then(of));
    Some(Interval { kgco2e: of(total.kgco2e)?, lower, upper, ..total })
}

/// The intervals of the groups of an axis, in its order.
fn groups(footprint: &Footprint, products: &Products<'_>, axis: &Axis) -> Vec<GroupInterval> {
    let mut known: NameMap<'static, (usize, Rank)> = NameMap::default();
    let mut count = 0_usize;
    let mut group_of = alloc::vec![None; footprint.products.len()];
    let at = (0_u32..).map(ProductAt).zip(&footprint.products).zip(&mut group_of);
    for ((at, product), group) in at {
        let Some(rank) = axis.of_entry(footprint, &entry(product.line, at)) else {
            continue;
        };
        let name = [&*rank.0.to_string(), " ", &rank.1].concat();
        *group = match known.enter(name, (count, rank)) {
            Some((known, _)) => Some(*known),
            None => {
                count = count.saturating_add(1);
                Some(count.saturating_sub(1))
            }
        };
    }
    let sums = products.sums(count, |product| group_of.get(product).copied().flatten());
    let ranked = sorted(known.into_values(), |(_, one): &(usize, Rank), (_, other)| one.cmp(other));
    let ranked = ranked.into_iter().filter_map(|(group, rank)| {
        let interval = sums.get(group)?.interval(lacks(footprint, axis, &rank));
        let [fr, en] = [Language::Fr, Language::En].map(|language| axis.label(footprint, &rank, language));
        Some(GroupInterval { group: rank.1, fr, en, interval })
    });
    ranked.collect()
}

/// Whether a group may lack lines that were left out: what their post would be is not known.
fn lacks(footprint: &Footprint, axis: &Axis, rank: &Rank) -> bool {
    footprint.excluded.iter().any(|excluded| match axis {
        // It has no product, and the section is that of its line.
        Axis::Section => {
            axis.of_entry(footprint, &entry(excluded.line, ProductAt(u32::MAX))).as_ref() == Some(rank)
        }
        _ => true,
    })
}

/// What an axis that asks for the line and the product alone needs to know.
fn entry(line: LineAt, product: ProductAt) -> Entry {
    Entry {
        line,
        product,
        account: Account::Counted,
        part: Part::Whole,
        gas: Gas::Unallocated,
        mass: Mass::ZERO,
    }
}

fn of_lines(footprint: &Footprint, sums: &[Sum]) -> Vec<LineInterval> {
    let mut is_excluded = alloc::vec![false; sums.len()];
    for excluded in &footprint.excluded {
        let line = usize::try_from(excluded.line.0).ok();
        if let Some(flag) = line.and_then(|line| is_excluded.get_mut(line)) {
            *flag = true;
        }
    }
    let lines = (0_u32..).map(LineAt).zip(sums.iter().zip(is_excluded));
    let told = lines.filter(|(_, (sum, is_excluded))| *is_excluded || sum.gross != Mass::ZERO);
    told.map(|(line, (sum, is_excluded))| LineInterval {
        line: footprint.line_id(line).to_string(),
        interval: sum.interval(is_excluded),
    })
    .collect()
}

/// The uncertain values that weigh most, and the share of all others.
fn causes(loadings: &Loadings, sums: &[f64], total: Sum, is_partial: bool) -> (Vec<UncertaintyCause>, Exact) {
    let weighty =
        sums.iter().enumerate().filter(|(_, sum)| **sum != 0.0).map(|(cause, sum)| (cause, sum * sum));
    let ranked = sorted(weighty.collect(), |(_, one): &(usize, f64), (_, other)| other.total_cmp(one));
    let (told, others) = ranked.split_at_checked(MOST_CAUSES).unwrap_or((&ranked, &[]));
    let told = told.iter().filter_map(|(at, gain)| {
        let cause = loadings.causes.get(*at)?;
        Some(UncertaintyCause {
            kind: cause.kind,
            code: cause.code.clone(),
            fr: cause.fr.clone(),
            en: cause.en.clone(),
            share: share(*gain, total),
            reducible: cause.is_reducible(),
            gsd2_without: without(*gain, total, is_partial),
        })
    });
    (told.collect(), share(others.iter().map(|(_, gain)| gain).sum(), total))
}

/// The share of a variance in that of a sum.
fn share(of: f64, sum: Sum) -> Exact {
    let share = if sum.variance > 0.0 { of / sum.variance } else { 0.0 };
    Exact(decimal(share, SHARE_PLACES).unwrap_or_default())
}

/// The GSD² of a sum without some of its variance.
fn without(of: f64, sum: Sum, is_partial: bool) -> Option<Exact> {
    let rest = Sum { variance: (sum.variance - of).max(0.0), ..sum };
    rest.spread().filter(|_| !is_partial).and_then(Spread::gsd2)
}
