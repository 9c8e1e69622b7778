//! The engine gives what it gave before it was rebuilt, but for the changes that are listed with their reasons.

use claquette_conformance::net::{Change, Rows, changes, first_difference, observed, stored};

#[test]
fn every_mass_and_every_code_is_what_it_was() {
    let mut expected = stored();
    for change in changes() {
        change.apply(&mut expected).unwrap_or_else(|problem| panic!("changes.txt: {problem}"));
    }
    let observed = observed();
    let difference = first_difference(&expected, &observed);
    assert!(difference.is_none(), "{}", difference.unwrap_or_default());
    let rows = |what: &str| {
        let rows = observed.iter().flat_map(|(_, rows)| rows);
        rows.filter(|row| row.split('\t').nth(1) == Some(what)).count()
    };
    // 441 vectors, and fourteen productions in two sets of warming potentials each.
    assert_eq!(rows("status"), 441 + 2 * 14);
    println!("{} masses and {} problems are what they were", rows("mass"), rows("problem"));
}

fn rows(text: &str) -> Rows {
    vec![("plane".into(), text.lines().map(|line| line.replace(" | ", "\t")).collect())]
}

const WAS: &str = "\
    far | mass | L1 | counted | combustion | co2 | 24000000000\n\
    far | mass | L2 | counted | upstream | co2 | 12\n\
    far | problem | expired-factor | /lines/0\n\
    far | status | complete";

#[test]
fn a_microgram_more_is_a_difference_that_names_its_case_and_line() {
    assert_eq!(first_difference(&rows(WAS), &rows(WAS)), None);
    let is = WAS.replace("24000000000", "24000000001");
    let difference = first_difference(&rows(WAS), &rows(&is)).expect("a difference");
    let expected = "plane: case `far`, line `L1`\n    was far | mass | L1 | counted | combustion | co2 | 24000000000\n    \
                    is  far | mass | L1 | counted | combustion | co2 | 24000000001";
    assert_eq!(difference, expected);
}

/// The same on the net itself: any of its masses, the first and the last.
#[test]
fn a_microgram_more_in_any_stored_mass_is_a_difference() {
    let rows = stored();
    for (at, (_, of_file)) in rows.iter().enumerate() {
        let Some(row) = of_file.iter().rposition(|row| row.split('\t').nth(1) == Some("mass")) else {
            continue;
        };
        let mut planted = rows.clone();
        let (cells, mass) = of_file[row].rsplit_once('\t').expect("a mass is the last cell");
        let mass: i128 = mass.parse().expect("micrograms");
        planted[at].1[row] = format!("{cells}\t{}", mass + 1);
        let difference = first_difference(&rows, &planted).expect("a difference");
        let case = cells.split('\t').next().unwrap_or_default();
        assert!(difference.contains(&format!("case `{case}`")), "{difference}");
    }
}

#[test]
fn a_row_or_a_file_too_many_or_too_few_is_a_difference() {
    let without = rows(&WAS.replace("far | problem | expired-factor | /lines/0\n", ""));
    let difference = first_difference(&rows(WAS), &without).expect("a difference");
    assert!(difference.contains("case `far`\n    was far | problem | expired-factor"), "{difference}");
    let difference = first_difference(&without, &rows(WAS)).expect("a difference");
    assert!(difference.contains("is  far | problem | expired-factor"), "{difference}");
    let twice = rows(&format!("{WAS}\nfar | status | complete"));
    assert!(first_difference(&rows(WAS), &twice).expect("a difference").contains("was none"));
    assert!(first_difference(&twice, &rows(WAS)).expect("a difference").contains("is  none"));
    assert!(first_difference(&rows(WAS), &Vec::new()).is_some());
}

#[test]
fn a_change_is_applied_with_its_reason_and_only_if_needed() {
    let text = "# a comment\n\n- far\tmass\tL2\tcounted\tupstream\tco2\t12\n+ far\tmass\tL2\tcounted\tupstream\tco2\t13\n\
                + far\tproblem\todd\t/lines/1\nTwelve was\nrounded twice.\n";
    let changes = Change::read(text);
    assert_eq!(changes.len(), 1);
    let mut expected = rows(WAS);
    changes[0].apply(&mut expected).expect("a change of a row that is there");
    let is = WAS
        .replace("co2 | 12", "co2 | 13")
        .replace("/lines/0\n", "/lines/0\nfar | problem | odd | /lines/1\n");
    assert_eq!(expected, rows(&is));
    // Applied where the engine still gives what it gave, it is a difference; twice, it is refused.
    assert!(first_difference(&expected, &rows(WAS)).is_some());
    assert!(changes[0].apply(&mut expected).expect_err("not needed").contains("no row `far"));
    let elsewhere = Change::read("+ near\tstatus\tcomplete\nNew.");
    assert!(elsewhere[0].apply(&mut expected).expect_err("not a case").contains("no case"));
}

#[test]
#[should_panic(expected = "a change without a reason")]
fn a_change_needs_a_reason() {
    Change::read("- far\tstatus\tcomplete\n");
}

#[test]
#[should_panic(expected = "changes nothing")]
fn a_change_changes() {
    Change::read("- far\tstatus\tcomplete\n+ far\tstatus\tcomplete\nFor nothing.\n");
}
