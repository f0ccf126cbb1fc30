//! Numbers as an admin types them: what is searched for, and what is to be opted out.

use crate::import::{Region, explain_number};
use app::domain::PhoneNumber;
use sentences::page;
use server_store::opt_outs::Search;
use std::collections::BTreeSet;

/// The most numbers that are added by hand; a file takes more.
const MAX_BY_HAND: usize = 100;
/// The most that are named when they cannot be read.
const MAX_NAMED: usize = 5;
/// The most characters of a number that are repeated.
const MAX_EXCERPT: usize = 40;
/// So many last digits are common to one number in ten thousand.
const MIN_LAST_DIGITS: usize = 4;
const MAX_DIGITS: usize = 15;

/// What is meant by the words of a search: a number, or its last digits. `None` if it is neither.
pub async fn read_search(text: &str, region: Region) -> Option<Search> {
    let text = text.trim();
    if text.is_empty() {
        return Some(Search::Every);
    }
    if let Ok(number) = explain_number(text, region).await {
        return Some(Search::Number(number));
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_part = (MIN_LAST_DIGITS..=MAX_DIGITS).contains(&digits.len())
        && !text.chars().any(char::is_alphabetic);
    is_part.then_some(Search::LastDigits(digits))
}

/// The numbers of a text, one a line or with commas between them; or what is wrong with it, in a sentence.
///
/// # Errors
/// There are none or too many; one of them cannot be read.
pub async fn read_typed(text: &str, region: Region) -> Result<BTreeSet<PhoneNumber>, String> {
    let written = text.split(['\n', '\r', ',', ';']).map(str::trim);
    let written: Vec<&str> = written.filter(|part| !part.is_empty()).collect();
    if written.is_empty() {
        return Err(page::enter_a_phone_number().into());
    }
    if written.len() > MAX_BY_HAND {
        return Err(page::too_many_numbers_by_hand(&MAX_BY_HAND.to_string()));
    }
    let mut numbers = BTreeSet::new();
    let mut wrong = Vec::new();
    for part in written {
        match explain_number(part, region).await {
            Ok(number) => {
                numbers.insert(number);
            }
            Err(reason) => wrong.push(format!("{}: {reason}", quoted(part))),
        }
    }
    if wrong.is_empty() {
        return Ok(numbers);
    }
    let more = wrong.len() > MAX_NAMED;
    wrong.truncate(MAX_NAMED);
    Err(wrong.join(" ") + if more { " …" } else { "" })
}

/// What was typed, shortened and on one line.
fn quoted(text: &str) -> String {
    let characters = text.chars().filter(|c| !c.is_control());
    let shortened: String = characters.take(MAX_EXCERPT).collect();
    page::quoted(&shortened)
}

#[cfg(test)]
mod tests {
    use super::{Search, read_search, read_typed};
    use crate::import::Region;

    #[tokio::test]
    async fn a_search_is_a_number_in_any_spelling_or_its_last_digits() {
        let region = Region::default();
        let number = Some(Search::Number("+12025550123".parse().unwrap()));
        for text in [
            "(202) 555-0123",
            "+1 202 555 0123",
            " 12025550123 ",
            "'+12025550123",
            "+1 (0)202-555-0123",
            "02025550123",
        ] {
            assert_eq!(read_search(text, region).await, number, "{text}");
        }
        for (text, digits) in [("0123", "0123"), ("555-0123", "5550123"), ("…0123", "0123")] {
            let part = Some(Search::LastDigits(digits.into()));
            assert_eq!(read_search(text, region).await, part, "{text}");
        }
        assert_eq!(read_search("  ", region).await, Some(Search::Every));
        for text in ["123", "Ada", "room 1234", "1234567890123456"] {
            assert_eq!(read_search(text, region).await, None, "{text}");
        }
    }

    #[tokio::test]
    async fn numbers_stand_on_lines_or_between_commas_and_each_wrong_one_is_named() {
        let region = Region::default();
        let text = "(202) 555-0123\r\n202.555.0124, 202 555 0123;\n+44 7400 123456\n\n";
        let numbers = read_typed(text, region).await.unwrap();
        let numbers: Vec<&str> = numbers.iter().map(|number| number.as_str()).collect();
        assert_eq!(numbers, ["+12025550123", "+12025550124", "+447400123456"]);
        let wrong = read_typed("202 555 0123\n555-0110\n(555) 555-0111", region).await;
        assert_eq!(
            wrong.unwrap_err(),
            "“555-0110”: It has no area code. “(555) 555-0111”: There is no area code 555."
        );
        let many = "202 555 0123\n".repeat(101);
        assert!(read_typed(&many, region).await.unwrap_err().contains("100"));
        assert!(read_typed(" \n", region).await.is_err());
    }
}
