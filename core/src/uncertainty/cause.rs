//! What varies together: everything of a footprint that rests on one uncertain value.

use alloc::string::String;

use crate::text::language::Language;
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// What an uncertain value is.
    pub enum CauseKind {
        Factor = "factor", "facteur d’émission", "emission factor";
        Contrails = "contrails", "traînées de condensation", "contrails";
        Ratios = "ratios", "modèle des ratios monétaires", "model of spend-based factors";
        Proxy = "proxy", "facteur d’un autre pays", "factor of another country";
        Assumption = "assumption", "hypothèse", "assumption";
        PriceIndex = "price-index", "indice des prix", "price index";
        ExchangeRate = "exchange-rate", "taux de change", "exchange rate";
        Calendar = "calendar", "calendrier de production", "calendar of the production";
        Document = "document", "justificatif réparti sur plusieurs lignes", "document split over lines";
        Datum = "datum", "donnée de la ligne", "datum of the line";
    }
}

/// An uncertain value on which entries rest: it varies once for all of them.
#[derive(Clone, Debug)]
pub(crate) struct Cause {
    pub(crate) kind: CauseKind,
    /// Its name, unique within its kind.
    pub(crate) code: String,
    pub(crate) fr: String,
    pub(crate) en: String,
}

impl Cause {
    /// One that is called alike in both languages.
    pub(crate) fn named(kind: CauseKind, name: &str) -> Self {
        Self { kind, code: name.into(), fr: name.into(), en: name.into() }
    }

    /// One of which there is a single one.
    pub(crate) fn single(kind: CauseKind) -> Self {
        let [fr, en] = [Language::Fr, Language::En].map(|language| kind.label(language).into());
        Self { kind, code: String::new(), fr, en }
    }

    /// Whether a better datum, factor or choice would narrow it.
    pub(crate) fn is_reducible(&self) -> bool {
        !matches!(self.kind, CauseKind::Contrails | CauseKind::Ratios)
    }
}
