//! Capital and small letters of French, English and their neighbours: Latin-1, œ and ÿ. The tables of Unicode
//! would be a tenth of what a web page fetches.

/// How far a small letter is after its capital one.
const STEP: u32 = 0x20;

/// The small letter of a capital one; any other letter as it is.
pub(crate) fn lower(letter: char) -> char {
    match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => moved(u32::from(letter).saturating_add(STEP), letter),
        'Œ' => 'œ',
        'Ÿ' => 'ÿ',
        other => other,
    }
}

/// The capital letter of a small one; any other letter as it is.
pub(crate) fn upper(letter: char) -> char {
    match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => moved(u32::from(letter).saturating_sub(STEP), letter),
        'œ' => 'Œ',
        'ÿ' => 'Ÿ',
        other => other,
    }
}

/// Whether a word may hold it: a letter or a digit. Beyond Latin-1 all are letters but the punctuation and the
/// symbols of U+2000 to U+2BFF.
pub(crate) fn is_of_word(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        'ª' | 'µ' | 'º' => true,
        '\u{80}'..='¿' | '×' | '÷' | '\u{2000}'..='\u{2bff}' => false,
        _ => true,
    }
}

fn moved(code: u32, letter: char) -> char {
    char::from_u32(code).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_unicode_on_latin_1() {
        for letter in ('\0'..='\u{ff}').chain(['Œ', 'œ', 'Ÿ']) {
            // µ and ß have capitals outside of Latin-1, of which no name here makes use.
            if !matches!(letter, 'µ' | 'ß') {
                assert!(letter.to_uppercase().eq([upper(letter)]), "{letter}");
            }
            assert!(letter.to_lowercase().eq([lower(letter)]), "{letter}");
            // The powers and the fractions of Latin-1 are digits to Unicode, and marks here.
            let digit = letter.is_numeric() && !letter.is_ascii();
            assert_eq!(letter.is_alphanumeric() && !digit, is_of_word(letter), "{letter}");
        }
    }
}
