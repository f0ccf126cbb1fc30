//! Texting hours that are closed, as statements read them.

use crate::{StoreError, stored_word};
use app::domain::ClosedHours;

/// Of the time at which they open, which is there only if they are closed, and the name of the zone.
pub(super) fn closed_hours(
    opens: Option<String>,
    zone: String,
) -> Result<Option<ClosedHours>, StoreError> {
    let Some(opens) = opens else {
        return Ok(None);
    };
    let opens = stored_word(&opens)?;
    Ok(Some(ClosedHours { opens, zone }))
}
