//! What others have found of works of the same kind, beside what this one emits.

use alloc::format;
use alloc::string::String;

use super::Page;
use crate::factor::Account;
use crate::figure;
use crate::published_mean::{MeanOf, PublishedMean};
use crate::view::Indicators;
use crate::words::Word;

impl Page<'_> {
    /// The published means of works of its kind.
    pub(super) fn published_means(&mut self) {
        let means: alloc::vec::Vec<&PublishedMean> = self.footprint.published_means().collect();
        let Some(first) = means.first() else { return };
        let (kind, source) = (first.kind.label(self.language), &first.source);
        let (colon, name) = (self.language.colon(), &source.name);
        let title = format!("{kind}{colon}{}, {name}", source.publisher);
        self.heading("Moyennes publiées", "Published means");
        self.paragraph("  ", &title);
        for mean in means {
            let line = self.published_mean(mean);
            self.paragraph("    ", &line);
        }
        self.paragraph(
            "  ",
            self.say(
                "Autres facteurs, autres périmètres, prévisionnels et définitifs mêlés, sans médiane : cela situe, et ne juge pas.",
                "Other factors, other perimeters, forecasts among final footprints, no median: this places, and does not judge.",
            ),
        );
    }

    /// One mean, its range, and the footprint beside it; of episodes nobody knows which lines they share.
    fn published_mean(&self, published: &PublishedMean) -> String {
        let language = self.language;
        let written = |mass| figure::mass(mass, language);
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
            MeanOf::Work => Some(self.footprint.total(Account::Counted)),
            MeanOf::Hour => Indicators::of(self.footprint).per_hour,
            MeanOf::Episode => None,
        };
        let own = own.map(written).map(|own| self.say(format!(" ; ici {own}"), format!("; here {own}")));
        format!("{} {}{range}{}", written(*mean), of.label(language), own.unwrap_or_default())
    }
}
