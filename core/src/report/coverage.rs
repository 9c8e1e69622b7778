//! How much of the budget a report accounts for.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::collection::sorting::sorted;
use crate::number::display;
use crate::report::Page;
use crate::report::bar::bar;
use crate::text::language::Language;
use crate::text::printable::printable;
use crate::text::vocabulary::Term;
use crate::view::coverage::{Coverage, CoverageState, CoveredLine};

/// How many lines of the budget that are not wholly counted are listed.
const NAMED: usize = 10;

impl Page<'_> {
    /// The section on the budget: its five states, and what is not yet counted.
    pub(crate) fn coverage(&mut self) {
        let coverages = Coverage::of(self.footprint);
        if coverages.is_empty() {
            return;
        }
        self.heading("Part du devis prise en compte", "How much of the budget is accounted for");
        for coverage in &coverages {
            let text = coverage.text(self.language);
            self.text.push_str(&text);
        }
    }
}

impl Coverage {
    /// The coverage as text: the five states with their shares, and the lines of the budget of which most is not counted
    /// or counted for an unknown amount.
    pub fn text(&self, language: Language) -> String {
        let currency = self.currency.label(language);
        let written = |amount: Decimal| format!("{} {currency}", display::written(amount, language));
        let mut text = String::new();
        for (state, amount) in self.amounts() {
            let share = self.share(amount).unwrap_or_default();
            let (label, percent) = (state.label(language), display::percent(share, language));
            let line = format!("  {label:<24}  {:>16}  {percent:>6}  {}", written(amount), bar(share));
            text.extend([line.trim_end(), "\n"]);
        }
        let label = language.pick("devis", "budget");
        text.push_str(&format!("  {label:<24}  {:>16}\n", written(self.total)));
        let open = self.lines.iter().filter_map(|line| Some((line, line.open()?)));
        let open: Vec<(&CoveredLine, (CoverageState, Decimal))> = open.collect();
        let count = open.len();
        let open = sorted(open, |(_, (_, a)), (_, (_, b))| b.cmp(a));
        for (line, (state, amount)) in open.into_iter().take(NAMED) {
            let label: String = line.label.as_deref().unwrap_or_default().chars().map(printable).collect();
            let id: String = line.id.chars().map(printable).collect();
            let name = if label.is_empty() { id } else { format!("{id} {label}") };
            text.push_str(&format!("    • {name}{}{}", language.colon(), written(amount)));
            if state == CoverageState::Partial {
                text.push_str(&format!(" ({})", state.label(language)));
            }
            text.push('\n');
        }
        if let Some(others @ 1..) = count.checked_sub(NAMED) {
            let label = language.counted(
                others.into(),
                ["autre ligne du devis", "autres lignes du devis"],
                ["other line of the budget", "other lines of the budget"],
            );
            text.push_str(&format!("    • {others} {label}\n"));
        }
        if self.unlisted > Decimal::ZERO {
            let label = language.pick("dans aucune ligne du devis", "in no line of the budget");
            text.push_str(&format!("    • {label}{}{}\n", language.colon(), written(self.unlisted)));
        }
        text
    }
}

impl CoveredLine {
    /// What of it is not counted, or only in part, for an amount that is unknown.
    fn open(&self) -> Option<(CoverageState, Decimal)> {
        let is_open = |state| matches!(state, CoverageState::Partial | CoverageState::NotEntered);
        self.states.iter().copied().find(|(state, _)| is_open(*state))
    }
}
