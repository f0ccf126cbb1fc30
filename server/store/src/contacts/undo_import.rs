//! Undoing an import of contacts.

use crate::audit::{self, Change};
use crate::{Store, StoreError, notify};
use app::domain::{Admin, AuditAction, AuditSubject, CampaignId, ImportId, MemberId};
use app::error::AppError;
use sqlx::PgConnection;

/// How many contacts are removed at once: texters' sends wait for one batch at the most.
const BATCH: i64 = 1_000;

/// Removes those contacts of an import that nobody has texted and that did not write, batch by batch, each of which commits
/// by itself. Returns how many. Whoever holds one of them loses it, and is told to look.
///
/// # Errors
/// No such import on this campaign; the database. What was not removed is removed when it is done again.
#[tracing::instrument(name = "db.contact_import.undo", skip_all, fields(%import))]
pub async fn undo_import(
    store: &Store,
    viewer: &Admin,
    campaign: CampaignId,
    import: ImportId,
) -> Result<u64, StoreError> {
    begin(store, viewer, campaign, import).await?;
    let (mut after, mut removed) = (0, 0);
    // A batch whose contacts were all texted meanwhile removes none, and is not the last one.
    while let Some(batch) = remove_batch(store, viewer, campaign, import, after).await? {
        after = batch.last;
        removed += batch.removed;
    }
    Ok(removed)
}

/// Notes that it is undone, and by whom. Whoever undoes it again removes what is left, which is noted already.
#[tracing::instrument(name = "db.contact_import.begin_undo", skip_all)]
async fn begin(
    store: &Store,
    viewer: &Admin,
    campaign: CampaignId,
    import: ImportId,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let begun = sqlx::query!(
        "update contact_import
            set undone_at = coalesce($4, statement_timestamp()), undone = coalesce(undone, 0)
          where organization_id = $1 and campaign_id = $2 and id = $3 and undone_at is null",
        viewer.organization.0,
        campaign.0,
        import.0,
        store.clock.pinned(),
    )
    .execute(&mut *transaction)
    .await?;
    if begun.rows_affected() != 1 {
        return find(&mut transaction, viewer, campaign, import).await;
    }
    let change = Change::new(AuditAction::ImportUndone, AuditSubject::Campaign(campaign));
    let detail = format!("#{import}");
    audit::record(
        &mut transaction,
        &store.clock,
        viewer.actor(),
        change.detail(&detail),
    )
    .await?;
    transaction.commit().await?;
    Ok(())
}

/// Makes sure that there is such an import on this campaign.
#[tracing::instrument(name = "db.contact_import.find", skip_all)]
async fn find(
    connection: &mut PgConnection,
    viewer: &Admin,
    campaign: CampaignId,
    import: ImportId,
) -> Result<(), StoreError> {
    let found = sqlx::query_scalar!(
        "select id from contact_import where organization_id = $1 and campaign_id = $2 and id = $3",
        viewer.organization.0,
        campaign.0,
        import.0,
    )
    .fetch_optional(connection)
    .await?;
    Ok(found.map(drop).ok_or(AppError::NotFound)?)
}

/// What a batch did.
struct Batch {
    /// The contact behind which the next one begins.
    last: i64,
    removed: u64,
}

/// The next contacts behind one of them; `None` = there are none left.
#[tracing::instrument(name = "db.contact_import.undo_batch", skip_all)]
async fn remove_batch(
    store: &Store,
    viewer: &Admin,
    campaign: CampaignId,
    import: ImportId,
    after: i64,
) -> Result<Option<Batch>, StoreError> {
    let organization = viewer.organization;
    let mut transaction = store.begin().await?;
    // Who sends locks the conversation first. A row that was sent to meanwhile is judged anew, by its status; one that
    // somebody holds locked is waited for. By `contact_by_import`.
    let rows = sqlx::query!(
        "select cv.id, cv.assigned_to
           from contact co
           join conversation cv on cv.organization_id = co.organization_id and cv.id = co.id
          where co.organization_id = $1 and co.import_id = $2 and co.campaign_id = $3 and co.id > $5
            and cv.status in ('needs_message', 'closed')
            and not exists (select from message m
                             where m.organization_id = co.organization_id and m.conversation_id = co.id)
          order by co.id
          limit $4
            for update of cv",
        organization.0,
        import.0,
        campaign.0,
        BATCH,
        after,
    )
    .fetch_all(&mut *transaction)
    .await?;
    let Some(last) = rows.last().map(|row| row.id) else {
        return Ok(None);
    };
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let removed = sqlx::query!(
        "delete from contact co
          where co.organization_id = $1 and co.id = any($2)
            and not exists (select from message m
                             where m.organization_id = co.organization_id and m.conversation_id = co.id)",
        organization.0,
        &ids,
    )
    .execute(&mut *transaction)
    .await?
    .rows_affected();
    sqlx::query!(
        "update contact_import set undone = coalesce(undone, 0) + $3
          where organization_id = $1 and id = $2",
        organization.0,
        import.0,
        i32::try_from(removed).unwrap_or(i32::MAX),
    )
    .execute(&mut *transaction)
    .await?;
    let holders = rows.iter().filter_map(|row| row.assigned_to.map(MemberId));
    notify::changed(&mut *transaction, organization, [campaign], holders).await?;
    transaction.commit().await?;
    Ok(Some(Batch { last, removed }))
}
