use super::{Reason, normalise, read_any};
use proptest::prelude::*;

fn cell(text: &str, region: &str) -> Result<String, Reason> {
    normalise(text, region.parse().unwrap()).map(String::from)
}

fn any_number(text: &str, region: &str) -> Result<String, Reason> {
    read_any(text, region.parse().unwrap()).map(String::from)
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
fn zeros_in_front_are_dropped_unless_they_are_of_the_number() {
    for text in [
        "(0)213-555-0153",
        "0 213 555 0153",
        "02135550153",
        "00213 555 0153",
        "1 (0) 213 555 0153",
        "102135550153",
        "+1 (0)213 555 0153",
        "+1(0)213-555-0153",
        "+102135550153",
        "+1 00213 555 0153",
        "+1002135550153",
        "011 1 0213 555 0153",
    ] {
        let number = Ok("+12135550153".to_owned());
        assert_eq!(cell(text, "US"), number, "{text}");
        assert_eq!(any_number(text, "US"), number, "{text}");
    }
    for (text, region, number) in [
        ("+44 (0)20 7946 0018", "GB", "+442079460018"),
        ("+44 (0)20 7946 0018", "US", "+442079460018"),
        ("020 7946 0018", "GB", "+442079460018"),
        ("+34 (0)612 345 678", "ES", "+34612345678"),
        ("0612 345 678", "ES", "+34612345678"),
        ("+39 06 698 12345", "IT", "+390669812345"),
        ("+39 06 698 12345", "US", "+390669812345"),
        ("00 1 (0) 213 555 0153", "DE", "+12135550153"),
    ] {
        assert_eq!(any_number(text, region).as_deref(), Ok(number), "{text}");
    }
    for (text, region) in [
        ("+1 0 213 555 015", "US"),
        ("0 213 555 015", "US"),
        ("0 1 213 555 0153", "US"),
        ("+1 0 1 213 555 0153", "US"),
        ("+1 0 113 555 0153", "US"),
        ("0 555-0110", "US"),
        ("+36 0 20 123 4567", "HU"),
        ("+34 00 612 345 678", "ES"),
    ] {
        let impossible = Err(Reason::ImpossibleNumber);
        assert_eq!(any_number(text, region), impossible, "{text}");
    }
    let toll_free = "(0)800-356-9377";
    assert_eq!(cell(toll_free, "US"), Err(Reason::TollFree));
    let number = any_number(toll_free, "US");
    assert_eq!(number.as_deref(), Ok("+18003569377"));
    assert_eq!(
        cell("(0)555-555-0111", "US"),
        Err(Reason::UnknownAreaCode("555".into()))
    );
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

    #[test]
    fn ten_digits_stand_behind_a_1(
        text in "(\\+1|1|011 ?1|00 ?1|\\+)?[ (]?(0|00|000|1)?[ )-]?([0-9]{10}|[2-9][0-9]{6,11})",
        region in proptest::sample::select(vec!["US", "CA", "JM", "DE", "MX"]),
    ) {
        for number in [cell(&text, region), any_number(&text, region)].into_iter().flatten() {
            if let Some(national) = number.strip_prefix("+1") {
                let is_whole = national.len() == 10 && !national.starts_with(['0', '1']);
                prop_assert!(is_whole, "{} in {} became {}", text, region, number);
                let again = any_number(&number, region);
                prop_assert_eq!(again, Ok(number), "{} in {}", text, region);
            }
        }
    }
}
