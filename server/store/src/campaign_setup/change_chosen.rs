//! One change of several campaigns, each by its own rule and in a transaction of its own.

use super::archive::archive;
use crate::audit::{self, Change};
use crate::campaigns::AutoassignBefore;
use crate::{Store, StoreError, notify};
use app::domain::{
    AuditAction, AuditActor, AuditSubject, AutoassignChange, CampaignChange, CampaignChanges,
    CampaignId, ChosenCampaigns, LeftAlone,
};
use app::error::AppError;

/// A version that no campaign has: that of one whose Autoassign Mode the page has not shown.
const NOT_SHOWN: i32 = -1;

/// Changes each of them that may be. What fails for another reason than a rule of its own ends the round, so that
/// nobody waits for a database that does not answer as often as there are campaigns.
#[tracing::instrument(name = "db.campaign.change_chosen", skip_all, fields(campaigns = chosen.ids().len()))]
pub(super) async fn change_chosen(
    store: &Store,
    actor: AuditActor,
    chosen: &ChosenCampaigns,
    change: &CampaignChange,
) -> CampaignChanges {
    let mut changes = CampaignChanges::default();
    let mut failed = false;
    for campaign in chosen.ids() {
        let changed = if failed {
            Ok(Some(LeftAlone::NotNow))
        } else {
            change_one(store, actor, *campaign, change).await
        };
        match changed {
            Ok(None) => changes.changed += 1,
            Ok(Some(why)) => changes.left_alone.push((*campaign, why)),
            Err(error) => {
                // What the database failed of goes to the log.
                let sentence = AppError::from(error);
                tracing::warn!(%campaign, error = ?sentence, "chosen campaigns were left as they are");
                failed = true;
                changes.left_alone.push((*campaign, LeftAlone::NotNow));
            }
        }
    }
    changes
}

/// Changes one, or says why not.
async fn change_one(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    change: &CampaignChange,
) -> Result<Option<LeftAlone>, StoreError> {
    let left_alone = match change {
        CampaignChange::Archive { confirmed } => {
            let archived = archive(store, actor, campaign, *confirmed).await;
            archived.map(|archived| (!archived).then_some(LeftAlone::Already))
        }
        CampaignChange::AutoAssign(on) => {
            let change = AutoassignChange {
                auto_assign: Some(*on),
                auto_release: None,
            };
            set_autoassign(store, actor, campaign, change, None).await
        }
        CampaignChange::Autoassign { change, loaded } => {
            let version = loaded.of(campaign).unwrap_or(NOT_SHOWN);
            set_autoassign(store, actor, campaign, *change, Some(version)).await
        }
    };
    match left_alone {
        Err(StoreError::Refused(AppError::NotFound)) => Ok(Some(LeftAlone::NotFound)),
        // The only field that an archive asks about is its confirmation.
        Err(StoreError::Refused(AppError::Fields(_))) => Ok(Some(LeftAlone::SomebodyWaits)),
        left_alone => left_alone,
    }
}

/// Changes Autoassign Mode, unless it stands so already, or somebody saved it since this `version`, if one is given; why
/// it was left alone. As with the window, what automatic release failed of before is forgotten.
#[tracing::instrument(name = "db.campaign.set_autoassign", skip_all, fields(%campaign))]
async fn set_autoassign(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    change: AutoassignChange,
    version: Option<i32>,
) -> Result<Option<LeftAlone>, StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    let before = AutoassignBefore::lock(&mut transaction, organization, campaign).await?;
    let differences = before.differences(change);
    let set = sqlx::query!(
        "update campaign
            set auto_assign = coalesce($3::boolean, auto_assign),
                auto_release_minutes = case when $4::boolean then $5::integer else auto_release_minutes end,
                autoassign_version = autoassign_version + 1,
                auto_release_attempts = 0,
                auto_release_error = null,
                auto_release_retry_at = null
          where organization_id = $1 and id = $2
            and ($6::integer is null or autoassign_version = $6::integer)
            and (auto_assign <> coalesce($3::boolean, auto_assign)
                 or ($4::boolean and auto_release_minutes is distinct from $5::integer))",
        organization.0,
        campaign.0,
        change.auto_assign,
        change.auto_release.is_some(),
        change
            .auto_release
            .flatten()
            .map(|interval| interval.minutes().cast_signed()),
        version,
    )
    .execute(&mut *transaction)
    .await?;
    if set.rows_affected() != 1 {
        // What stands as it is wanted need not be looked at again, whoever saved it.
        let is_so = differences.detail().is_empty();
        return Ok(Some(if is_so {
            LeftAlone::Already
        } else {
            LeftAlone::SavedMeanwhile
        }));
    }
    let change = Change::new(
        AuditAction::AutoassignSaved,
        AuditSubject::Campaign(campaign),
    );
    let change = change.detail(differences.detail());
    audit::record(&mut transaction, &store.clock, actor, change).await?;
    notify::settings_changed(&mut *transaction, organization).await?;
    transaction.commit().await?;
    Ok(None)
}
