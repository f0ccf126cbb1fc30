//! What one batch of a second pass's undo gives back.

use crate::count::clamp;
use crate::releases::batch::Released;
use crate::releases::given_back::{AUDIT, RECEIVING};
use crate::releases::lease::Lease;
use crate::{Store, StoreError};
use app::domain::{CampaignId, MemberId};
use const_format::formatcp;
use sqlx::PgConnection;

/// `$1` organization, `$2` clock, `$3` the row of the audit, `$4` who undoes, `$5` the undo.
pub(crate) const GIVE_BACK: &str = formatcp!(
    "with {RECEIVING}, given as (
         update conversation cv
            set status = 'messaged',
                assigned_to = receiving.id,
                released_from = null,
                released_by = null,
                held_since = case when receiving.id is null then cv.held_since
                                  else coalesce($2::timestamptz, statement_timestamp())
                             end,
                lease_epoch = cv.lease_epoch + 1
           from assignment_event e
          cross join unnest(e.conversation_ids, e.previous_holders, e.lease_epochs)
                     as lost (id, holder, epoch)
           left join receiving on receiving.id = lost.holder
          where e.organization_id = $1
            and e.id = $3
            and cv.organization_id = $1
            and cv.id = lost.id
            and cv.lease_epoch = lost.epoch
            and cv.assigned_to is null
            and cv.status = 'needs_message'
            and not cv.opted_out
            and not cv.escalated
         returning cv.id, cv.campaign_id, cv.assigned_to, cv.lease_epoch
     ), {AUDIT}, counted as (
         update release
            set conversations = conversations + (select count(*) from given)
          where organization_id = $1 and id = $5 and state = 'running'
     )
     select (select count(*) from given) as conversations,
            array(select distinct campaign_id from given) as campaigns,
            array(select holder from by_holder where holder is not null) as holders"
);

#[derive(sqlx::FromRow)]
struct Given {
    conversations: i64,
    campaigns: Vec<i64>,
    holders: Vec<i64>,
}

/// Gives back one row of the second pass's audit, within a batch's transaction.
///
/// Only what nobody touched: nobody holds it, its epoch is the one that the second pass gave it, it is still to be
/// messaged, its contact has not opted out. It is messaged again, and with who had it; with nobody, if they are suspended,
/// or if nobody had it. A second pass leaves no notices, so that there are none to take back.
#[tracing::instrument(name = "db.second_pass.undo_batch", skip_all)]
pub(in crate::releases) async fn give_back(
    store: &Store,
    transaction: &mut PgConnection,
    lease: &Lease,
    actor: Option<MemberId>,
    event: i64,
) -> Result<Released, StoreError> {
    let organization = lease.organization;
    let given: Given = sqlx::query_as(GIVE_BACK)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .bind(event)
        .bind(actor.map(|actor| actor.0))
        .bind(lease.release.0)
        .fetch_one(&mut *transaction)
        .await?;
    Ok(Released {
        organization,
        rows: clamp(given.conversations),
        campaigns: given.campaigns.into_iter().map(CampaignId).collect(),
        losers: given.holders.into_iter().map(MemberId).collect(),
    })
}
