//! Saving script and due date.

use super::{SCRIPT_VERSION, lock};
use crate::audit::{self, Change, Differences};
use crate::campaign_setup::script_check::unknown_marks;
use crate::clock::Clock;
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, CampaignId};
use app::error::AppError;
use app::field_errors::FieldErrors;
use app::ports::SectionSave;
use chrono::NaiveDate;
use const_format::formatcp;
use sentences::page;
use sqlx::PgConnection;

/// The save, if nobody saved the section since it was loaded. `$1` organization, `$2` campaign, `$3` version, `$4` script, `$5` due date.
pub(crate) const SCRIPT: &str = formatcp!(
    "update campaign ca
        set script = $4, due_on = $5, settings_version = settings_version + 1
      where ca.organization_id = $1 and ca.id = $2
        and $3 in ('', {SCRIPT_VERSION})"
);

/// Saves both.
pub(in crate::campaign_setup) async fn script(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    save: &SectionSave,
    script: &str,
    due_on: Option<NaiveDate>,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let (tx, clock) = (&mut transaction, &store.clock);
    script_within(tx, clock, actor, campaign, save, (script, due_on)).await?;
    transaction.commit().await?;
    Ok(())
}

/// Saves both in the caller's transaction. What was launched is not left without a script, and gets none that names what no
/// contact has.
#[tracing::instrument(name = "db.campaign.save_script", skip_all, fields(%campaign))]
pub(super) async fn script_within(
    tx: &mut PgConnection,
    clock: &Clock,
    actor: AuditActor,
    campaign: CampaignId,
    save: &SectionSave,
    (script, due_on): (&str, Option<NaiveDate>),
) -> Result<(), StoreError> {
    let organization = actor.organization;
    let started = lock(tx, organization, campaign, save).await?;
    if started && script.trim().is_empty() {
        let sentence = page::launched_needs_a_script();
        return Err(AppError::Fields(FieldErrors::one("script", sentence)).into());
    }
    if started {
        let unknown = unknown_marks(tx, organization, campaign, &[script]).await?;
        if !unknown.is_empty() {
            let sentence = page::contacts_have_no_field(&unknown.join(", "));
            return Err(AppError::Fields(FieldErrors::one("script", &sentence)).into());
        }
    }
    // Nothing is saved of what stands there already, whoever saved it: an answer may have been lost.
    let before = sqlx::query!(
        "select script, due_on from campaign where organization_id = $1 and id = $2",
        organization.0,
        campaign.0,
    );
    let before = before.fetch_one(&mut *tx).await?;
    if (before.script.as_str(), before.due_on) == (script, due_on) {
        return Ok(());
    }
    let saved = sqlx::query(SCRIPT)
        .bind(organization.0)
        .bind(campaign.0)
        .bind(&save.version.0)
        .bind(script)
        .bind(due_on)
        .execute(&mut *tx)
        .await?;
    if saved.rows_affected() != 1 {
        return Err(AppError::SavedMeanwhile.into());
    }
    let mut differences = Differences::default();
    differences.note_text("script", &before.script, script);
    differences.note_option("due_on", before.due_on.as_ref(), due_on.as_ref());
    let change = Change::new(AuditAction::ScriptSaved, AuditSubject::Campaign(campaign));
    let change = change.detail(differences.detail());
    audit::record(tx, clock, actor, change).await?;
    notify::campaigns_changed(tx, organization, &[campaign]).await?;
    Ok(())
}
