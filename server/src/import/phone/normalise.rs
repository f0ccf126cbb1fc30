//! The conversion of written phone numbers to E.164.

use super::super::reason::Reason;
use super::super::region::Region;
use super::written::clean;
use app::domain;
use phonenumber::country::Source;
use phonenumber::metadata::DATABASE;
use phonenumber::{ParseError, PhoneNumber, Type};

/// Loads the numbering plans once per process, on a blocking thread, because it takes most of a second.
pub(crate) async fn prepare() {
    // If it fails, the first number loads them.
    let _ =
        tokio::task::spawn_blocking(|| normalise("+12025550123", Region::default()).is_ok()).await;
}

/// The number in E.164. Without a plus sign it is read by the region's conventions. It must be one of the region's that
/// a person can have; landlines are among them, because no number tells.
pub(in super::super) fn normalise(
    text: &str,
    region: Region,
) -> Result<domain::PhoneNumber, Reason> {
    let number = read(text, region)?;
    check_service(&number, region)?;
    in_e164(&number)
}

/// The number in E.164, a toll-free one or one of another country too: what an organization texts from, and what it must
/// not text.
pub(in super::super) fn read_any(
    text: &str,
    region: Region,
) -> Result<domain::PhoneNumber, Reason> {
    let number = read(text, region)?;
    match check_service(&number, region) {
        Ok(()) | Err(Reason::TollFree | Reason::Foreign(_)) => in_e164(&number),
        Err(reason) => Err(reason),
    }
}

/// A number as somebody typed it, a toll-free one or one of another country too; or why it is none, in a sentence.
pub(crate) async fn explain_number(
    text: &str,
    region: Region,
) -> Result<domain::PhoneNumber, String> {
    prepare().await;
    read_any(text, region).map_err(|reason| reason.to_string())
}

/// [`explain_number`] for whoever need not know why.
pub(crate) async fn read_number(text: &str, region: Region) -> Option<domain::PhoneNumber> {
    explain_number(text, region).await.ok()
}

fn read(text: &str, region: Region) -> Result<PhoneNumber, Reason> {
    let text = clean(text)?;
    let number = parse(&text, region).map_err(|error| match error {
        ParseError::InvalidCountryCode
        | ParseError::TooShortAfterIdd
        | ParseError::TooShortNsn
        | ParseError::TooLong => Reason::ImpossibleNumber,
        ParseError::NoNumber | ParseError::MalformedInteger(_) => Reason::NotAPhoneNumber,
    })?;
    if number.extension().is_some() {
        return Err(Reason::Extension);
    }
    if !is_what_was_written(&number, &text) {
        return Err(Reason::ImpossibleNumber);
    }
    Ok(number)
}

fn in_e164(number: &PhoneNumber) -> Result<domain::PhoneNumber, Reason> {
    // The national part brings the zeros that some countries keep in front (Italy); elsewhere they are lost when the
    // number is read again, and it is none.
    let national = number.national().to_string();
    let written = format!("+{}{national}", number.code().value());
    if national.starts_with('0') {
        let again = phonenumber::parse(None, &written);
        if !again.is_ok_and(|again| again.national().to_string() == national) {
            return Err(Reason::ImpossibleNumber);
        }
    }
    written.parse().map_err(|_| Reason::ImpossibleNumber)
}

/// Refuses numbers that cannot exist, are another country's, or nobody's cell.
fn check_service(number: &PhoneNumber, region: Region) -> Result<(), Reason> {
    let national = number.national().to_string();
    // The look-ups below forget zeros in front, which Italy's landlines keep; this one does not.
    if national.starts_with('0') && number.is_valid() {
        let code = number.code().value();
        let own = DATABASE.by_id(region.0.as_ref());
        return match own.is_some_and(|plan| plan.country_code() == code) {
            true => Ok(()),
            false => Err(Reason::Foreign(format!("+{code}"))),
        };
    }
    let Some(plan) = number.metadata(&DATABASE) else {
        return Err(why_unknown(number.code().value(), &national));
    };
    // Most numbers need no second look, which takes as long as the first.
    let is_place = plan.id() == "US" && !may_be_a_service(&national);
    if !is_place {
        match number.number_type(&DATABASE) {
            Type::Unknown => return Err(why_unknown(number.code().value(), &national)),
            Type::TollFree => return Err(Reason::TollFree),
            Type::PremiumRate | Type::SharedCost => return Err(Reason::PremiumRate),
            Type::PersonalNumber
            | Type::Pager
            | Type::Uan
            | Type::Voicemail
            | Type::Emergency
            | Type::ShortCode => return Err(Reason::NobodysCell),
            _ => {}
        }
    }
    match plan.id().parse() {
        Ok(country) if region.includes(country) => Ok(()),
        Ok(_) => Err(Reason::Foreign(plan.id().to_owned())),
        Err(_) => Err(Reason::Foreign(format!("+{}", number.code().value()))),
    }
}

