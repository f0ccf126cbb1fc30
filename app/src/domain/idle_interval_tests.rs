use super::{IdleInterval, IntervalUnit, InvalidInterval};
use proptest::prelude::*;

#[test]
fn refuses_everything_that_is_not_five_minutes_to_seven_days() {
    use IntervalUnit::{Hours, Minutes};
    use InvalidInterval::{Empty, NotANumber, NotWholeMinutes, TooLong, TooShort};
    for (text, unit, error) in [
        ("", Hours, Empty),
        ("   ", Minutes, Empty),
        ("an hour", Hours, NotANumber),
        ("NaN", Minutes, NotANumber),
        ("inf", Hours, NotANumber),
        ("0", Minutes, TooShort),
        ("-0", Hours, TooShort),
        ("-60", Minutes, TooShort),
        ("4", Minutes, TooShort),
        ("4.99", Minutes, TooShort),
        ("10081", Minutes, TooLong),
        ("168.1", Hours, TooLong),
        ("99999999999999999999999", Hours, TooLong),
        ("-99999999999999999999999", Hours, TooShort),
        ("1e300", Hours, NotANumber),
        ("7.5", Minutes, NotWholeMinutes),
        ("0.3333", Hours, NotWholeMinutes),
    ] {
        assert_eq!(
            IdleInterval::parse(text, unit),
            Err(error),
            "{text:?} {unit:?}"
        );
    }
}

#[test]
fn takes_fractions_of_an_hour() {
    let minutes = |text| IdleInterval::parse(text, IntervalUnit::Hours).map(IdleInterval::minutes);
    assert_eq!(minutes("1.5"), Ok(90));
    assert_eq!(minutes("1,5"), Ok(90));
    assert_eq!(minutes("0.25"), Ok(15));
    assert_eq!(minutes("1.1"), Ok(66));
    assert_eq!(minutes("168"), Ok(10080));
}

#[test]
fn presets_are_valid_and_read_as_people_say_them() {
    let words: Vec<_> = IdleInterval::PRESETS
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        words,
        [
            "15 minutes",
            "30 minutes",
            "1 hour",
            "2 hours",
            "4 hours",
            "8 hours",
            "24 hours"
        ]
    );
    for preset in IdleInterval::PRESETS {
        assert_eq!(IdleInterval::from_minutes(preset.minutes()), Ok(preset));
    }
}

proptest! {
    #[test]
    fn exists_exactly_within_its_bounds(minutes in any::<u32>()) {
        let valid = (5..=10_080).contains(&minutes);
        prop_assert_eq!(IdleInterval::from_minutes(minutes).is_ok(), valid);
        let json = minutes.to_string();
        prop_assert_eq!(serde_json::from_str::<IdleInterval>(&json).is_ok(), valid);
    }

    #[test]
    fn whole_minutes_read_the_same_in_either_unit(minutes in 5u32..=10_080) {
        let expected = IdleInterval::from_minutes(minutes);
        prop_assert_eq!(IdleInterval::parse(&minutes.to_string(), IntervalUnit::Minutes), expected);
        let hours = (f64::from(minutes) / 60.0).to_string();
        prop_assert_eq!(IdleInterval::parse(&hours, IntervalUnit::Hours), expected);
    }

    #[test]
    fn no_text_makes_an_interval_that_breaks_the_bounds(text in ".*") {
        for unit in [IntervalUnit::Minutes, IntervalUnit::Hours] {
            if let Ok(interval) = IdleInterval::parse(&text, unit) {
                prop_assert!((5..=10_080).contains(&interval.minutes()));
            }
        }
    }
}
