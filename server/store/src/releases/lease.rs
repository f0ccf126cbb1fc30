//! The lease on a running release or undo: which server works on it, and what only that server may write.

use super::progress;
use crate::{Store, StoreError, notify};
use app::domain::{OrganizationId, ReleaseId, ReleaseProgress};
use sqlx::PgConnection;
use std::time::Duration;

/// After this long without a heartbeat a release counts as abandoned, and another server takes it over: five times
/// what one statement of a batch may take.
pub(super) const ABANDONED_AFTER: Duration = Duration::from_secs(15);

/// How a release ended, for the server that worked on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Every batch is done.
    Finished,
    /// Somebody cancelled it.
    Cancelled,
    /// It stopped at an error that trying again does not mend.
    Failed,
    /// The lease is lost: another server has taken the release over, or has ended it.
    LeaseLost,
}

/// The right to work on a release. It is lost when another server takes the release over, which raises the epoch
/// in the row: a server that was paused and wakes up writes nothing about it any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lease {
    pub organization: OrganizationId,
    pub release: ReleaseId,
    /// The epoch that taking it over gave; 0 for the server that began it.
    pub epoch: i32,
}

impl Lease {
    /// Writes a heartbeat at the head of a batch's transaction, and says whether the work is to stop before the
    /// batch, and how. The lock on the row is kept until the commit: nobody takes the release over in the middle
    /// of a batch.
    #[tracing::instrument(name = "db.release_lease.check", skip_all)]
    pub async fn check(&self, transaction: &mut PgConnection) -> Result<Option<End>, StoreError> {
        let cancelled: Option<bool> = sqlx::query_scalar!(
            r#"update release
                set heartbeat_at = statement_timestamp()
              where organization_id = $1 and id = $2 and lease_epoch = $3 and state = 'running'
             returning cancel_requested_at is not null as "cancelled!""#,
            self.organization.0,
            self.release.0,
            self.epoch,
        )
        .fetch_optional(transaction)
        .await?;
        Ok(match cancelled {
            None => Some(End::LeaseLost),
            Some(true) => Some(End::Cancelled),
            Some(false) => None,
        })
    }

    /// A heartbeat of its own, after a batch that was rolled back took its heartbeat along: else another server
    /// would take this one for dead while it attempts again.
    #[tracing::instrument(name = "db.release_lease.heartbeat", skip_all)]
    pub async fn heartbeat(&self, store: &Store) -> Result<(), StoreError> {
        // No rows = the lease is lost, as the next batch will find.
        sqlx::query!(
            "update release
                set heartbeat_at = statement_timestamp()
              where organization_id = $1 and id = $2 and lease_epoch = $3 and state = 'running'",
            self.organization.0,
            self.release.0,
            self.epoch,
        )
        .execute(&store.pool)
        .await?;
        Ok(())
    }

    /// Closes the row in the history, unless the lease is lost, and says what came of it. A release of nothing is
    /// removed from the history instead. Its counts come from the audit, read behind the
    /// lock on the row: a batch that another server had still open is either committed and counted by then, or it
    /// finds the release closed. Of an undo that went through, what it was to give back and did not was
    /// kept; so was what a bulk action was to change.
    #[tracing::instrument(name = "db.release.close", skip_all)]
    pub async fn close(
        &self,
        store: &Store,
        end: End,
    ) -> Result<Option<ReleaseProgress>, StoreError> {
        let state = match end {
            End::Finished => "finished",
            End::Cancelled => "cancelled",
            End::Failed => "failed",
            End::LeaseLost => return Ok(None),
        };
        let mut transaction = store.begin().await?;
        let held = sqlx::query!(
            "select from release
              where organization_id = $1 and id = $2 and lease_epoch = $3 and state = 'running'
                for no key update",
            self.organization.0,
            self.release.0,
            self.epoch,
        )
        .fetch_optional(&mut *transaction)
        .await?;
        if held.is_none() {
            return Ok(None);
        }
        let closed = sqlx::query!(
            "with audit as (
                 select conversation_ids, campaign_ids
                   from assignment_event
                  where organization_id = $1 and release_id = $2
             ), campaign_moved as (
                 select unnest(campaign_ids) as id
                   from audit
                  union
                 -- Events of earlier versions do not name their campaigns.
                 select cv.campaign_id
                   from audit
                  cross join unnest(audit.conversation_ids) as moved (id)
                   join conversation cv on cv.organization_id = $1 and cv.id = moved.id
                  where audit.campaign_ids is null
             )
             update release r
                set state = $3::text::release_state,
                    finished_at = coalesce($4, statement_timestamp()),
                    conversations = moved.conversations,
                    campaigns = moved.campaigns,
                    kept = case when (r.undoes_id is not null or r.kind = 'bulk') and $3 = 'finished'
                                then greatest(r.expected - moved.conversations, 0)
                                else 0
                           end
               from (select coalesce(sum(cardinality(conversation_ids)), 0)::int as conversations,
                            (select count(*) from campaign_moved)::int as campaigns
                       from audit) moved
              where r.organization_id = $1 and r.id = $2 and r.lease_epoch = $5 and r.state = 'running'",
            self.organization.0,
            self.release.0,
            state,
            store.clock.pinned(),
            self.epoch,
        )
        .execute(&mut *transaction)
        .await?;
        if closed.rows_affected() != 1 {
            return Err(StoreError::Corrupt(format!(
                "release {} was not closed although its row was locked",
                self.release
            )));
        }
        let (organization, release) = (self.organization, self.release);
        let progress =
            progress::within(&mut *transaction, &store.clock, organization, release).await?;
        if progress.released_nothing() {
            sqlx::query!(
                "delete from release where organization_id = $1 and id = $2",
                organization.0,
                release.0,
            )
            .execute(&mut *transaction)
            .await?;
        }
        transaction.commit().await?;
        notify::after_commit(notify::releases_changed(&store.pool, self.organization)).await;
        Ok(Some(progress))
    }
}
