//! Texting hours, as statements of conversations say and read them.

use crate::rules::{NEXT_EDGE, NOW, OPEN_NOW};
use crate::{StoreError, stored_word};
use app::domain::{Age, ClosedHours};
use const_format::formatcp;

/// SQL over a campaign and a zone, with the clock in `$2`: the time at which the texting hours open; null while they
/// are open.
pub(super) const OPENS: &str =
    formatcp!("case when not {OPEN_NOW} then to_char(ca.texting_from, 'HH24:MI') end");

/// SQL over a campaign and a zone, with the clock in `$2`: in how many seconds the texting hours open or end; null if they
/// never do.
pub(super) const HOURS_CHANGE_IN: &str =
    formatcp!("ceil(extract(epoch from nullif({NEXT_EDGE}, 'infinity') - {NOW}))::bigint");

/// SQL over `cv` and `ca`, with the organization in `$1`, the clock in `$2` and the campaign in the parameter: it is
/// within the contact's texting hours. The zones in which it is are found once for a statement, not for each
/// conversation, so that a walk of an index goes on being one.
macro_rules! open_on_campaign {
    ($campaign:literal) => {
        const_format::formatcp!(
            "coalesce(cv.time_zone_id, ca.time_zone_id) = any(array(
                 select zone.id
                   from campaign ca
                   join {ZONES} zone on {OPEN_NOW}
                  where ca.organization_id = $1 and ca.id = {CAMPAIGN}))",
            ZONES = crate::rules::ZONES,
            OPEN_NOW = crate::rules::OPEN_NOW,
            CAMPAIGN = $campaign
        )
    };
}
pub(super) use open_on_campaign;

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

/// Over how many seconds pages are spread that read the texting hours of one moment again.
const SPREAD: u32 = 10;

/// After how long a page reads the texting hours again, of [`HOURS_CHANGE_IN`]: a moment after they change, so that they
/// have, and not all pages at the same one; the key is that of the page.
pub(super) fn hours_refresh_in(change_in: Option<i64>, key: i64) -> Option<Age> {
    let spread = key.rem_euclid(i64::from(SPREAD));
    change_in.map(|seconds| Age::from_seconds(seconds + 1 + spread))
}
