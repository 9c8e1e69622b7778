//! The kinds of productions, which the table of published means also uses.

use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// The kind of work that is produced.
    pub enum ProductionKind {
        FeatureFilm = "feature-film", "long métrage de cinéma", "feature film";
        ShortFilm = "short-film", "court métrage", "short film";
        TvFilm = "tv-film", "fiction TV unitaire", "TV film";
        FictionSeries = "fiction-series", "série de fiction", "fiction series";
        Documentary = "documentary", "documentaire", "documentary";
        Entertainment = "entertainment", "divertissement", "entertainment";
        Magazine = "magazine", "magazine", "magazine";
        News = "news", "information", "news";
        Sport = "sport", "sport", "sport";
        Live = "live", "captation de spectacle", "live capture";
        Advertising = "advertising", "publicité", "advertising";
        MusicVideo = "music-video", "clip", "music video";
        Corporate = "corporate", "film d’entreprise", "corporate film";
        Animation = "animation", "animation", "animation";
    }
}
