//! Counting on what nobody waits for any more: its page was closed, or its server died.

use super::count::count_on;
use crate::database::{RESPOND_WITHIN, answered};
use crate::{Store, StoreError, stored_word};
use app::domain::{BulkActionId, MemberId, OrganizationId, Origin, Viewer};

/// After so long without a sign of who counts it a bulk action counts as abandoned: its page gives one a second.
const ABANDONED_AFTER_SECONDS: f64 = 5.0;

/// Counts the bulk actions of all organizations to their end that nobody has counted on for a while, and says how many.
/// Each is counted as the member who prepared it would count it; one whose maker may not any more is left. One that could
/// not be counted within an hour is counted on its page alone, and one that the database will never count is discarded.
///
/// # Errors
/// The last fault. What was not counted, and may be, is found again later.
pub async fn count_abandoned(store: &Store) -> Result<u32, StoreError> {
    let mut counted = 0;
    let mut fault = None;
    while let Some((maker, id)) = answered(RESPOND_WITHIN, take_over(store)).await? {
        match count_to_end(store, &maker, id).await {
            Ok(()) => counted += 1,
            Err(error) => {
                tracing::warn!(%error, bulk_action = id.0, "a bulk action could not be counted on");
                // Of another fault a newer server may know more, or the next moment.
                if matches!(error, StoreError::Database(_)) && !error.is_passing() {
                    discard(store, &maker, id).await?;
                }
                fault = Some(error);
            }
        }
    }
    fault.map_or(Ok(counted), Err)
}

async fn count_to_end(store: &Store, maker: &Viewer, id: BulkActionId) -> Result<(), StoreError> {
    while count_on(store, maker, id).await? {}
    Ok(())
}

/// Removes one that is not counted, with what of it was.
#[tracing::instrument(name = "db.bulk_action.discard", skip_all, fields(%id))]
async fn discard(store: &Store, maker: &Viewer, id: BulkActionId) -> Result<(), StoreError> {
    let discarded = sqlx::query!(
        "delete from bulk_action
          where organization_id = $1 and id = $2 and counted_at is null and started_at is null",
        maker.organization.0,
        id.0,
    )
    .execute(&store.pool)
    .await?;
    if discarded.rows_affected() > 0 {
        tracing::warn!(
            bulk_action = id.0,
            "a bulk action was discarded because it can never be counted"
        );
    }
    Ok(())
}

/// Gives a sign of its own for the one that has been without for longest, so that no other server takes it over.
#[tracing::instrument(name = "db.bulk_action.take_over", skip_all)]
async fn take_over(store: &Store) -> Result<Option<(Viewer, BulkActionId)>, StoreError> {
    let row = sqlx::query!(
        r#"update bulk_action b
            set count_heartbeat_at = statement_timestamp()
           from member m
           join account a on a.id = m.account_id
           join organization o on o.id = m.organization_id
          where (b.organization_id, b.id) = (select waiting.organization_id, waiting.id
                                               from bulk_action waiting
                                               join member maker on maker.organization_id = waiting.organization_id
                                                                and maker.id = waiting.maker_id
                                              where waiting.started_at is null
                                                and waiting.counted_at is null
                                                and waiting.created_at
                                                    > coalesce($2, statement_timestamp()) - interval '1 hour'
                                                and (waiting.count_heartbeat_at is null
                                                     or waiting.count_heartbeat_at
                                                        < statement_timestamp() - $1 * interval '1 second')
                                                and maker.role in ('supervolunteer', 'admin', 'owner')
                                              order by waiting.count_heartbeat_at nulls first
                                              limit 1
                                                for no key update of waiting skip locked)
            and m.organization_id = b.organization_id and m.id = b.maker_id
         returning b.organization_id, b.id, b.maker_id, m.role::text as "role!", a.name, o.name as organization_name"#,
        ABANDONED_AFTER_SECONDS,
        store.clock.pinned(),
    )
    .fetch_optional(&store.pool)
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let maker = Viewer {
        organization: OrganizationId(row.organization_id),
        organization_name: row.organization_name,
        member: MemberId(row.maker_id),
        name: row.name,
        role: stored_word(&row.role)?,
        language: None,
        origin: Origin::Client(None),
    };
    Ok(Some((maker, BulkActionId(row.id))))
}
