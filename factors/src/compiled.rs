//! The tables by columns, compiled. Written by `cargo run -p claquette-generate`: not to be edited by hand.

/// The compiled tables, as (file name, bytes): what computing needs, and apart from it the notes, which only explain. The
/// `claquette` crate reads them; they say what the texts say.
///
/// # Example: what a web page fetches first
///
/// ```
/// let (_, bytes) = claquette_factors::COMPILED.iter().find(|(name, _)| *name == "tables.bin").unwrap();
/// let texts: usize = claquette_factors::FILES.iter().map(|(_, text)| text.len()).sum();
/// assert!(bytes.len() < texts / 3);
/// ```
pub const COMPILED: &[(&str, &[u8])] = &[
    ("airports-notes.bin", include_bytes!("../compiled/airports-notes.bin")),
    ("airports.bin", include_bytes!("../compiled/airports.bin")),
    ("cities-notes.bin", include_bytes!("../compiled/cities-notes.bin")),
    ("cities.bin", include_bytes!("../compiled/cities.bin")),
    ("stations.bin", include_bytes!("../compiled/stations.bin")),
    ("tables-notes.bin", include_bytes!("../compiled/tables-notes.bin")),
    ("tables.bin", include_bytes!("../compiled/tables.bin")),
];

/// The SHA-256 of each file of the compiled tables, as (file name, hash): what was fetched can be compared with it.
///
/// # Example
///
/// ```
/// let names = |(name, _): &(&'static str, &'static str)| *name;
/// assert!(claquette_factors::COMPILED_SHA256.iter().map(names).eq(claquette_factors::COMPILED.iter().map(|(name, _)| *name)));
/// ```
pub const COMPILED_SHA256: &[(&str, &str)] = &[
    ("airports-notes.bin", "41e9ac43328742bf24e0322ffda335e6ef83ce8896cee1ec8ec6a049e1104d12"),
    ("airports.bin", "af4032ac1307378603381a52a0d77d32f0cbcb640a1f463c4b09d87eeb928b4e"),
    ("cities-notes.bin", "a4bcc0e6703c64a606edf2851f5b7df6a8dad284a9f6d0e70adbac3f72768537"),
    ("cities.bin", "80a8c264f695c6284428c6ead872a114bc9279db6e1af8a64ccacf80005759ec"),
    ("stations.bin", "ab02d96333567f685e389fbb1243ed7fa62afe80ff72ebd58f83e43fa00329fd"),
    ("tables-notes.bin", "712d4df5b4cc223f8d04f636791d58458fed7ccd46ab1abd2a68f144e88682c1"),
    ("tables.bin", "44667f8108c62a99d66fee39e7bce0d268df200e436cf5f732eeb40b58792565"),
];
