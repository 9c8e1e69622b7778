//! Published means of works of the same kind, beside the footprint.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::factor::split::Account;
use crate::ledger::options::Completeness;
use crate::ledger::used::mean::UsedMean;
use crate::number::Exact;
use crate::number::display;
use crate::number::mass::Mass;
use crate::reference::published_mean::MeanOf;
use crate::report::Page;
use crate::text::vocabulary::Term;
use crate::view::indicator::Indicators;

impl Page<'_> {
    /// The published means for the kind of work.
    pub(crate) fn published_means(&mut self) {
        let footprint = self.footprint;
        if footprint.means.is_empty() {
            return;
        }
        self.heading("Moyennes publiées", "Published means");
        let mut source = None;
        for mean in &footprint.means {
            if source != Some(mean.source) {
                let (kind, colon) = (mean.kind.label(self.language), self.language.colon());
                let of = mean.source.of(&footprint.sources);
                let (publisher, name) = of.map_or(("", ""), |source| (&source.publisher, &source.name));
                let details = self.details(mean);
                self.paragraph("  ", &format!("{kind}{colon}{publisher}, {name}{details}"));
            }
            let line = self.published_mean(mean);
            self.paragraph("    ", &line);
            source = Some(mean.source);
        }
        self.paragraph(
            "  ",
            self.say(
                "Ces moyennes viennent d’autres calculs : autres facteurs, autre périmètre, prévisionnels et définitifs confondus. Un repère, pas un jugement.",
                "These means come from other calculations: other factors, another perimeter, forecasts and final footprints in one. A point of reference, not a judgement.",
            ),
        );
    }

    /// Whether the production consists of one work, as far as its parts are stated.
    fn is_of_one_work(&self) -> bool {
        let parts = &self.footprint.production.parts;
        parts.is_empty() || matches!(&parts[..], [one] if one.count == Exact::ONE)
    }

    /// Of when, how many and what the means of a source are, and where they were read, if not in its report.
    fn details(&self, mean: &UsedMean) -> String {
        let (language, colon) = (self.language, self.language.colon());
        let perimeter = mean.perimeter(language);
        let perimeter = if perimeter.is_empty() {
            String::new()
        } else {
            format!("{}{colon}{perimeter}", self.say("périmètre", "perimeter"))
        };
        let sample = mean.sample.map(|sample| {
            let sample = display::written(sample.into(), language);
            format!("{sample} {}", self.say("productions", "productions"))
        });
        let read = match &*mean.read_in {
            "" => String::new(),
            read => format!("{} {read}", self.say("lu dans", "read in")),
        };
        let parts = [mean.period.to_string(), sample.unwrap_or_default(), perimeter, read];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let between = self.say(" ; ", "; ");
        if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(between)) }
    }

    /// One mean and its range, with the footprint beside it if the two are comparable: not for one of several works,
    /// since it is unknown which lines these share, and only as a lower bound if lines are left out.
    fn published_mean(&self, published: &UsedMean) -> String {
        let language = self.language;
        let written = |mass| display::mass(mass, language);
        let UsedMean { of, mean, least, most, .. } = published;
        let range = match (least, most) {
            (Some(least), Some(most)) => {
                let (least, most) = (written(*least), written(*most));
                self.say(format!(", de {least} à {most}"), format!(", from {least} to {most}"))
            }
            (None, Some(most)) => {
                let most = written(*most);
                self.say(format!(", au plus {most}"), format!(", at most {most}"))
            }
            _ => String::new(),
        };
        let indicators = Indicators::of(self.footprint);
        let own = match of {
            MeanOf::Work if self.is_of_one_work() => Some(self.footprint.total(Account::Counted)),
            MeanOf::Work => None,
            MeanOf::Hour => indicators.per_hour,
            MeanOf::ShootingDay => indicators.per_shooting_day,
            MeanOf::Episode | MeanOf::Edition | MeanOf::Spot => {
                indicators.per_unit.filter(|_| indicators.unit.is_some_and(|unit| unit.text() == of.text()))
            }
        };
        let partial = self.footprint.completeness() == Completeness::Partial;
        let own = own.filter(|own| *own > Mass::ZERO).map(|own| match (written(own), partial) {
            (own, false) => self.say(format!(" ; ici {own}"), format!("; here {own}")),
            (own, true) => self.say(
                format!(" ; ici au moins {own} (bilan partiel)"),
                format!("; here at least {own} (partial footprint)"),
            ),
        });
        let note = match published.note(language) {
            "" => String::new(),
            note => format!(" ({note})"),
        };
        let hand =
            if published.read_in.is_empty() { "" } else { self.say(" (seconde main)", " (second hand)") };
        let own = own.unwrap_or_default();
        format!("{} {}{note}{range}{hand}{own}", written(*mean), of.label(language))
    }
}
