//! One batch of a deletion of unmessaged contacts.

use crate::audit::{self, Change};
use crate::rules::UNMESSAGED;
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, CampaignId, ConversationId, MemberId};
use const_format::formatcp;

/// Contacts that a batch looks at: a text to one of those that it deletes waits for its commit. 100,000 are deleted in
/// 2.1 s, with 40 ms for the longest batch (PostgreSQL 15, two cores, no disk to wait for).
const BATCH_CONTACTS: i64 = 1_000;

/// The next contacts of a campaign, and the lock of those among them that are unmessaged. `$1` organization, `$2` campaign,
/// `$3` the cell after which they begin, `$4` the newest contact that may be deleted, `$5` how many are looked at.
///
/// The contacts of a campaign are walked by their cells, by the index that keeps those unique. Both rows are locked, in the
/// order in which a send locks them: whoever sends, receives, hands out or releases has the conversation's, and whatever
/// writes a message holds the contact's.
pub(crate) const LOCK: &str = formatcp!(
    "with page as materialized (
         select co.id, co.cell
           from contact co
          where co.organization_id = $1 and co.campaign_id = $2 and co.cell > $3::text
          order by co.cell
          limit $5
     ), locked as materialized (
         select cv.id, cv.assigned_to
           from page
           join conversation cv on cv.organization_id = $1 and cv.id = page.id
           join contact co on co.organization_id = $1 and co.id = page.id
          where cv.campaign_id = $2
            and cv.id <= $4
            and {UNMESSAGED}
          order by cv.id
            for update of cv, co
     )
     select (select max(cell) from page) as last,
            array(select id from locked) as ids,
            array(select distinct assigned_to from locked where assigned_to is not null) as holders"
);

/// The deletion of those that were locked. `$1` organization, `$2` campaign, `$3` which. It is a statement of its own,
/// which sees the messages that were written while the first one waited; none can be written any more. Conversation, draft
/// and tags go with the contact.
pub(crate) const DELETE: &str = formatcp!(
    "delete from contact co
      using conversation cv
      where co.organization_id = $1
        and co.campaign_id = $2
        and co.id = any($3)
        and cv.organization_id = co.organization_id
        and cv.id = co.id
        and {UNMESSAGED}"
);

/// Deleted contacts that become an event of the audit log before the end of the deletion: a server that dies leaves no more
/// than so many out of it.
const EVENT_CONTACTS: u64 = 10_000;

#[derive(sqlx::FromRow)]
struct Row {
    /// The last cell that was looked at; `None` = there were none left.
    last: Option<String>,
    ids: Vec<i64>,
    holders: Vec<i64>,
}

/// What a batch did.
pub(super) struct Batch {
    /// The cell behind which the next one begins; `None` = there is nothing behind.
    pub last: Option<String>,
    /// How many it deleted.
    pub deleted: u64,
    /// How many were deleted since the last event in the audit log.
    pub unrecorded: u64,
}

/// Deletes those of the next contacts that are unmessaged. `unrecorded` were deleted before it and are in no event of the
/// audit log yet: the last batch writes one for all of them, in its own transaction.
#[tracing::instrument(name = "db.unmessaged.delete_batch", skip_all, fields(%campaign))]
pub(super) async fn delete(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    newest: ConversationId,
    after: &str,
    unrecorded: u64,
) -> Result<Batch, StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    let row: Row = sqlx::query_as(LOCK)
        .bind(organization.0)
        .bind(campaign.0)
        .bind(after)
        .bind(newest.0)
        .bind(BATCH_CONTACTS)
        .fetch_one(&mut *transaction)
        .await?;
    let mut deleted = 0;
    if !row.ids.is_empty() {
        deleted = sqlx::query(DELETE)
            .bind(organization.0)
            .bind(campaign.0)
            .bind(&row.ids)
            .execute(&mut *transaction)
            .await?
            .rows_affected();
        let holders = row.holders.into_iter().map(MemberId);
        notify::changed(&mut *transaction, organization, [campaign], holders).await?;
    }
    let mut unrecorded = unrecorded + deleted;
    if unrecorded >= EVENT_CONTACTS || row.last.is_none() && unrecorded > 0 {
        let detail = unrecorded.to_string();
        let change = event(campaign).detail(&detail);
        audit::record(&mut transaction, &store.clock, actor, change).await?;
        unrecorded = 0;
    }
    transaction.commit().await?;
    Ok(Batch {
        last: row.last,
        deleted,
        unrecorded,
    })
}

/// The event of a deletion, without its number.
pub(super) fn event(campaign: CampaignId) -> Change<'static> {
    Change::new(
        AuditAction::UnmessagedDeleted,
        AuditSubject::Campaign(campaign),
    )
}
