//! Why a reply is not moved to another campaign.

use app::error::AppError;

/// Only what waits for an answer is moved, where nobody can give it because the campaign is archived.
pub(super) fn check(waits: bool, opted_out: bool, archived: bool) -> Result<(), AppError> {
    let sentence = if opted_out {
        "This contact has opted out, so the reply cannot be moved."
    } else if !archived {
        "This reply is on a campaign that is not archived, so it is not moved. Maybe another admin has moved it."
    } else if !waits {
        "This conversation no longer waits for a reply, so it is not moved."
    } else {
        return Ok(());
    };
    Err(AppError::Invalid(sentence.into()))
}
