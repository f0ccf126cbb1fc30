//! The conversion of written phone numbers to E.164.

use super::super::reason::Reason;
use super::super::region::Region;
use super::written::clean;
use app::domain;
use phonenumber::country::Source;
use phonenumber::metadata::DATABASE;
use phonenumber::{ParseError, PhoneNumber, Type};

/// The calling code of the United States, Canada and the others of their numbering plan.
const NORTH_AMERICA: u16 = 1;
/// The digits of each of its numbers behind the calling code.
const NORTH_AMERICAN_DIGITS: usize = 10;

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
    without_trunk_zeros(number)
}

/// The number without zeros in front of its national part, as in +1 (0) 202…, which the parser keeps where no zero is
/// dialled within the country. They stay where they are of the number itself, as in Italy.
fn without_trunk_zeros(number: PhoneNumber) -> Result<PhoneNumber, Reason> {
    let zeros = number.national().zeros();
    if zeros == 0 || number.is_valid() {
        return Ok(number);
    }
    let code = number.code().value();
    let national = number.national().value().to_string();
    let may_be_dropped = match code {
        NORTH_AMERICA => national.len() == NORTH_AMERICAN_DIGITS,
        // Where a zero is dialled the parser has dropped it, so that this is one too many.
        _ => zeros == 1 && !is_zero_dialled(code),
    };
    if !may_be_dropped {
        return Err(Reason::ImpossibleNumber);
    }
    match phonenumber::parse(None, format!("+{code}{national}")) {
        Ok(again) if again.national().to_string() == national => Ok(again),
        _ => Err(Reason::ImpossibleNumber),
    }
}

/// Whether calls within a country of this calling code begin with a zero.
fn is_zero_dialled(code: u16) -> bool {
    let plans = DATABASE.by_code(&code).unwrap_or_default();
    plans.iter().any(|plan| {
        let prefix = plan.national_prefix();
        prefix.is_some_and(|prefix| prefix.starts_with('0'))
    })
}

fn in_e164(number: &PhoneNumber) -> Result<domain::PhoneNumber, Reason> {
    let national = number.national().to_string();
    let code = number.code().value();
    if code == NORTH_AMERICA && !is_north_american(&national) {
        return Err(Reason::ImpossibleNumber);
    }
    // The national part brings the zeros that some countries keep in front (Italy); elsewhere they are lost when the
    // number is read again, and it is none.
    let written = format!("+{code}{national}");
    if national.starts_with('0') {
        let again = phonenumber::parse(None, &written);
        if !again.is_ok_and(|again| again.national().to_string() == national) {
            return Err(Reason::ImpossibleNumber);
        }
    }
    written.parse().map_err(|_| Reason::ImpossibleNumber)
}

/// Whether it has ten digits, the first of which may begin an area code.
fn is_north_american(national: &str) -> bool {
    national.len() == NORTH_AMERICAN_DIGITS && !national.starts_with(['0', '1'])
}

/// Refuses numbers that cannot exist, are another country's, or nobody's cell.
fn check_service(number: &PhoneNumber, region: Region) -> Result<(), Reason> {
    let national = number.national().to_string();
    // The look-ups below forget zeros in front, which Italy's landlines keep. Whatever still has one is valid with it.
    if national.starts_with('0') {
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
mod tests;
