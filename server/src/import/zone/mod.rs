//! The time zone of a contact: its own column, else the ZIP code, else the area code of the cell, else the campaign's.
//!
//! ZIP codes are those of the United States, area codes theirs and Canada's. Where one lies across two zones the tables say
//! what is taken: a ZIP code none, an area code of the United States the eastern one.

mod area_code;
mod spoken;
mod table;
mod zip;

use super::region::Region;
use app::domain::PhoneNumber;
use server_store::contacts::{ContactZone, ZoneSource};
use server_store::time_zones::KnownZones;
use std::borrow::Cow;

/// What zones are found by.
pub(super) struct Zones {
    known: KnownZones,
    region: Region,
}

impl Zones {
    /// Of the names that the database knows, and for a region.
    pub fn new(known: KnownZones, region: Region) -> Self {
        Self { known, region }
    }

    /// The zone that a column names: by a name of the IANA database, old or new, or as people say it.
    pub fn named(&self, text: &str) -> Option<ContactZone> {
        if text.is_empty() {
            return None;
        }
        let spoken = match self.region.is_us() {
            true => spoken::zone(text),
            false => None,
        };
        let name = match spoken {
            Some(name) => Cow::Borrowed(name),
            None if is_fixed(text) => return None,
            None => Cow::Owned(self.known.canonical(text)?.to_owned()),
        };
        Some(ContactZone {
            name,
            source: ZoneSource::Column,
        })
    }

    /// The zone by ZIP code, else by area code.
    pub fn derived(&self, zip: &str, cell: &PhoneNumber) -> Option<ContactZone> {
        let by_area_code = match self.region.has_area_codes() {
            true => area_code::zone(cell),
            false => None,
        };
        let zip = self.region.is_us().then(|| zip::Zip::read(zip)).flatten();
        let by_zip = zip.and_then(|zip| {
            let zone = zip.zone()?;
            // A ZIP code that lost its zeros looks like one that lost another digit. The area code has to agree.
            (zip.is_whole() || by_area_code.is_none_or(|area_code| area_code == zone))
                .then_some(zone)
        });
        let (name, source) = match (by_zip, by_area_code) {
            (Some(zone), _) => (zone, ZoneSource::Zip),
            (None, Some(zone)) => (zone, ZoneSource::AreaCode),
            (None, None) => return None,
        };
        Some(ContactZone {
            name: Cow::Borrowed(name),
            source,
        })
    }
}

/// Names without a slash of clocks that are never changed: they are in the database too, and are no place. `EST` and `MST`
/// are said of places whose clocks are changed; `UTC` is what a program writes that knows no zone.
const FIXED: [&str; 8] = [
    "est",
    "mst",
    "hst",
    "utc",
    "uct",
    "universal",
    "zulu",
    "greenwich",
];

fn is_fixed(text: &str) -> bool {
    let name = text.trim().to_lowercase();
    // `GMT`, `GMT0`, `GMT+0`.
    FIXED.contains(&name.as_str()) || name.starts_with("gmt")
}

#[cfg(test)]
mod tests {
    use super::{Region, Zones, is_fixed};
    use server_store::contacts::ZoneSource::{self, AreaCode, Zip};
    use server_store::time_zones::KnownZones;

    fn derived(region: &str, zip: &str, cell: &str) -> Option<(String, ZoneSource)> {
        let zones = Zones::new(KnownZones::default(), region.parse().unwrap());
        let zone = zones.derived(zip, &cell.parse().unwrap())?;
        Some((zone.name.into_owned(), zone.source))
    }

    #[test]
    fn the_zip_code_counts_before_the_area_code() {
        for (zip, cell, name, source) in [
            ("02139", "+12135550100", "America/New_York", Zip),
            ("2139", "+16175550100", "America/New_York", Zip),
            ("2139-4307", "+16175550101", "America/New_York", Zip),
            ("2139.0", "+16175550102", "America/New_York", Zip),
            ("601", "+17875550103", "America/Puerto_Rico", Zip),
            ("85001", "+16025550104", "America/Phoenix", Zip),
            ("96813", "+18085550105", "Pacific/Honolulu", Zip),
            ("7870", "+15125550106", "America/Chicago", AreaCode),
            ("unknown", "+12135550107", "America/Los_Angeles", AreaCode),
            ("", "+12135550108", "America/Los_Angeles", AreaCode),
        ] {
            let expected = Some((name.to_owned(), source));
            assert_eq!(derived("US", zip, cell), expected, "{zip} {cell}");
        }
        assert_eq!(
            derived("US", "09012", "+15005550100"),
            None,
            "a soldier abroad"
        );
        assert_eq!(derived("DE", "10115", "+4915112345678"), None);
    }

    #[test]
    fn area_codes_count_wherever_numbers_are_north_american_and_zip_codes_in_the_united_states() {
        for (region, zip, cell, name) in [
            ("CA", "", "+14165550100", "America/Toronto"),
            ("CA", "02139", "+16045550101", "America/Vancouver"),
            ("PR", "", "+17875550102", "America/Puerto_Rico"),
        ] {
            let expected = Some((name.to_owned(), AreaCode));
            assert_eq!(derived(region, zip, cell), expected, "{region} {cell}");
        }
        assert_eq!(derived("DE", "", "+14165550100"), None);
    }

    #[test]
    fn people_and_databases_name_zones_differently() {
        let named = |region: Region, text: &str| {
            Zones::new(KnownZones::default(), region)
                .named(text)
                .map(|zone| zone.name.into_owned())
        };
        let us = Region::default();
        assert_eq!(named(us, "EST").as_deref(), Some("America/New_York"));
        assert_eq!(named(us, "MST"), None, "Denver's winter, or Phoenix");
        assert_eq!(named("DE".parse().unwrap(), "EST"), None);
        assert_eq!(named(us, ""), None);
        for fixed in [
            "MST", "est", " HST ", "UTC", "GMT", "GMT+0", "gmt-0", "GMT+5", "Zulu",
        ] {
            assert!(is_fixed(fixed), "{fixed}");
        }
        for zone in ["EST5EDT", "Japan", "Navajo", "PST8PDT", "Etc/GMT+5"] {
            assert!(!is_fixed(zone), "{zone}");
        }
    }
}
