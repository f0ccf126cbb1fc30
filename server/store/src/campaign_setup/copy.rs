//! The copy of a campaign.

use crate::audit::{self, Change};
use crate::rules::ZONES;
use crate::{Store, StoreError};
use app::domain::{
    AuditAction, AuditActor, AuditSubject, CampaignId, CopyKey, MAX_TITLE_CHARACTERS,
    OrganizationId,
};
use app::error::AppError;
use const_format::formatcp;
use sentences::page;
use sqlx::PgConnection;

/// Copies a campaign into a draft: its script, canned responses, texting hours, zone and teams, and its due date if that
/// has not passed.
/// Without a title it is called after the campaign. Where a copy with this key was made before, it is that one, and
/// nothing is written.
#[tracing::instrument(name = "db.campaign.copy", skip_all, fields(%campaign))]
pub(super) async fn copy(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    title: Option<&str>,
    key: Option<CopyKey>,
) -> Result<CampaignId, StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    // Nobody saves its teams or its canned responses meanwhile.
    let original = sqlx::query_scalar!(
        "select title from campaign where organization_id = $1 and id = $2 for share",
        organization.0,
        campaign.0,
    );
    let original = original.fetch_optional(&mut *transaction).await?;
    let original = original.ok_or(AppError::NotFound)?;
    let title = title.map_or_else(
        || {
            page::copy_of(&original)
                .chars()
                .take(MAX_TITLE_CHARACTERS)
                .collect()
        },
        str::to_owned,
    );
    let id: Option<i64> = sqlx::query_scalar(COPY)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .bind(campaign.0)
        .bind(title)
        .bind(key.map(|key| key.0))
        .fetch_optional(&mut *transaction)
        .await?;
    let Some(id) = id else {
        return made_before(&mut transaction, organization, key).await;
    };
    sqlx::query!(
        "insert into team_campaign (organization_id, team_id, campaign_id)
         select organization_id, team_id, $3 from team_campaign where organization_id = $1 and campaign_id = $2",
        organization.0,
        campaign.0,
        id,
    )
    .execute(&mut *transaction)
    .await?;
    sqlx::query!(
        "insert into canned_response (organization_id, campaign_id, position, title, body)
         select organization_id, $3, position, title, body
           from canned_response where organization_id = $1 and campaign_id = $2",
        organization.0,
        campaign.0,
        id,
    )
    .execute(&mut *transaction)
    .await?;
    let copy = CampaignId(id);
    let change = Change::new(AuditAction::CampaignCopied, AuditSubject::Campaign(copy));
    let change = change.detail(&original);
    audit::record(&mut transaction, &store.clock, actor, change).await?;
    transaction.commit().await?;
    Ok(copy)
}

/// The draft; no row if there is a copy with this key. `$1` organization, `$2` clock, `$3` campaign, `$4` title, `$5` key.
pub(crate) const COPY: &str = formatcp!(
    "insert into campaign (organization_id, title, description, script, time_zone_id, texting_from, texting_until, due_on,
                           team_restricted, copy_key)
     select ca.organization_id, btrim($4), ca.description, ca.script, ca.time_zone_id, ca.texting_from, ca.texting_until,
            case when ca.due_on >= zone.today then ca.due_on end, ca.team_restricted, $5::bigint
       from campaign ca
       join {ZONES} zone on zone.id = ca.time_zone_id
      where ca.organization_id = $1 and ca.id = $3
         on conflict (organization_id, copy_key) where copy_key is not null do nothing
     returning id"
);

/// The copy that the first of two presses made.
#[tracing::instrument(name = "db.campaign.find_copy", skip_all)]
async fn made_before(
    transaction: &mut PgConnection,
    organization: OrganizationId,
    key: Option<CopyKey>,
) -> Result<CampaignId, StoreError> {
    let id = sqlx::query_scalar!(
        "select id from campaign where organization_id = $1 and copy_key = $2",
        organization.0,
        key.map(|key| key.0),
    );
    let id = id.fetch_optional(transaction).await?;
    Ok(id.map(CampaignId).ok_or(AppError::NotFound)?)
}
