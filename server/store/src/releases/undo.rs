//! Taking a release back.

use super::lease::Lease;
use super::progress::{self, UNDO_UNTIL};
use super::runner::{conclude, with_retries};
use super::start::spawn_and_report;
use super::undo_batch::{UndoRun, undo_batches};
use crate::audit::{self, Change};
use crate::{Store, StoreError, notify, stored_word};
use app::domain::{
    AuditAction, AuditActor, AuditSubject, CampaignId, OrganizationId, ReleaseId, ReleaseKind,
    ReleaseProgress, Role, Texter,
};
use app::error::AppError;
use const_format::formatcp;
use sentences::page;

/// Writes the undo into the history, if there is none yet and it is not too late: the unique index on
/// `undoes_id` lets one through. It takes over where the release was and by which policy.
pub(crate) const INSERT: &str = formatcp!(
    "insert into release
            (organization_id, scope, kind, campaign_id, actor_id, interval_minutes,
             include_team_restricted, only_within_texting_hours, include_auto_assign_off, clock,
             started_at, undoes_id, expected, member_id, texted_days_ago, bulk_action_id)
     select r.organization_id, r.scope, r.kind, r.campaign_id, $3, r.interval_minutes,
            r.include_team_restricted, r.only_within_texting_hours, r.include_auto_assign_off, now.clock,
            now.clock, r.id, r.conversations, r.member_id, r.texted_days_ago, r.bulk_action_id
       from release r,
            (select coalesce($4::timestamptz, statement_timestamp()) as clock) now
      where r.organization_id = $1
        and r.id = $2
        and r.undoes_id is null
        and r.state <> 'running'
        and r.conversations > 0
        and now.clock < {UNDO_UNTIL}
        -- To who is suspended nothing is given back.
        and not exists (select from member m
                         where m.organization_id = r.organization_id and m.id = r.member_id
                           and m.role = 'suspended')
     on conflict do nothing
     returning id, kind::text, campaign_id"
);

/// Undoes a release for the viewer: admins any, texters their own, reviewers their own bulk actions.
#[tracing::instrument(name = "db.release.undo", skip_all, fields(%release))]
pub(super) async fn undo(
    store: &Store,
    viewer: &Texter,
    release: ReleaseId,
) -> Result<ReleaseProgress, StoreError> {
    let undone = sqlx::query!(
        r#"select scope::text as "scope!", actor_id from release where organization_id = $1 and id = $2"#,
        viewer.organization.0,
        release.0,
    )
    .fetch_optional(&store.pool)
    .await?
    .ok_or(AppError::NotFound)?;
    let least = match undone.scope.as_str() {
        "texter" => Role::Texter,
        "review" => Role::Supervolunteer,
        _ => Role::Admin,
    };
    let own = undone.actor_id == Some(viewer.member.0) && viewer.role >= least;
    if !own && viewer.role < Role::Admin {
        return Err(AppError::NotAllowed.into());
    }
    let work = order(store, viewer.actor(), release).await?;
    let worker = store.clone();
    let task = async move { finish_with_retries(&worker, &work).await };
    spawn_and_report(store, &work.lease, task).await
}

/// Undoes a release for whoever may run commands on the database, and answers when that is done.
///
/// # Errors
/// No such release; it runs still; too late; undone already; the database. What batches before an error did stands, and is
/// in the history.
pub async fn undo_release(
    store: &Store,
    organization: OrganizationId,
    release: ReleaseId,
) -> Result<ReleaseProgress, StoreError> {
    // It fails if there is no such release.
    progress::of(store, organization, release).await?;
    let work = order(store, AuditActor::command_line(organization), release).await?;
    finish_with_retries(store, &work).await
}

/// Writes the undo into the history. Once that is committed it happens: here, or on another server if this one ends.
#[tracing::instrument(name = "db.release.order_undo", skip_all, fields(%release))]
pub(super) async fn order(
    store: &Store,
    actor: AuditActor,
    release: ReleaseId,
) -> Result<UndoRun, StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    let undo: Option<Row> = sqlx::query_as(INSERT)
        .bind(organization.0)
        .bind(release.0)
        .bind(actor.member.map(|member| member.0))
        .bind(store.clock.pinned())
        .fetch_optional(&mut *transaction)
        .await?;
    let Some(undo) = undo else {
        return Err(refusal(store, organization, release).await?.into());
    };
    let kind = stored_word(&undo.kind)?;
    let change = match (kind, undo.campaign_id) {
        (ReleaseKind::SecondPass, Some(campaign)) => Change::new(
            AuditAction::SecondPassUndone,
            AuditSubject::Campaign(CampaignId(campaign)),
        ),
        _ => Change::new(AuditAction::ReleaseUndone, AuditSubject::Release(release)),
    };
    audit::record(&mut transaction, &store.clock, actor, change).await?;
    notify::releases_changed(&mut *transaction, organization).await?;
    transaction.commit().await?;
    Ok(UndoRun {
        lease: Lease {
            organization,
            release: ReleaseId(undo.id),
            epoch: 0,
        },
        undoes: release,
        kind,
        actor: actor.member,
    })
}

/// The undo's own row in the history.
#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    kind: String,
    campaign_id: Option<i64>,
}

/// [`finish`], tried again after passing faults.
pub(super) async fn finish_with_retries(
    store: &Store,
    work: &UndoRun,
) -> Result<ReleaseProgress, StoreError> {
    with_retries(&work.lease, || finish(store, work)).await
}

/// Gives back what there is left to give back, and closes the undo's row.
pub(super) async fn finish(store: &Store, work: &UndoRun) -> Result<ReleaseProgress, StoreError> {
    let end = undo_batches(store, work).await;
    conclude(store, &work.lease, end).await
}

/// Why a release cannot be undone.
#[tracing::instrument(name = "db.release.undo_refusal", skip_all, fields(%release))]
async fn refusal(
    store: &Store,
    organization: OrganizationId,
    release: ReleaseId,
) -> Result<AppError, StoreError> {
    let state = sqlx::query!(
        r#"select r.undoes_id is not null as "is_undo!", r.state = 'running' as "running!", r.conversations = 0 as "empty!",
                exists (select from release u
                         where u.organization_id = r.organization_id and u.undoes_id = r.id) as "undone!",
                coalesce($3::timestamptz, statement_timestamp()) < r.finished_at + interval '10 minutes' as "in_time?",
                case when m.role = 'suspended' then a.name end as "suspended?"
           from release r
           left join member m on m.organization_id = r.organization_id and m.id = r.member_id
           left join account a on a.id = m.account_id
          where r.organization_id = $1 and r.id = $2"#,
        organization.0,
        release.0,
        store.clock.pinned(),
    )
    .fetch_one(&store.pool)
    .await?;
    let invalid = |sentence: &str| AppError::Invalid(sentence.to_owned());
    Ok(match () {
        () if state.is_undo => invalid(page::undo_cannot_be_undone()),
        () if state.running => invalid(page::release_is_running()),
        () if state.undone => AppError::UndoneAlready,
        () if state.empty => invalid(page::release_was_empty()),
        () if state.in_time == Some(true)
            && let Some(name) = &state.suspended =>
        {
            AppError::Invalid(page::lift_suspension_before_undo(name))
        }
        () => AppError::UndoExpired,
    })
}
