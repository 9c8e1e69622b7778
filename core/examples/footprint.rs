//! The footprint of a production, from a JSON file.
fn main() {
    let bytes = std::fs::read(std::env::args().nth(1).unwrap()).unwrap();
    let references = match claquette::References::read(claquette_factors::NAME, claquette_factors::FILES) {
        Ok(r) => r,
        Err(e) => { for d in e.iter().take(40) { println!("{d}"); } return }
    };
    let references = references.with_airports("airports.csv", claquette_factors::AIRPORTS.1).unwrap();
    let references = match std::env::args().nth(2) { Some(f) => references.with_set("mine", &std::fs::read_to_string(f).unwrap()).map_err(|e| format!("{e:?}")).unwrap(), None => references };
    let checked = claquette::check_json(&bytes, &references, &claquette::Limits::default());
    for d in checked.diagnostics.iter() { println!("{d}"); }
    let Some(p) = checked.production else { return };
    match claquette::compute(&p, &references, &claquette::Options::default()) {
        Err(e) => println!("{e}"),
        Ok(f) => { println!("{} {}", f.total(claquette::Account::Counted), f.total(claquette::Account::Biogenic)); }
    }
}
