//! Times of day, between which contacts are texted.

#[cfg(feature = "ssr")]
use sentences::page;
use std::str::FromStr;

/// A time of day in whole minutes, from `00:00` to `24:00`, as PostgreSQL reads it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay(String);

impl TimeOfDay {
    /// In five characters: `09:00`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For people, in the language of who reads, as moments are written: `9:00 AM`.
    #[cfg(feature = "ssr")]
    pub fn in_words(&self) -> String {
        let number = |digits: &str| digits.parse().unwrap_or_default();
        let (hour, minute) = self.0.split_once(':').unwrap_or_default();
        time_in_words(number(hour), number(minute))
    }
}

/// An hour and a minute for people; the hour 24 is midnight.
#[cfg(feature = "ssr")]
pub fn time_in_words(hour: u32, minute: u32) -> String {
    let on_a_clock = ((hour + 11) % 12 + 1).to_string();
    let minute = format!("{minute:02}");
    match hour {
        0..12 => page::time_before_noon(&on_a_clock, &minute),
        12..24 => page::time_after_noon(&on_a_clock, &minute),
        _ => page::midnight().to_owned(),
    }
}

impl FromStr for TimeOfDay {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = |digits: &str| {
            let few = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
            digits.parse::<u32>().ok().filter(|_| few)
        };
        let parts = text.split_once(':');
        let parts = parts.and_then(|(hour, minute)| Some((number(hour)?, number(minute)?)));
        match parts {
            Some((hour, minute)) if minute < 60 && hour * 60 + minute <= 24 * 60 => {
                Ok(Self(format!("{hour:02}:{minute:02}")))
            }
            _ => Err("it has to be a time of day like 09:00, or 24:00 for midnight"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TimeOfDay;
    use leptos::prelude::{Owner, provide_context};
    use sentences::Language;

    #[test]
    fn people_read_it_by_a_clock_of_twelve_hours() {
        let words = || {
            let times = ["00:05", "09:00", "12:00", "21:30", "24:00"];
            times.map(|time| time.parse::<TimeOfDay>().unwrap().in_words())
        };
        assert_eq!(
            words(),
            ["12:05 AM", "9:00 AM", "12:00 PM", "9:30 PM", "midnight"]
        );
        let in_spanish = Owner::new().with(|| {
            provide_context(Language::Spanish);
            words()
        });
        assert_eq!(
            in_spanish,
            [
                "12:05 a.m.",
                "9:00 a.m.",
                "12:00 p.m.",
                "9:30 p.m.",
                "medianoche"
            ]
        );
    }

    #[test]
    fn reaches_from_midnight_to_midnight() {
        let read = |text: &str| text.parse::<TimeOfDay>().map(|time| time.0);
        assert_eq!(read("9:00").unwrap(), "09:00");
        assert_eq!(read("00:00").unwrap(), "00:00");
        assert_eq!(read("23:59").unwrap(), "23:59");
        assert_eq!(read("24:00").unwrap(), "24:00");
        for bad in [
            "", "9", "24:01", "25:00", "12:60", "-1:00", "+9:00", "09:00:00", "noon",
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
        assert!("09:00".parse::<TimeOfDay>().unwrap() < "24:00".parse().unwrap());
    }
}