/// Whether the area code may be of no place in North America: 800, 888 and the like, 900, 500 and the like, 52x, 700,
/// 710. The first country of the numbering plan is found by all patterns that it has, so a number of a place is valid.
fn may_be_a_service(national: &str) -> bool {
    match national.as_bytes() {
        [b'5' | b'8', second, third, ..] if second == third => true,
        [b'5', b'2', ..] | [b'7' | b'9', b'0', b'0', ..] | [b'7', b'1', b'0', ..] => true,
        _ => false,
    }
}

/// In North America the form of a number is fixed, so that what is wrong with it can be named.
fn why_unknown(code: u16, national: &str) -> Reason {
    let starts = |at: usize| matches!(national.as_bytes().get(at), Some(b'2'..=b'9'));
    match (code, national.len()) {
        (1, 7) if starts(0) => Reason::NoAreaCode,
        (1, 10) if starts(0) && starts(3) => Reason::UnknownAreaCode(national[..3].to_owned()),
        _ => Reason::ImpossibleNumber,
    }
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
        for (text, region, number) in [
            ("0151 12345678", "DE", "+4915112345678"),
            ("00 49 151 12345678", "DE", "+4915112345678"),
            ("+44 (0) 7911 123456", "GB", "+447911123456"),
            ("06 698 12345", "IT", "+390669812345"),
            ("787 555 0103", "US", "+17875550103"),
        ] {
            assert_eq!(cell(text, region).as_deref(), Ok(number), "{text}");
        }
    }

    #[test]
    fn each_number_that_nobody_can_be_texted_at_has_its_reason() {
        for (text, region, reason) in [
            ("+49 151 12345678", "US", Reason::Foreign("DE".into())),
            ("+44 7400 123456", "US", Reason::Foreign("GB".into())),
            ("011 44 7400 123456", "US", Reason::Foreign("GB".into())),
            ("00 1 202 555 0123", "DE", Reason::Foreign("US".into())),
            ("+1 (876) 555-0125", "US", Reason::Foreign("JM".into())),
            ("613 782 7274", "US", Reason::Foreign("CA".into())),
            ("800-356-9377", "US", Reason::TollFree),
            ("1 888 356 9377", "US", Reason::TollFree),
            ("900-356-9377", "US", Reason::PremiumRate),
            ("500-356-9377", "US", Reason::NobodysCell),
            (
                "(555) 555-0111",
                "US",
                Reason::UnknownAreaCode("555".into()),
            ),
            ("555-0110", "US", Reason::NoAreaCode),
            ("213-155-0112", "US", Reason::ImpossibleNumber),
            ("911", "US", Reason::ImpossibleNumber),
            ("123", "US", Reason::ImpossibleNumber),
            ("1025550123", "US", Reason::ImpossibleNumber),
            ("20255501234567890", "US", Reason::ImpossibleNumber),
            ("+999 123456789", "US", Reason::ImpossibleNumber),
            ("1e10", "US", Reason::Rounded),
            ("ada1110@example.org", "US", Reason::Letters),
            ("—", "US", Reason::NotAPhoneNumber),
            ("٣", "US", Reason::NotAPhoneNumber),
            ("0000000000", "US", Reason::NotAPhoneNumber),
            ("  ", "US", Reason::MissingCell),
        ] {
            assert_eq!(cell(text, region), Err(reason), "{text}");
        }
        assert!(cell(&"2".repeat(100_000), "US").is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        #[test]
        fn whatever_is_read_reads_as_itself(
            text in "(\\+|00|011)?[0-9]{0,4}[0-9() ./\\-]{4,18}|[0-9+#*;=() ./\\-]{1,25}|[0-9]\\.[0-9]{1,9}[eE][+0-9]{1,3}|\\PC{0,12}",
            region in proptest::sample::select(vec!["US", "DE", "GB", "MX", "BR", "IT", "RU", "AR", "AU"]),
        ) {
            if let Ok(number) = cell(&text, region) {
                let again = cell(&number, region);
                prop_assert_eq!(again, Ok(number), "{} in {}", text, region);
            }
        }
    }
}
