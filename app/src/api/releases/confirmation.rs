//! The confirmation of a release on a campaign whose auto-assign is off.

use crate::api;
use crate::components::PickedInterval;
use crate::domain::{Admin, CampaignId, IdleInterval, ReleaseKind, ReleaseOrder};
use crate::error::AppError;
use crate::field_errors::FieldErrors;
use crate::view_models::PreviewWords;
use leptos::prelude::*;
use sentences::page;

/// Refuses a release that is not confirmed, if its preview asks for that. A plain form comes back with its preview and the
/// sentence beside the checkbox.
///
/// # Errors
/// It has to be confirmed; as [`crate::ports::Releases::preview`].
pub(super) async fn refuse_unconfirmed(
    viewer: &Admin,
    campaign: CampaignId,
    kind: ReleaseKind,
    interval: IdleInterval,
) -> Result<(), AppError> {
    let ports = api::ports()?;
    let window = ports.campaigns.autoassign(viewer, campaign).await?;
    if window.mode.auto_assign {
        return Ok(());
    }
    let order = ReleaseOrder::on_campaign(campaign, kind, interval, true);
    let preview = ports.releases.preview(viewer, order).await?;
    if !PreviewWords::of(preview, kind, true).mended_by_auto_assign {
        return Ok(());
    }
    let sentence = page::release_has_to_be_confirmed();
    let picked = PickedInterval::new(interval);
    let [choice, number, unit] =
        [picked.choice, picked.number, picked.unit].map(|field| field.get_untracked());
    let fields = [
        ("kind", kind.as_str()),
        ("asked", "1"),
        ("interval", choice.as_str()),
        ("number", number.as_str()),
        ("unit", unit.as_str()),
    ];
    let errors = AppError::Fields(FieldErrors::one("confirmed", sentence));
    api::redisplay(
        &format!("/campaigns/{campaign}/release"),
        "release",
        &fields,
        errors,
    );
    // The dialog, whose preview was made before, has one place for what is wrong.
    Err(AppError::Invalid(sentence.to_owned()))
}
