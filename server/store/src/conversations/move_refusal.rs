//! Why a reply is not moved to another campaign.

use app::error::AppError;
use sentences::page;

/// Only what waits for an answer is moved, where nobody can give it because the campaign is archived.
pub(super) fn check(waits: bool, opted_out: bool, archived: bool) -> Result<(), AppError> {
    let sentence = if opted_out {
        page::opted_out_cannot_be_moved()
    } else if !archived {
        page::campaign_is_not_archived()
    } else if !waits {
        page::no_longer_waits()
    } else {
        return Ok(());
    };
    Err(AppError::Invalid(sentence.into()))
}
