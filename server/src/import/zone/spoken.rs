//! Zones as people in the United States say them.

/// The zone of `Eastern`, `ET`, `EST` or `US Eastern Standard Time`. `MST` is none: it is said in Phoenix all year, and in
/// Denver in winter.
pub(super) fn zone(text: &str) -> Option<&'static str> {
    let lower_case = text.to_lowercase();
    let mut said: Vec<&str> = lower_case
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    // `US/Eastern` comes here too, and means the same.
    if said.first() == Some(&"us") {
        said.remove(0);
    }
    let said = match said.as_slice() {
        [word] => word,
        [word, "time"] | [word, "standard" | "daylight", "time"] => word,
        _ => return None,
    };
    Some(match *said {
        "eastern" | "et" | "est" | "edt" => "America/New_York",
        "central" | "ct" | "cst" | "cdt" => "America/Chicago",
        "mountain" | "mt" | "mdt" => "America/Denver",
        "arizona" => "America/Phoenix",
        "pacific" | "pt" | "pst" | "pdt" => "America/Los_Angeles",
        "alaska" | "alaskan" | "akst" | "akdt" => "America/Anchorage",
        "hawaii" | "hawaiian" | "hst" => "Pacific/Honolulu",
        "atlantic" | "ast" => "America/Puerto_Rico",
        "chamorro" | "chst" => "Pacific/Guam",
        "samoa" => "Pacific/Pago_Pago",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::zone;

    #[test]
    fn what_is_said_has_one_meaning_or_none() {
        for text in [
            "Eastern",
            "ET",
            "est",
            "EDT",
            "US/Eastern",
            "Eastern Standard Time",
        ] {
            assert_eq!(zone(text), Some("America/New_York"), "{text}");
        }
        assert_eq!(zone("U.S. Eastern"), None);
        assert_eq!(zone("US/Arizona"), Some("America/Phoenix"));
        assert_eq!(zone("Mountain Standard Time"), Some("America/Denver"));
        for text in ["MST", "East", "America/New_York", "-5", "", "us"] {
            assert_eq!(zone(text), None, "{text}");
        }
    }
}
