use super::table::entries;
use app::domain::PhoneNumber;
use std::collections::HashMap;
use std::sync::LazyLock;

static ZONES: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| entries(include_str!("area_code_zones.txt")).collect());

/// The zone of a cell's area code, if it is one of the United States or of Canada; of its exchange, where that lies in
/// another zone.
pub(super) fn zone(cell: &PhoneNumber) -> Option<&'static str> {
    let national = cell.as_str().strip_prefix("+1")?;
    let entry = |digits: usize| ZONES.get(national.get(..digits)?).copied();
    entry(6).or_else(|| entry(3))
}

#[cfg(test)]
mod tests {
    use super::{ZONES, entries, zone};

    #[test]
    fn an_area_code_across_two_zones_has_the_eastern_one() {
        for (area_code, expected) in [
            ("213", "America/Los_Angeles"),
            ("602", "America/Phoenix"),
            ("928", "America/Denver"),
            ("850", "America/New_York"),
            ("270", "America/New_York"),
            ("423", "America/New_York"),
            ("615", "America/Chicago"),
            ("219", "America/New_York"),
            ("317", "America/New_York"),
            ("907", "America/Anchorage"),
            ("808", "Pacific/Honolulu"),
            ("787", "America/Puerto_Rico"),
            ("671", "Pacific/Guam"),
        ] {
            let cell = format!("+1{area_code}5550100").parse().unwrap();
            assert_eq!(zone(&cell), Some(expected), "{area_code}");
        }
        assert_eq!(zone(&"+18765550100".parse().unwrap()), None, "Jamaica");
        assert_eq!(zone(&"+4915112345678".parse().unwrap()), None);
    }

    #[test]
    fn canada_s_area_codes_have_their_zones_and_some_exchanges_their_own() {
        for (begin, expected) in [
            ("416555", Some("America/Toronto")),
            ("514555", Some("America/Toronto")),
            ("604555", Some("America/Vancouver")),
            ("709555", Some("America/St_Johns")),
            ("879555", Some("America/St_Johns")),
            ("306555", Some("America/Regina")),
            ("474555", Some("America/Regina")),
            ("506555", Some("America/Halifax")),
            ("204555", Some("America/Winnipeg")),
            ("780555", Some("America/Edmonton")),
            ("250555", Some("America/Vancouver")),
            ("250426", Some("America/Edmonton")), // Cranbrook
            ("418555", Some("America/Toronto")),
            ("418986", Some("America/Halifax")), // Îles-de-la-Madeleine
            ("807555", Some("America/Toronto")),
            ("807548", Some("America/Winnipeg")), // Kenora
            ("867668", Some("America/Whitehorse")),
            ("867873", Some("America/Edmonton")), // Yellowknife
            ("867645", Some("America/Winnipeg")), // Rankin Inlet
            ("867979", Some("America/Toronto")),  // Iqaluit
            ("867555", None),
        ] {
            let cell = format!("+1{begin}0100").parse().unwrap();
            assert_eq!(zone(&cell), expected, "{begin}");
        }
    }

    #[test]
    fn nothing_stands_in_the_table_twice() {
        let table = include_str!("area_code_zones.txt");
        assert_eq!(entries(table).count(), 471);
        assert_eq!(ZONES.len(), 471);
    }
}
