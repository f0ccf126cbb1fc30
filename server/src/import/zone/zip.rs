use super::table::entries;
use std::sync::LazyLock;

/// A range of ZIP codes, both ends in it, with its zone.
type Range = (u32, u32, &'static str);

/// In order.
static ZONES: LazyLock<Vec<Range>> = LazyLock::new(|| {
    let mut ranges: Vec<Range> = entries(include_str!("zip_zones.txt"))
        .filter_map(|(range, zone)| {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            // Three digits stand for a hundred codes.
            Some(match first.len() {
                3 => (
                    first.parse::<u32>().ok()? * 100,
                    last.parse::<u32>().ok()? * 100 + 99,
                    zone,
                ),
                _ => (first.parse().ok()?, last.parse().ok()?, zone),
            })
        })
        .collect();
    ranges.sort_unstable();
    ranges
});

/// A ZIP code, as far as it is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Zip {
    code: u32,
    whole: bool,
}

impl Zip {
    /// Reads `02139`, `02139-4307`, `021394307`, and what a spreadsheet makes of them: `2139`, `2139.0`, `601`.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim_start_matches('\'');
        let text = text.strip_suffix(".0").unwrap_or(text);
        let (code, more) = match text.split_once(['-', ' ']) {
            Some((code, more)) => (code, Some(more.trim())),
            None => (text, None),
        };
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !are_digits(code) || more.is_some_and(|more| more.len() != 4 || !are_digits(more)) {
            return None;
        }
        let whole = matches!(code.len(), 5 | 9);
        let code = match (code.len(), more) {
            (3..=5, _) => code,
            // With the four digits behind it, and perhaps without zeros.
            (7..=9, None) => &code[..code.len() - 4],
            _ => return None,
        };
        Some(Self {
            code: code.parse().ok()?,
            whole,
        })
    }

    /// Whether all its digits stood there; else it may have lost zeros, or be another one cut short.
    pub fn is_whole(self) -> bool {
        self.whole
    }

    /// Its zone, if it lies in one.
    pub fn zone(self) -> Option<&'static str> {
        let at = ZONES.partition_point(|(first, _, _)| *first <= self.code);
        let (_, last, zone) = ZONES.get(at.checked_sub(1)?)?;
        (self.code <= *last).then_some(*zone)
    }
}

#[cfg(test)]
mod tests {
    use super::{ZONES, Zip};

    fn zone(text: &str) -> Option<&'static str> {
        Zip::read(text)?.zone()
    }

    #[test]
    fn hard_places_are_right() {
        for (zip, expected) in [
            ("85001", "America/Phoenix"),     // Phoenix
            ("86515", "America/Denver"),      // Window Rock, of the Navajo Nation
            ("46204", "America/New_York"),    // Indianapolis
            ("46402", "America/Chicago"),     // Gary
            ("47708", "America/Chicago"),     // Evansville
            ("40202", "America/New_York"),    // Louisville
            ("42101", "America/Chicago"),     // Bowling Green
            ("37402", "America/New_York"),    // Chattanooga
            ("37203", "America/Chicago"),     // Nashville
            ("32301", "America/New_York"),    // Tallahassee
            ("32501", "America/Chicago"),     // Pensacola
            ("32401", "America/Chicago"),     // Panama City
            ("00601", "America/Puerto_Rico"), // Adjuntas
            ("00802", "America/Puerto_Rico"), // Saint Thomas
            ("96813", "Pacific/Honolulu"),    // Honolulu
            ("96910", "Pacific/Guam"),        // Hagåtña
            ("99501", "America/Anchorage"),   // Anchorage
            ("79901", "America/Denver"),      // El Paso
            ("83814", "America/Los_Angeles"), // Coeur d'Alene
            ("83702", "America/Denver"),      // Boise
            ("49801", "America/Chicago"),     // Iron Mountain
            ("97914", "America/Denver"),      // Ontario, Oregon
        ] {
            assert_eq!(zone(zip), Some(expected), "{zip}");
        }
    }

    #[test]
    fn what_is_unsure_or_no_zip_code_has_no_zone() {
        // Flagstaff's boxes, about which the sources disagree; a military address; no such code.
        for text in [
            "86003", "09012", "00000", "", "21", "K1A 0B1", "213912", "unknown", "-1",
        ] {
            assert_eq!(zone(text), None, "{text}");
        }
    }

    #[test]
    fn zeros_that_a_spreadsheet_dropped_are_put_back() {
        for text in [
            "2139",
            "2139.0",
            "2139-4307",
            "21394307",
            "02139",
            "021394307",
            "'02139",
        ] {
            assert_eq!(Zip::read(text).map(|zip| zip.code), Some(2139), "{text}");
        }
        assert!(Zip::read("02139-4307").unwrap().is_whole());
        assert!(!Zip::read("2139-4307").unwrap().is_whole());
        assert_eq!(zone("601"), Some("America/Puerto_Rico"));
    }

    #[test]
    fn ranges_do_not_overlap() {
        assert_eq!(ZONES.len(), 407);
        assert!(ZONES.iter().all(|(first, last, _)| first <= last));
        assert!(ZONES.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }
}
