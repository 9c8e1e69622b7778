//! The published JSON Schemas.

use claquette::output::{FootprintSummary, Refusal};
use claquette::{Archive, Footprint, schema, wire};

use crate::File;

/// The schemas of inputs, results and refusals.
pub(crate) fn files() -> Vec<File> {
    [
        ("core/schema/production.schema.json", schema::<wire::Production>("Claquette production, format 1")),
        ("core/schema/footprint.schema.json", schema::<Footprint>("Claquette footprint, format 1")),
        (
            "core/schema/summary.schema.json",
            schema::<FootprintSummary>("Claquette summary of a footprint, format 1"),
        ),
        ("core/schema/archive.schema.json", schema::<Archive>("Claquette archive of a footprint, format 1")),
        ("core/schema/refusal.schema.json", schema::<Refusal>("Claquette refusal, format 1")),
    ]
    .map(|(path, schema)| (path, format!("{schema:#}\n")))
    .into()
}
