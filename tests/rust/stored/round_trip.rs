//! What is read back is what was written, and gives the same to the byte.

use claquette::output::{BudgetCoverage, FootprintIndicators, FootprintSummary, FootprintView, Output};
use claquette::{
    Account, Axis, Coverage, Footprint, Indicators, Language, Limits, MonetaryShare, Part, Term, Variance,
    Verification, headline, html, report, view,
};

use crate::footprints;

/// Everything that is shown of a footprint.
fn shown(footprint: &Footprint) -> Vec<String> {
    let mut shown = vec![FootprintSummary::new(footprint).to_json()];
    shown.push(FootprintIndicators::new(Indicators::of(footprint)).to_json());
    shown.push(format!("{:?}", MonetaryShare::by_post(footprint)));
    shown.extend(BudgetCoverage::all(footprint).iter().map(|coverage| format!("{coverage:?}")));
    let labels = footprint.lines.iter().flat_map(|line| line.labels.iter());
    let mut axes: Vec<Axis> =
        Axis::all().chain(labels.map(|(name, _)| Axis::Label(name.to_string()))).collect();
    axes.dedup();
    for language in [Language::Fr, Language::En] {
        shown.push(report(footprint, language));
        shown.push(html(footprint, language));
        shown.push(headline(footprint, language));
        shown.extend(Coverage::of(footprint).iter().map(|coverage| coverage.text(language)));
        for axis in &axes {
            shown.push(view(footprint, axis, Account::Counted, &[Part::Contrails]).text(language));
        }
    }
    for (axis, account) in
        axes.iter().flat_map(|axis| Account::ALL.iter().map(move |account| (axis, *account)))
    {
        shown.push(FootprintView::new(&view(footprint, axis, account, &[])).to_json());
    }
    shown
}

#[test]
fn every_footprint_gives_the_same_when_it_is_read_back() {
    let footprints = footprints();
    assert!(footprints.len() > 500, "{} footprints", footprints.len());
    for (name, footprint) in footprints {
        let stored = footprint.to_json();
        let read = Footprint::from_json(stored.as_bytes(), &Limits::default());
        let read = read.unwrap_or_else(|problems| panic!("{name}: {problems:?}\n{stored}"));
        assert_eq!(read, footprint, "{name}");
        assert_eq!(read.to_json(), stored, "{name}");
        let pretty = Footprint::from_json(footprint.to_json_pretty().as_bytes(), &Limits::default());
        assert_eq!(pretty.as_ref(), Ok(&footprint), "{name}");
        assert_eq!(shown(&read), shown(&footprint), "{name}");
        claquette::audit(&read).unwrap_or_else(|found| panic!("{name}: {found}"));
        let variance = Variance::between(&read, &footprint, Account::Counted).expect("one production");
        assert!(variance.rows.is_empty(), "{name}");
        let verification = Verification::of(FootprintSummary::new(&read).to_json().as_bytes(), &footprint);
        assert!(verification.expect("a result").holds(), "{name}");
    }
}
