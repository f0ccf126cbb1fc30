//! Times of day, between which contacts are texted.

use std::str::FromStr;

/// A time of day in whole minutes, from `00:00` to `24:00`, as PostgreSQL reads it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay(String);

impl TimeOfDay {
    /// In five characters: `09:00`.
    pub fn as_str(&self) -> &str {
        &self.0
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
