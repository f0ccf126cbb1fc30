//! A second pass, from its first row in the history.

use super::batch::SecondPassRun;
use super::count;
use crate::releases::insert::{NewRelease, Terms, insert};
use crate::{Store, StoreError, notify};
use app::domain::{AuditActor, CampaignId, ReleaseKind, ReleaseScope, SecondPassDays};

/// Writes a second pass into the history. Once that is committed it happens: here, or on another server if this one
/// ends. The audit log has it from the first batch that takes somebody.
pub(super) async fn order(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    days: SecondPassDays,
) -> Result<SecondPassRun, StoreError> {
    let organization = actor.organization;
    let tally = count::tally(store, organization, campaign, days).await?;
    let new = NewRelease {
        organization,
        actor: actor.member,
        terms: Terms {
            scope: ReleaseScope::Campaign(campaign),
            kind: ReleaseKind::SecondPass,
            policy: None,
            suspended: None,
            texted_days_ago: Some(days),
            bulk: None,
        },
        expected: tally.conversations,
        left_out: &tally.left_out,
    };
    let mut transaction = store.begin().await?;
    let inserted = insert(&mut transaction, store.clock.pinned(), &new).await?;
    notify::releases_changed(&mut *transaction, organization).await?;
    transaction.commit().await?;
    Ok(SecondPassRun {
        lease: inserted.lease,
        actor,
        campaign,
        days,
        clock: inserted.clock,
    })
}
