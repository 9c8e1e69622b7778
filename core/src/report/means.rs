//! Published means of works of the same kind, beside the footprint.

use alloc::format;
use alloc::string::String;

use rust_decimal::Decimal;

use crate::factor::split::Account;
use crate::ledger::footprint::Completeness;
use crate::number::display;
use crate::number::mass::Mass;
use crate::reference::published_mean::{MeanOf, PublishedMean};
use crate::report::Page;
use crate::text::vocabulary::Term;
use crate::view::indicator::Indicators;

impl Page<'_> {
    /// The published means for the kind of work.
    pub(crate) fn published_means(&mut self) {
        let footprint = self.footprint;
        if footprint.published_means().next().is_none() {
            return;
        }
        self.heading("Moyennes publiées", "Published means");
        let mut source = "";
        for mean in footprint.published_means() {
            if source != mean.source.id {
                let (kind, colon) = (mean.kind.label(self.language), self.language.colon());
                let title = format!("{kind}{colon}{}, {}", mean.source.publisher, mean.source.name);
                self.paragraph("  ", &title);
            }
            let line = self.published_mean(mean);
            self.paragraph("    ", &line);
            source = &mean.source.id;
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
        let parts = &self.footprint.production.0.parts;
        parts.is_empty() || matches!(&parts[..], [one] if one.count == Decimal::ONE)
    }

    /// One mean and its range, with the footprint beside it if the two are comparable: not for an episode or one of
    /// several works, since it is unknown which lines these share, and only as a lower bound if lines are left out.
    fn published_mean(&self, published: &PublishedMean) -> String {
        let language = self.language;
        let written = |mass| display::mass(mass, language);
        let PublishedMean { of, mean, least, most, .. } = published;
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
        let own = match of {
            MeanOf::Work if self.is_of_one_work() => Some(self.footprint.total(Account::Counted)),
            MeanOf::Hour => Indicators::of(self.footprint).per_hour,
            MeanOf::Work | MeanOf::Episode => None,
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
        format!("{} {}{note}{range}{}", written(*mean), of.label(language), own.unwrap_or_default())
    }
}
