//! Writes the JSON Schemas of the wire: `schema FOLDER` puts `production.schema.json`, `footprint.schema.json`
//! and `refusal.schema.json` there. After a change of a wire type: `cargo run --example schema -- core/schema`.

use std::path::Path;

use claquette::output::{FootprintResult, Refusal};
use claquette::{schema, wire};

fn main() -> Result<(), Box<dyn core::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: schema FOLDER")?;
    let schemas = [
        ("production", schema::<wire::Production>("Claquette production, format 1")),
        ("footprint", schema::<FootprintResult>("Claquette footprint, format 1")),
        ("refusal", schema::<Refusal>("Claquette refusal, format 1")),
    ];
    std::fs::create_dir_all(&folder)?;
    for (name, schema) in schemas {
        let text = serde_json::to_string_pretty(&schema)? + "\n";
        std::fs::write(Path::new(&folder).join([name, ".schema.json"].concat()), text)?;
    }
    Ok(())
}
