//! Texting hours that are closed, as statements read them.

use app::domain::ClosedHours;

/// Of the time at which they open, which is there only if they are closed, and the name of the zone.
pub(super) fn closed_hours(opens: Option<String>, zone: String) -> Option<ClosedHours> {
    opens.map(|opens| ClosedHours { opens, zone })
}
