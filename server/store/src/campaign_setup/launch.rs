//! The launch of a campaign.

use super::save::{VERSIONS, Versions};
use super::script_check::unknown_marks;
use super::settings::LAUNCH_CHECKS;
use crate::audit::{self, Change};
use crate::canned_responses::canned_responses;
use crate::contacts::flag_missed_opt_outs;
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, CampaignId};
use app::error::AppError;
use app::ports::SectionVersions;
use const_format::formatcp;
use sentences::page;

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    versions: Versions,
    started: bool,
    archived: bool,
    script: String,
    has_contacts: bool,
    has_script: bool,
    has_sending_number: bool,
}

/// What would be launched, and what stands against it. `$1` organization, `$2` campaign.
pub(crate) const CHECKS: &str = formatcp!(
    "select ca.started_at is not null as started, ca.archived_at is not null as archived,
            ca.script, {VERSIONS}, {LAUNCH_CHECKS}
       from campaign ca
      where ca.organization_id = $1 and ca.id = $2"
);

/// Launches a draft that lacks nothing and is as it was `loaded`, and turns auto-assign on with it if that is asked for. The
/// row is held meanwhile, so that of two launches one is the launch, and that nothing is saved and no list replaced under it.
/// What is checked is read by a statement of its own, which sees what the lock waited for.
#[tracing::instrument(name = "db.campaign.launch", skip_all, fields(%campaign))]
pub(super) async fn launch(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    loaded: &SectionVersions,
    auto_assign: bool,
) -> Result<(), StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    sqlx::query!(
        "select from campaign where organization_id = $1 and id = $2 for no key update",
        organization.0,
        campaign.0,
    )
    .fetch_optional(&mut *transaction)
    .await?
    .ok_or(AppError::NotFound)?;
    let row: Row = sqlx::query_as(CHECKS)
        .bind(organization.0)
        .bind(campaign.0)
        .fetch_one(&mut *transaction)
        .await?;
    let unknown = if row.has_contacts {
        let responses = canned_responses(&mut transaction, organization, campaign).await?;
        let texts: Vec<&str> = std::iter::once(row.script.as_str())
            .chain(responses.iter().map(|one| one.body.as_str()))
            .collect();
        unknown_marks(&mut transaction, organization, campaign, &texts).await?
    } else {
        Vec::new()
    };
    if let Some(sentence) = refusal(row, loaded, &unknown) {
        return Err(AppError::Invalid(sentence).into());
    }
    flag_missed_opt_outs(&mut transaction, organization, campaign).await?;
    let launched = sqlx::query!(
        "update campaign
            set started_at = coalesce($3::timestamptz, statement_timestamp()),
                settings_version = settings_version + 1,
                auto_assign = auto_assign or $4,
                autoassign_version = autoassign_version + case when $4 and not auto_assign then 1 else 0 end
          where organization_id = $1 and id = $2 and started_at is null",
        organization.0,
        campaign.0,
        store.clock.pinned(),
        auto_assign,
    )
    .execute(&mut *transaction)
    .await?;
    if launched.rows_affected() != 1 {
        return Err(AppError::Invalid(page::is_already_launched().into()).into());
    }
    if auto_assign {
        let subject = AuditSubject::Campaign(campaign);
        let change = Change::new(AuditAction::AutoassignSaved, subject);
        audit::record(&mut transaction, &store.clock, actor, change).await?;
        notify::settings_changed(&mut *transaction, organization).await?;
    }
    audit::record(
        &mut transaction,
        &store.clock,
        actor,
        Change::new(
            AuditAction::CampaignLaunched,
            AuditSubject::Campaign(campaign),
        ),
    )
    .await?;
    notify::campaigns_changed(&mut *transaction, organization, &[campaign]).await?;
    transaction.commit().await?;
    Ok(())
}

/// Why it is not launched, if it is not.
fn refusal(row: Row, loaded: &SectionVersions, unknown: &[String]) -> Option<String> {
    if row.archived {
        return Some(page::archived_cannot_be_launched().into());
    }
    if row.started {
        return Some(page::is_already_launched().into());
    }
    if !loaded.stand_for(&row.versions.into()) {
        return Some(page::saved_meanwhile_is_not_launched().into());
    }
    let fields = page::needs_fields(&unknown.join(", "));
    let missing = [
        (row.has_contacts, page::needs_contacts()),
        (row.has_script, page::needs_a_script()),
        (unknown.is_empty(), &fields),
        (row.has_sending_number, page::needs_a_number()),
    ];
    missing
        .into_iter()
        .filter(|(there, _)| !there)
        .map(|(_, what)| what.to_owned())
        .reduce(|one, other| page::one_and_other(&one, &other))
        .map(|missing| page::cannot_be_launched_yet(&missing))
}
