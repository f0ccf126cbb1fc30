//! Texting hours that are closed now.

use super::TimeOfDay;
#[cfg(feature = "ssr")]
use sentences::page;
#[cfg(feature = "ssr")]
use std::fmt;

/// Until when nothing may be sent, and by whose clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedHours {
    /// When they open next.
    pub opens: TimeOfDay,
    /// The zone of that clock: `America/New_York`.
    pub zone: String,
}

#[cfg(feature = "ssr")]
impl fmt::Display for ClosedHours {
    /// "9:00 AM, New York time".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let city = self.zone.rsplit('/').next().unwrap_or_default();
        let city = city.replace('_', " ");
        // Of the cities after which zones of the United States are called, these have another name in Spanish.
        let city = match &*city {
            "New York" => page::new_york(),
            "Los Angeles" => page::los_angeles(),
            city => city,
        };
        f.write_str(&page::time_in_city(&self.opens.in_words(), city))
    }
}

#[cfg(test)]
mod tests {
    use super::ClosedHours;

    #[test]
    fn the_clock_is_named_after_its_city() {
        let said = |zone: &str| {
            let (opens, zone) = ("09:00".parse().unwrap(), zone.to_owned());
            ClosedHours { opens, zone }.to_string()
        };
        assert_eq!(said("America/New_York"), "9:00 AM, New York time");
        assert_eq!(said("America/Indiana/Knox"), "9:00 AM, Knox time");
        assert_eq!(said("UTC"), "9:00 AM, UTC time");
    }
}
