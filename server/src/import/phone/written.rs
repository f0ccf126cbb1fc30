//! What stood in a cell, without what is no part of a number.

use super::super::reason::Reason;
use super::spreadsheet::{Quantity, quantity};

/// The maximum length of a written number, in characters. The longest number has 15 digits.
const MAX_CHARS: usize = 40;
/// The least digits of a number, without its area code.
const MIN_DIGITS: usize = 7;
/// The most digits of a number.
const MAX_DIGITS: usize = 15;

/// The number alone, in digits, `+` and separators that the parser understands.
pub(super) fn clean(text: &str) -> Result<String, Reason> {
    let text: String = text.chars().filter_map(plain).collect();
    let text = unwrapped(text.trim());
    if text.is_empty() {
        return Err(Reason::MissingCell);
    }
    if parts(text).filter(|part| looks_like_a_number(part)).count() > 1 {
        return Err(Reason::TwoNumbers);
    }
    match quantity(text) {
        Some(Quantity::Exact(digits)) => return Ok(digits),
        Some(Quantity::Rounded) => return Err(Reason::Rounded),
        None => {}
    }
    if has_extension(text) {
        return Err(Reason::Extension);
    }
    if text.chars().any(char::is_alphabetic) {
        return Err(match digits(text) {
            0..3 => Reason::NotAPhoneNumber,
            _ => Reason::Letters,
        });
    }
    if text.chars().count() > MAX_CHARS || text.chars().any(char::is_control) {
        return Err(Reason::NotAPhoneNumber);
    }
    if text.starts_with('+') && text.matches('+').count() > 1
        || digits(text) > MAX_DIGITS + 4 && looks_like_a_number(text)
    {
        return Err(Reason::TwoNumbers);
    }
    Ok(text.to_owned())
}

/// A character as the parser knows it; `None` if it only directs how text is shown, as around numbers that were pasted
/// from a contact card.
fn plain(c: char) -> Option<char> {
    match c {
        '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{ad}'
        | '\u{feff}' => None,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        c if c.is_whitespace() && !c.is_control() => Some(' '),
        c => Some(c),
    }
}

/// Without what makes a spreadsheet take digits for text: `'213…`, `="213…"`; and without `tel:`.
fn unwrapped(text: &str) -> &str {
    let text = text
        .strip_prefix("=\"")
        .and_then(|text| text.strip_suffix('"'))
        .unwrap_or(text);
    let text = text.trim_start_matches(['\'', '’', '‘', '`']);
    let text = match text.get(..4) {
        Some(scheme) if scheme.eq_ignore_ascii_case("tel:") => &text[4..],
        _ => text,
    };
    text.trim()
}

/// What stands between signs and words that separate two numbers.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(['/', ';', ',', '|', '&', '\n', '\r'])
        .flat_map(|part| part.split(" or "))
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" y "))
        .flat_map(|part| part.split(" o "))
}

fn looks_like_a_number(text: &str) -> bool {
    digits(text) >= MIN_DIGITS
}

/// Whether digits follow a number behind `x`, `ext`, `extension` or `#`.
fn has_extension(text: &str) -> bool {
    let lower_case = text.to_lowercase();
    lower_case
        .find(|c: char| c.is_alphabetic() || c == '#')
        .is_some_and(|at| {
            let (number, rest) = lower_case.split_at(at);
            let behind = ["extension", "ext", "x", "#"]
                .iter()
                .find_map(|word| rest.strip_prefix(word));
            looks_like_a_number(number)
                && behind.is_some_and(|rest| {
                    let rest = rest.trim_matches(['.', ':', ' ', ')']);
                    !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit())
                })
        })
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::{Reason, clean};

    #[test]
    fn signs_around_a_number_are_no_part_of_it() {
        for text in [
            " 2135550116 ",
            "'2135550116",
            "=\"2135550116\"",
            "tel:2135550116",
            "\u{202a}2135550116\u{202c}",
            "\u{61c}2135550116",
            "２１３５５５０１１６",
            "2135550116.0",
        ] {
            assert_eq!(clean(text).as_deref(), Ok("2135550116"), "{text}");
        }
        assert_eq!(
            clean("213\u{2013}555\u{a0}0124").as_deref(),
            Ok("213-555 0124")
        );
    }

    #[test]
    fn each_reason_is_its_own() {
        for (text, reason) in [
            ("", Reason::MissingCell),
            ("\u{202a} '", Reason::MissingCell),
            ("213-555-0105 x123", Reason::Extension),
            ("213-555-0105 ext. 7", Reason::Extension),
            ("(213) 555-0105 #12", Reason::Extension),
            ("213-555-0108 / 213-555-0109", Reason::TwoNumbers),
            ("213-555-0108 or 213-555-0109", Reason::TwoNumbers),
            ("213-555-0108\n213-555-0109", Reason::TwoNumbers),
            ("2135550108 2135550109", Reason::TwoNumbers),
            ("+12135550108 +12135550109", Reason::TwoNumbers),
            ("213-FLOWERS", Reason::Letters),
            ("1-800-FLOWERS", Reason::Letters),
            ("213-555-012O", Reason::Letters),
            ("213-555-0138 (Mom)", Reason::Letters),
            ("call me", Reason::NotAPhoneNumber),
            ("2.14E+09", Reason::Rounded),
        ] {
            assert_eq!(clean(text), Err(reason), "{text}");
        }
    }
}
