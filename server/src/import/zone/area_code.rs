use super::table::entries;
use app::domain::PhoneNumber;
use std::collections::HashMap;
use std::sync::LazyLock;

static ZONES: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| entries(include_str!("area_code_zones.txt")).collect());

/// The zone of a cell's area code, if it is one of the United States.
pub(super) fn zone(cell: &PhoneNumber) -> Option<&'static str> {
    let area_code = cell.as_str().strip_prefix("+1")?.get(..3)?;
    ZONES.get(area_code).copied()
}

#[cfg(test)]
mod tests {
    use super::{ZONES, zone};

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
        assert_eq!(ZONES.len(), 365);
    }
}
