//! What somebody types to find a contact.

use crate::import::{Region, read_number};
use server_store::contacts::ContactSearch;

/// Fewer digits are no end of a number that anybody looks for.
const MIN_DIGITS: usize = 3;

/// A name, an external id, or a number in any usual spelling, whole or its end.
pub(super) async fn search(text: &str, region: Region) -> ContactSearch {
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    ContactSearch {
        text: words.join(" "),
        last_digits: last_digits(text.trim(), region).await,
    }
}

async fn last_digits(text: &str, region: Region) -> Option<String> {
    let is_sign = |c: char| c.is_whitespace() || "+()-./".contains(c);
    if text.chars().any(|c| !c.is_ascii_digit() && !is_sign(c)) {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < MIN_DIGITS {
        return None;
    }
    // What leads to a number, as the zero of a national one, does not stand in it.
    let number = read_number(text, region).await;
    Some(number.map_or(digits.clone(), |number| {
        common_end(&digits, number.as_str())
    }))
}

fn common_end(one: &str, other: &str) -> String {
    let pairs = one.bytes().rev().zip(other.bytes().rev());
    let length = pairs.take_while(|(one, other)| one == other).count();
    one[one.len() - length..].to_owned()
}

#[cfg(test)]
mod tests {
    use super::search;
    use crate::import::Region;

    async fn digits(text: &str, region: &str) -> Option<String> {
        search(text, region.parse().unwrap()).await.last_digits
    }

    #[tokio::test]
    async fn a_number_in_any_spelling_ends_as_it_is_kept() {
        for spelling in [
            "(213) 555-0100",
            "213.555.0100",
            "2135550100",
            " 213 555 0100 ",
        ] {
            assert_eq!(digits(spelling, "US").await.as_deref(), Some("2135550100"));
        }
        assert_eq!(
            digits("+1 213-555-0100", "US").await.as_deref(),
            Some("12135550100")
        );
        assert_eq!(
            digits("0151 12345678", "DE").await.as_deref(),
            Some("15112345678")
        );
        assert_eq!(
            digits("0049 151 12345678", "DE").await.as_deref(),
            Some("4915112345678")
        );
        assert_eq!(digits("0100", "US").await.as_deref(), Some("0100"));
        for none in ["", "12", "A-100", "Ann"] {
            assert_eq!(digits(none, "US").await, None, "{none}");
        }
    }

    #[tokio::test]
    async fn a_name_is_read_in_either_order_of_writing() {
        let text = async |text| search(text, Region::default()).await.text;
        assert_eq!(text("  Byron,  ADA ").await, "byron ada");
        assert_eq!(text("Ñandú").await, "ñandú");
        assert_eq!(text(" , ").await, "");
    }
}
