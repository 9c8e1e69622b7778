//! Every key, kind and category in the post where Carbon'Clap's report has it, whatever way it was entered.
//!
//! The fourteen posts are those of the report on 2024; a hire of equipment counts as equipment, a costume as goods.

use std::collections::BTreeMap;

use claquette::Term;
use claquette::wire::Kind;
use claquette_conformance::{Outcome, cases};

/// The kinds of activity and the posts that their quantities count in.
const KINDS: &[(&str, &str)] = &[
    ("electricity", "electricity"),
    ("generator", "generators"),
    ("heating", "heating"),
    ("cooling", "air-conditioning"),
    ("refrigerant", "air-conditioning"),
    ("remote_work", "buildings"),
    ("car", "transport"),
    ("train", "transport"),
    ("transit", "transport"),
    ("taxi", "transport"),
    ("two_wheeler", "transport"),
    ("commute", "transport"),
    ("plane", "transport"),
    ("aircraft", "transport"),
    ("boat", "transport"),
    ("van", "transport"),
    ("lorry", "transport"),
    ("freight", "transport"),
    ("hotel", "accommodation"),
    ("flat", "accommodation"),
    ("meals", "food"),
    ("drinks", "food"),
    ("groceries", "food"),
    // What is drawn is bought, what is treated is thrown away.
    ("water", "goods waste"),
    ("waste", "waste"),
    // Electronics and appliances are equipment, by weight or by piece, and batteries are used up.
    ("material", "goods equipment"),
    ("costume", "goods"),
    ("furniture", "goods"),
    ("equipment", "equipment goods"),
    ("render", "electricity"),
    ("storage", "data"),
    ("transfer", "electricity data"),
];

/// The categories of money, and what they are by quantity: the same thing counts in the same post.
const SPEND: &[(&str, &[&str])] = &[
    ("car", &["car-rental"]),
    ("taxi", &["chauffeur-car"]),
    ("train", &["land-transport", "travel-agency"]),
    ("plane", &["air-transport"]),
    ("boat", &["water-transport"]),
    ("freight", &["haulage", "courier", "storage-logistics"]),
    ("hotel", &["hotel", "accommodation-catering"]),
    ("meals", &["catering", "restaurant"]),
    ("groceries", &["food-drink", "fish"]),
    ("costume", &["costume-rental", "textiles"]),
    ("furniture", &["furniture", "props"]),
    (
        "material",
        &[
            "wood-products",
            "paper-cardboard",
            "chemicals",
            "rubber-plastic",
            "metal-products",
            "metals",
            "minerals-glass-plaster",
            "plants-animals",
            "forestry",
            "printing",
            "retail",
            "wholesale",
            "pharmaceuticals",
            "transport-equipment",
        ],
    ),
    (
        "equipment",
        &["equipment-rental", "electronics", "audio-video-equipment", "photo-equipment", "machinery"],
    ),
    ("storage", &["data-hosting", "telecommunications"]),
    ("remote_work", &["real-estate"]),
];

/// The categories that no quantity of a kind stands for.
const SERVICES: &[(&str, &[&str])] = &[
    ("post-production", &["post-production", "sound-recording"]),
    (
        "services",
        &[
            "insurance",
            "insurance-financial-broking",
            "legal-accounting",
            "legal",
            "accounting",
            "financial",
            "film-tv-music",
            "arts-entertainment",
            "technical-services",
            "photography",
            "advertising",
            "veterinary",
            "publishing",
            "repair",
            "machinery-repair",
            "construction",
            "engineering",
            "it-services",
            "temporary-staff",
            "security",
            "training",
            "health",
            "hairdressing-laundry",
            "sports-leisure",
            "public-services",
            "research",
            "associations",
        ],
    ),
];

/// Keys and their posts, the longest beginning first.
const KEYS: &[(&str, &str)] = &[
    ("goods.equipment.battery-", "goods"),
    ("goods.material.electr", "equipment"),
    ("goods.material.fridge", "equipment"),
    ("goods.equipment.", "equipment"),
    ("energy.electricity", "electricity"),
    ("energy.generator.", "generators"),
    ("energy.heating.", "heating"),
    ("energy.cooling.", "air-conditioning"),
    ("energy.refrigerant.", "air-conditioning"),
    ("water.treatment", "waste"),
    ("water.supply", "goods"),
    ("accommodation.", "accommodation"),
    ("buildings.", "buildings"),
    ("transport.", "transport"),
    ("food.", "food"),
    ("goods.", "goods"),
    ("waste.", "waste"),
    ("data.", "data"),
];

/// Every key of the bundled table and its post.
fn keys() -> Vec<(&'static str, &'static str)> {
    let (_, text) = claquette_factors::FILES.iter().find(|(name, _)| *name == "keys.csv").unwrap();
    let rows = text.lines().skip(1).map(|row| row.split(','));
    rows.map(|mut row| (row.next().unwrap(), row.next().unwrap())).collect()
}

fn posts_of(kind: &str) -> &'static str {
    KINDS.iter().find(|(known, _)| *known == kind).unwrap_or_else(|| panic!("{kind}")).1
}

#[test]
fn every_key_is_in_the_post_of_its_thing() {
    for (key, post) in keys().into_iter().filter(|(key, _)| !key.starts_with("spend.")) {
        let (_, expected) =
            KEYS.iter().find(|(start, _)| key.starts_with(start)).unwrap_or_else(|| panic!("{key}"));
        assert_eq!(post, *expected, "{key}");
    }
}

#[test]
fn every_category_is_in_the_post_of_what_it_buys() {
    let by_kind = SPEND.iter().map(|(kind, categories)| (posts_of(kind), categories));
    let services = SERVICES.iter().map(|(post, categories)| (*post, categories));
    let mut expected = BTreeMap::new();
    for (posts, categories) in by_kind.chain(services) {
        for category in *categories {
            // A kind of several posts has the first for money.
            let post = posts.split(' ').next().unwrap();
            assert_eq!(expected.insert(format!("spend.{category}"), post), None, "{category} twice");
        }
    }
    let found = keys().into_iter().filter(|(key, _)| key.starts_with("spend."));
    let found: BTreeMap<_, _> = found.map(|(key, post)| (key.to_string(), post)).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_kind_counts_in_its_posts() {
    let mut seen: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (_, cases) in cases() {
        for case in cases {
            let Outcome::Priced(footprint) = case.run() else { continue };
            for product in &footprint.products {
                let kind = footprint.tags(product.line).unwrap().kind.unwrap();
                // Money has its categories, and custom lines name their posts themselves.
                if matches!(kind, Kind::Spend | Kind::Custom) {
                    continue;
                }
                let post = footprint.request_of(product).unwrap().post.unwrap().text();
                let posts = posts_of(kind.text());
                assert!(
                    posts.split(' ').any(|known| known == post),
                    "{}: {} in {post}",
                    case.name,
                    kind.text()
                );
                let seen = seen.entry(kind.text()).or_default();
                if !seen.contains(&post) {
                    seen.push(post);
                }
            }
        }
    }
    for kind in Kind::ALL.iter().filter(|kind| !matches!(kind, Kind::Spend | Kind::Custom)) {
        assert!(seen.contains_key(kind.text()), "no vector has {}", kind.text());
    }
    assert_eq!(KINDS.len() + 2, Kind::ALL.len());
}
