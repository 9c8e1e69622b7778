//! Whether the parts of a footprint that was read fit together.

use crate::collection::name_map::NameIndex;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::Segment;
use crate::ledger::footprint::Footprint;
use crate::number::mass::Mass;
use alloc::string::ToString;

/// Reports every position beyond its list, every list of another length than its factor asks for, every identifier of a
/// line that is given twice, products out of order, and masses too large to be counted.
pub(crate) fn check(footprint: &Footprint, findings: &mut Findings) {
    let Footprint { production, sets, sources, places, keys, factors, proxies, assumptions, prices, .. } =
        footprint;
    let Footprint {
        routes,
        potentials,
        means,
        equivalences,
        requests,
        lines,
        products,
        excluded,
        warnings,
        ..
    } = footprint;
    let of_sources = sources.len();
    each("places", places, findings, |place, findings| {
        within("country", place.country.0, places.len(), findings)
    });
    each("factors", factors, findings, |factor, findings| {
        within("source", factor.source.0, of_sources, findings);
        factor.set.into_iter().for_each(|set| within("set", set.0, sets.len(), findings));
    });
    each("prices", prices, findings, |price, findings| {
        within("source", price.source.0, of_sources, findings)
    });
    each("potentials", potentials, findings, |source, findings| beyond(source.0, of_sources, findings));
    each("means", means, findings, |mean, findings| within("source", mean.source.0, of_sources, findings));
    each("equivalences", equivalences, findings, |row, findings| {
        within("source", row.source.0, of_sources, findings);
    });
    each("requests", requests, findings, |request, findings| {
        within("factor", request.factor.0, factors.len(), findings);
        request.key.into_iter().for_each(|key| within("key", key.0, keys.len(), findings));
        request.place.into_iter().for_each(|place| within("place", place.0, places.len(), findings));
        request.proxy.into_iter().for_each(|proxy| within("proxy", proxy.0, proxies.len(), findings));
    });
    let mut ids = NameIndex::default();
    let mut at = 0;
    each("lines", lines, findings, |line, findings| {
        if let Some(first) = ids.enter(&*line.id, at) {
            let (id, first) = (line.id.to_string(), alloc::format!("/lines/{first}"));
            findings.report_in("id", Problem::DuplicateId { id, first });
        }
        at = at.saturating_add(1);
        line.place.into_iter().for_each(|place| within("place", place.0, places.len(), findings));
        line.corrects.into_iter().for_each(|other| within("corrects", other.0, lines.len(), findings));
        let budget = production.budget.lines.len();
        line.budget_line.into_iter().for_each(|of| within("budget_line", of.0, budget, findings));
        findings.enter(Segment::Field("shares"));
        for (index, share) in line.shares.iter().enumerate() {
            findings.enter(Segment::Index(index));
            within("part", share.part.0, production.parts.len(), findings);
            findings.leave();
        }
        findings.leave();
    });
    let mut before = 0;
    let mut bound = Some(Mass::ZERO);
    each("excluded", excluded, findings, |excluded, findings| {
        within("line", excluded.line.0, lines.len(), findings);
        let line = excluded.reason.line;
        findings.within("reason", |findings| {
            line.into_iter().for_each(|line| within("line", line.0, lines.len(), findings));
        });
    });
    each("warnings", warnings, findings, |warning, findings| {
        warning.line.into_iter().for_each(|line| within("line", line.0, lines.len(), findings));
    });
    each("products", products, findings, |product, findings| {
        within("line", product.line.0, lines.len(), findings);
        if product.line.0 < before {
            findings.report_in("line", Problem::OutOfOrder {});
        }
        before = product.line.0;
        within("request", product.request.0, requests.len(), findings);
        if let Some(factor) = footprint.factor_of(product)
            && factor.width() != product.masses.len()
        {
            let (found, expected) = (product.masses.len() as u64, factor.width() as u64);
            findings.report_in("masses", Problem::WrongLength { found, expected });
        }
        for mass in &product.masses {
            let size = Mass::from_micrograms(mass.micrograms().abs());
            bound = bound.zip(size).and_then(|(bound, size)| bound.checked_add(size));
        }
        findings.enter(Segment::Field("terms"));
        for (index, term) in product.terms.iter().enumerate() {
            findings.enter(Segment::Index(index));
            term.assumption
                .into_iter()
                .for_each(|of| within("assumption", of.0, assumptions.len(), findings));
            term.price.into_iter().for_each(|price| within("price", price.0, prices.len(), findings));
            term.route.into_iter().for_each(|route| within("route", route.0, routes.len(), findings));
            findings.leave();
        }
        findings.leave();
    });
    if bound.is_none() {
        findings.report_in("products", Problem::Overflow {});
    }
}

fn each<'t, T>(
    field: &'static str,
    list: &'t [T],
    findings: &mut Findings,
    mut check: impl FnMut(&'t T, &mut Findings),
) {
    findings.enter(Segment::Field(field));
    for (index, item) in list.iter().enumerate() {
        findings.enter(Segment::Index(index));
        check(item, findings);
        findings.leave();
    }
    findings.leave();
}

/// Reports a position in a field that is beyond its list.
fn within(field: &'static str, position: u32, length: usize, findings: &mut Findings) {
    findings.within(field, |findings| beyond(position, length, findings));
}

fn beyond(position: u32, length: usize, findings: &mut Findings) {
    if u64::from(position) >= length as u64 {
        findings.report(Problem::UnknownPosition { position, length: length as u64 });
    }
}
