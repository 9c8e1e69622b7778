//! The documents that lines rest on, as entered.

use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::text::shared::Text;
use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// What a document is.
    pub enum DocumentKind {
        Invoice = "invoice", "facture", "invoice";
        Quote = "quote", "devis", "quote";
        CallSheet = "call-sheet", "feuille de service", "call sheet";
        FuelCard = "fuel-card", "relevé de carte carburant", "fuel card statement";
        Ticket = "ticket", "billet", "ticket";
        MeterReading = "meter-reading", "relevé de compteur", "meter reading";
        Contract = "contract", "contrat", "contract";
        Photo = "photo", "photographie", "photograph";
        Other = "other", "autre document", "other document";
    }
}

record! {
    /// A document that lines rest on.
    pub struct Document {
        /// Identifier, unique among the documents.
        id: Leaf<Text> = "id" required,
        /// What it is.
        kind: Leaf<DocumentKind> = "kind",
        /// Its number.
        number: Leaf<Text> = "number",
        /// Who issued it.
        supplier: Leaf<Text> = "supplier",
        /// Its day, as `2026-05-02`.
        date: Leaf<Text> = "date",
        /// The SHA-256 of its file, in hexadecimal.
        sha256: Leaf<Text> = "sha256",
        /// Anything else.
        note: Leaf<Text> = "note",
    }
}
