//! Vocabularies whose every word has a key.

/// Declares a vocabulary whose words lead to keys: `Variant = "wire text" "key", "français", "English";`.
macro_rules! modes {
    ($(#[doc = $doc:literal])+ $vis:vis enum $name:ident {
        $($mode:ident = $text:literal $key:literal, $fr:literal, $en:literal;)+
    }) => {
        $crate::text::vocabulary::vocabulary! {
            $(#[doc = $doc])+
            $vis enum $name { $($mode = $text, $fr, $en;)+ }
        }

        impl $name {
            /// The key of the word.
            fn key(self) -> &'static str {
                match self {
                    $(Self::$mode => $key,)+
                }
            }
        }
    };
}
pub(crate) use modes;
