//! The uncertainty of a report: what makes the total uncertain, and what would narrow it.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::number::display;
use crate::report::Page;
use crate::text::vocabulary::Term;
use crate::uncertainty::cause::CauseKind;
use crate::uncertainty::result::UncertaintyCause;

/// How many causes and how many measures a report tells; the JSON result has more.
const TOLD: usize = 5;

impl Page<'_> {
    /// The interval, its causes, and what would narrow it.
    pub(crate) fn uncertainty(&mut self) {
        let language = self.language;
        let total = self.uncertainty.total;
        let Some((lower, upper)) = total.lower.zip(total.upper) else { return };
        self.heading("Incertitude", "Uncertainty");
        let text = display::interval(total.kgco2e, lower, upper, language);
        let says = self.say(
            "à 95 %, pour l’incertitude de ce qui est saisi ; rien n’y dit ce qui manque, ni les biais, ni la méthode.",
            "at 95%, for the uncertainty of what was entered; it says nothing of what is missing, of bias or of the method.",
        );
        self.paragraph("  ", &format!("{text} CO2e {says}"));
        let unstated = self.uncertainty.unstated_lines;
        if unstated > 0 {
            let lines = language.counted(unstated.into(), ["ligne", "lignes"], ["line", "lines"]);
            let text = self.say(
                format!("{unstated} {lines} sans qualité de donnée : × ou ÷ 1,5 par hypothèse."),
                format!("{unstated} {lines} without a quality of data: × or ÷ 1.5 is assumed."),
            );
            self.paragraph("  ", &text);
        }
        let causes: &[UncertaintyCause] = &self.uncertainty.causes;
        let causes = causes.iter().take(TOLD).map(|cause| {
            let (share, colon) = (display::percent(cause.share.0, language), language.colon());
            let (kind, label) = (cause.kind.label(language), language.pick(&cause.fr, &cause.en));
            match cause.kind {
                CauseKind::Contrails | CauseKind::Calendar => format!("{share}{colon}{kind}"),
                _ => format!("{share}{colon}{kind}, {label}"),
            }
        });
        let causes: Vec<String> = causes.collect();
        if !causes.is_empty() {
            self.line(self.say("  Ce qui y pèse le plus", "  What weighs most in it"));
            causes.iter().for_each(|cause| self.paragraph("    • ", cause));
        }
        let measures = self.uncertainty.measures.iter().take(TOLD).map(|measure| {
            let (share, colon) = (display::percent(measure.share.0, language), language.colon());
            format!("{}{colon}{} (−{share})", measure.line, measure.kind.label(language))
        });
        let measures: Vec<String> = measures.collect();
        if !measures.is_empty() {
            self.line(self.say("  Ce qui la réduirait", "  What would narrow it"));
            measures.iter().for_each(|measure| self.paragraph("    • ", measure));
        }
    }
}
