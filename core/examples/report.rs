//! The report of a footprint that was stored: `report FOOTPRINT [fr|en]`. It needs neither the production nor any tables.

use std::io::Write;
use std::process::ExitCode;

use claquette::{Footprint, Language, Limits, report};

fn main() -> Result<ExitCode, Box<dyn core::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("usage: report FOOTPRINT [fr|en]")?;
    let language = Language::parse(arguments.next().as_deref().unwrap_or("en")).ok_or("fr or en")?;
    let limits = Limits { bytes: 1 << 30, ..Limits::default() };
    match Footprint::from_json(&std::fs::read(file)?, &limits) {
        Ok(footprint) => {
            write!(std::io::stdout(), "{}", report(&footprint, language))?;
            Ok(ExitCode::SUCCESS)
        }
        Err(problems) => {
            problems.iter().try_for_each(|problem| writeln!(std::io::stderr(), "{problem}"))?;
            Ok(ExitCode::from(2))
        }
    }
}
