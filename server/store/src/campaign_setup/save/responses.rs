//! Saving the canned responses, all at once: their order is one of them all.

use super::{RESPONSES_VERSION, lock};
use crate::audit::{self, Change, Differences};
use crate::campaign_setup::script_check::unknown_marks;
use crate::canned_responses::canned_responses;
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, CampaignId, CannedResponse};
use app::error::AppError;
use app::ports::SectionSave;
use const_format::formatcp;
use sentences::page;
use sqlx::PgConnection;

/// The save, if nobody saved the section since it was loaded. `$1` organization, `$2` campaign, `$3` version.
pub(crate) const RESPONSES: &str = formatcp!(
    "update campaign ca
        set settings_version = settings_version + 1
      where ca.organization_id = $1 and ca.id = $2
        and $3 in ('', {RESPONSES_VERSION})"
);

/// Saves them. What was launched gets none that names what no contact has.
#[tracing::instrument(name = "db.campaign.save_responses", skip_all, fields(%campaign))]
pub(in crate::campaign_setup) async fn responses(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    save: &SectionSave,
    responses: &[CannedResponse],
) -> Result<(), StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    let started = lock(&mut transaction, organization, campaign, save).await?;
    if started {
        let bodies: Vec<&str> = responses.iter().map(|one| one.body.as_str()).collect();
        let unknown = unknown_marks(&mut transaction, organization, campaign, &bodies).await?;
        if !unknown.is_empty() {
            let sentence = page::contacts_have_no_field(&unknown.join(", "));
            return Err(AppError::Invalid(sentence).into());
        }
    }
    // Nothing is saved of what stands there already, whoever saved it: an answer may have been lost.
    let standing = canned_responses(&mut transaction, organization, campaign).await?;
    let words = |one: &CannedResponse| (one.title.clone(), one.body.clone());
    if standing.iter().map(words).eq(responses.iter().map(words)) {
        return Ok(());
    }
    let saved = sqlx::query(RESPONSES)
        .bind(organization.0)
        .bind(campaign.0)
        .bind(&save.version.0)
        .execute(&mut *transaction)
        .await?;
    if saved.rows_affected() != 1 {
        return Err(AppError::SavedMeanwhile.into());
    }
    replace(&mut transaction, actor, campaign, responses).await?;
    let differences = differences(&standing, responses);
    let change = Change::new(
        AuditAction::ResponsesSaved,
        AuditSubject::Campaign(campaign),
    );
    let change = change.detail(differences.detail());
    audit::record(&mut transaction, &store.clock, actor, change).await?;
    notify::campaigns_changed(&mut *transaction, organization, &[campaign]).await?;
    transaction.commit().await?;
    Ok(())
}

/// Their titles in their order, and the text of each that has another one.
fn differences(before: &[CannedResponse], after: &[CannedResponse]) -> Differences {
    let titles = |responses: &[CannedResponse]| {
        let titles: Vec<&str> = responses.iter().map(|one| one.title.as_str()).collect();
        titles.join(", ")
    };
    let mut differences = Differences::default();
    differences.note("responses", &titles(before), &titles(after));
    let mut text = |one: &CannedResponse, before: &str, after: &str| {
        differences.note_text(&format!("{}, response_text", one.title), before, after);
    };
    for one in after {
        let was = before
            .iter()
            .find(|was| one.id.is_some() && was.id == one.id);
        text(one, was.map_or("", |was| &was.body), &one.body);
    }
    let is_gone = |was: &&CannedResponse| after.iter().all(|one| one.id != was.id);
    for was in before.iter().filter(is_gone) {
        text(was, &was.body, "");
    }
    differences
}

/// Puts these in the place of those that stand there. What is the same one keeps its id, by which a page that a texter has
/// open names it.
#[tracing::instrument(name = "db.canned_response.replace", skip_all, fields(%campaign))]
async fn replace(
    transaction: &mut PgConnection,
    actor: AuditActor,
    campaign: CampaignId,
    responses: &[CannedResponse],
) -> Result<(), StoreError> {
    // 0 is no id.
    let ids: Vec<i64> = responses
        .iter()
        .map(|one| one.id.map_or(0, |id| id.0))
        .collect();
    let titles: Vec<String> = responses.iter().map(|one| one.title.clone()).collect();
    let bodies: Vec<String> = responses.iter().map(|one| one.body.clone()).collect();
    sqlx::query!(
        "delete from canned_response where organization_id = $1 and campaign_id = $2 and id <> all($3)",
        actor.organization.0,
        campaign.0,
        &ids,
    )
    .execute(&mut *transaction)
    .await?;
    let kept = sqlx::query_scalar!(
        "update canned_response r
            set position = given.position, title = given.title, body = given.body
           from unnest($3::bigint[], $4::text[], $5::text[]) with ordinality given (id, title, body, position)
          where r.organization_id = $1 and r.campaign_id = $2 and r.id = given.id
         returning r.id",
        actor.organization.0,
        campaign.0,
        &ids,
        &titles,
        &bodies,
    )
    .fetch_all(&mut *transaction)
    .await?;
    // Also what somebody else has removed meanwhile, if it is saved over that.
    let added = sqlx::query!(
        "insert into canned_response (organization_id, campaign_id, position, title, body)
         select $1, $2, given.position, given.title, given.body
           from unnest($3::bigint[], $4::text[], $5::text[]) with ordinality given (id, title, body, position)
          where given.id <> all($6)",
        actor.organization.0,
        campaign.0,
        &ids,
        &titles,
        &bodies,
        &kept,
    )
    .execute(&mut *transaction)
    .await?;
    // An id that is named twice is no form of ours.
    if kept.len() as u64 + added.rows_affected() != responses.len() as u64 {
        return Err(AppError::Invalid(page::response_is_there_twice().into()).into());
    }
    Ok(())
}
