//! The conversion of written phone numbers to E.164.

use super::reason::{Reason, excerpt};
use super::region::Region;
use app::domain;
use phonenumber::country::Source;
use phonenumber::{ParseError, PhoneNumber};

/// The maximum length of a written number, in bytes. The longest number has 15 digits.
const MAX_BYTES: usize = 40;

/// Loads the numbering plans once per process, on a blocking thread, because it takes most of a second.
pub(super) async fn prepare() {
    // If it fails, the first number loads them.
    let _ =
        tokio::task::spawn_blocking(|| normalise("+12025550123", Region::default()).is_ok()).await;
}

/// The number that a person wrote, in E.164; nothing if it is none.
pub(crate) async fn read_number(text: &str, region: Region) -> Option<domain::PhoneNumber> {
    prepare().await;
    normalise(text, region).ok()
}

/// The number in E.164. Without a plus sign it is read by the region's conventions.
pub(super) fn normalise(text: &str, region: Region) -> Result<domain::PhoneNumber, Reason> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Reason::MissingCell);
    }
    // The parser spells letters out as on a keypad (1-800-FLOWERS), finds numbers in sentences and
    // understands extensions; nothing of that is somebody's cell.
    if text.len() > MAX_BYTES || text.chars().any(|c| c.is_alphabetic() || c.is_control()) {
        return Err(Reason::NotAPhoneNumber(excerpt(text)));
    }
    let number = parse(text, region).map_err(|error| match error {
        ParseError::InvalidCountryCode
        | ParseError::TooShortAfterIdd
        | ParseError::TooShortNsn
        | ParseError::TooLong => Reason::ImpossibleNumber(excerpt(text)),
        ParseError::NoNumber | ParseError::MalformedInteger(_) => {
            Reason::NotAPhoneNumber(excerpt(text))
        }
    })?;
    if number.extension().is_some() {
        return Err(Reason::NotAPhoneNumber(excerpt(text)));
    }
    if !number.is_valid() || !is_what_was_written(&number, text) {
        return Err(Reason::ImpossibleNumber(excerpt(text)));
    }
    // The national part brings the zeros that some countries keep in front (Italy).
    format!("+{}{}", number.code().value(), number.national())
        .parse()
        .map_err(|_| Reason::ImpossibleNumber(excerpt(text)))
}

/// Given a region, the parser takes the region's trunk prefix from the front of every number: read in
/// the United States, +49 15… would lose its 1. So a number with a country code is read without one.
fn parse(text: &str, region: Region) -> Result<PhoneNumber, ParseError> {
    if text.starts_with('+') {
        return phonenumber::parse(None, text);
    }
    let number = phonenumber::parse(Some(region.0), text)?;
    if number.code().source() != Source::Idd {
        return Ok(number);
    }
    // Behind the digits that lead out of the country stands the country code.
    let digits = digits(text);
    let code = number.code().value().to_string();
    let rest = OUT_OF_THE_COUNTRY
        .iter()
        .filter_map(|idd| digits.strip_prefix(idd))
        .find(|rest| rest.starts_with(&code));
    rest.map_or(Err(ParseError::InvalidCountryCode), |rest| {
        phonenumber::parse(None, format!("+{rest}"))
    })
}

/// What most of the world dials in front of a country code; the longer of two that begin alike first.
const OUT_OF_THE_COUNTRY: [&str; 4] = ["0011", "011", "010", "00"];

/// Whether a number with a country code is still the one that was written; but for the zero that some
/// put behind the code, +49 (0) 151.
fn is_what_was_written(number: &PhoneNumber, text: &str) -> bool {
    if number.code().source() != Source::Plus {
        return true;
    }
    let (digits, national) = (digits(text), number.national().to_string());
    let code = number.code().value().to_string();
    let whole = [code.as_str(), &national].concat();
    // Ends with, because it may begin with what leads out of the country.
    digits.ends_with(&whole) || digits.ends_with(&[code.as_str(), "0", &national].concat())
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::{Reason, normalise};
    use proptest::prelude::*;

    fn cell(text: &str, region: &str) -> Result<String, Reason> {
        normalise(text, region.parse().unwrap()).map(String::from)
    }

    #[test]
    fn reads_what_people_of_the_region_write() {
        for text in [
            "2025550123",
            " (202) 555-0123 ",
            "202.555.0123",
            "1-202-555-0123",
            "+1 202 555 0123",
            "12025550123",
            "011 1 202 555 0123",
            "+1\u{a0}202\u{2011}555\u{2011}0123",
        ] {
            assert_eq!(cell(text, "US").as_deref(), Ok("+12025550123"), "{text}");
        }
        assert_eq!(cell("0151 12345678", "DE").as_deref(), Ok("+4915112345678"));
        assert_eq!(
            cell("+49 151 12345678", "US").as_deref(),
            Ok("+4915112345678")
        );
        assert_eq!(
            cell("011 49 151 12345678", "US").as_deref(),
            Ok("+4915112345678")
        );
        assert_eq!(
            cell("00 1 202 555 0123", "DE").as_deref(),
            Ok("+12025550123")
        );
        assert_eq!(
            cell("+44 (0) 7911 123456", "US").as_deref(),
            Ok("+447911123456")
        );
        assert_eq!(
            cell("06 698 12345", "IT").as_deref(),
            Ok("+390669812345"),
            "its zero stays"
        );
    }

    #[test]
    fn a_number_with_its_country_code_is_the_same_in_every_region() {
        for number in [
            "+4915112345678",
            "+447911123456",
            "+33612345678",
            "+390669812345",
            "+5215512345678",
            "+12025550123",
            "+78121234567",
        ] {
            let read =
                ["US", "DE", "GB", "RU", "MX", "HU", "IT"].map(|region| cell(number, region));
            let first = &read[0];
            assert!(read.iter().all(|read| read == first), "{number} {read:?}");
            assert!(
                first.is_err() || first.as_deref() == Ok(number),
                "{number} {first:?}"
            );
        }
    }

    #[test]
    fn distinguishes_what_is_no_number_from_what_cannot_exist() {
        for text in [
            "call me",
            "n/a",
            "1-800-FLOWERS",
            "2025550123 x5",
            "ada1110@example.org",
            "1e10",
            "—",
            "٣",
            "0000000000",
        ] {
            assert!(
                matches!(cell(text, "US"), Err(Reason::NotAPhoneNumber(_))),
                "{text}: {:?}",
                cell(text, "US")
            );
        }
        for text in [
            "123",
            "555-0123",
            "1025550123",
            "20255501234567890",
            "+999 123456789",
            "2025550123.0",
        ] {
            assert!(
                matches!(cell(text, "US"), Err(Reason::ImpossibleNumber(_))),
                "{text}: {:?}",
                cell(text, "US")
            );
        }
        assert_eq!(cell("  ", "US"), Err(Reason::MissingCell));
        assert!(matches!(
            cell(&"2".repeat(100_000), "US"),
            Err(Reason::NotAPhoneNumber(_))
        ));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        #[test]
        fn whatever_is_read_reads_as_itself_everywhere(
            text in "(\\+|00|011)?[0-9]{0,4}[0-9() ./\\-]{4,18}|[0-9+#*;=() ./\\-]{1,25}",
            region in proptest::sample::select(vec!["US", "DE", "GB", "MX", "BR", "IT", "RU", "AR", "AU"]),
        ) {
            if let Ok(number) = cell(&text, region) {
                for other in ["US", region] {
                    let again = cell(&number, other);
                    prop_assert_eq!(again, Ok(number.clone()), "{} in {}", text, region);
                }
            }
        }
    }
}
