//! The end of an opt-out, in a transaction.

use super::goodbye::give_up_goodbyes;
use super::{Affected, lock};
use crate::StoreError;
use crate::clock::Clock;
use app::domain::{CampaignId, FailureCode, MemberId, OrganizationId, PhoneNumber};
use sqlx::PgConnection;

/// Who lifts an opt-out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LiftedBy {
    /// An admin; none: somebody at the command line.
    Admin(Option<MemberId>),
    /// Who undoes the bulk action that recorded it: whoever was to send a first text still is.
    Undo(Option<MemberId>),
    /// The contact, who can lift what they or their carrier recorded, be it after somebody else had.
    Contact,
}

/// An opt-out that was lifted.
pub(super) struct Removed {
    /// Its row in `opt_out_lift`.
    pub lift: i64,
    /// Whose counts and lists it changed.
    pub affected: Affected,
}

/// Ends the opt-out of a number, if one holds that they may lift: the number may be texted again. What was recorded goes
/// to `opt_out_lift`, with the reason.
///
/// Its conversations are not opted out any more, and are what they were before as far as somebody waits for them: one
/// without a message is to be messaged, by whoever requests it, and after an undo by who held it; one whose contact had
/// written before the opt-out, and had no answer, waits for it again, by the clock that it had; so does one whose contact
/// wrote while they were opted out. Its holder's clock starts anew, because they could not text before; from a holder who
/// is suspended it goes into the pool.
/// What waited for nothing stays closed. A goodbye that still waits is given up.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.opt_out.remove", skip_all)]
pub(super) async fn remove(
    tx: &mut PgConnection,
    clock: &Clock,
    organization: OrganizationId,
    number: &PhoneNumber,
    by: LiftedBy,
    reason: &str,
) -> Result<Option<Removed>, StoreError> {
    let (member, by_contact) = match by {
        LiftedBy::Admin(member) | LiftedBy::Undo(member) => (member.map(|member| member.0), false),
        LiftedBy::Contact => (None, true),
    };
    // An import of contacts that saw the opt-out and has not committed looks again afterwards.
    lock::share(tx, organization).await?;
    // Without an origin and a member a release that kept no origin recorded a stop word.
    let lift = sqlx::query_scalar!(
        "with gone as (
             delete from opt_out
              where organization_id = $1 and cell = $2
                and (not $6 or origin in ('stop_word', 'carrier') or origin is null and recorded_by is null
                     or stopped_at is not null)
             returning cell, origin, recorded_by, campaign_id, created_at
         )
         insert into opt_out_lift
                (organization_id, cell, origin, recorded_by, campaign_id, recorded_at, lifted_by, lifted_at, reason,
                 lifted_by_contact)
         select $1, cell, origin, recorded_by, campaign_id, created_at, $3, coalesce($4, statement_timestamp()), $5, $6
           from gone
         returning id",
        organization.0,
        number.as_str(),
        member,
        clock.pinned(),
        reason,
        by_contact,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(lift) = lift else {
        return Ok(None);
    };
    // A suspension that is under way is waited for: what waits again goes to nobody who could not answer.
    sqlx::query_scalar!(
        "select m.id
           from member m
          where m.organization_id = $1
            and m.id in (select v.assigned_to
                           from contact c
                           join conversation v on v.organization_id = c.organization_id and v.id = c.id
                          where c.organization_id = $1 and c.cell = $2)
          order by m.id
            for key share",
        organization.0,
        number.as_str(),
    )
    .fetch_all(&mut *tx)
    .await?;
    // In the order in which an opt-out locks them, and but for those that it leaves out. A close by hand ends the wait, so that what it
    // closed stays closed. Who wrote before the opt-out was recorded waited then; who wrote while another one held may have said no more than stop.
    let changed = sqlx::query!(
        r#"with theirs as materialized (
             select v.organization_id, v.id, v.assigned_to,
                    v.status in ('needs_message', 'closed')
                    and not exists (select from message m
                                     where m.organization_id = v.organization_id and m.conversation_id = v.id)
                        as is_unmessaged,
                    v.status = 'needs_response'
                    or coalesce(v.waiting_since < lifted.recorded_at, false)
                       and not exists (select from opt_out_lift before
                                        where before.organization_id = $1 and before.cell = $2 and before.id <> $4
                                          and v.waiting_since between before.recorded_at and before.lifted_at)
                        as waits
             from opt_out_lift lifted
             join contact c on c.organization_id = lifted.organization_id and c.cell = lifted.cell
             join conversation v on v.organization_id = c.organization_id and v.id = c.id
             where lifted.organization_id = $1 and lifted.cell = $2 and lifted.id = $4
               and contacts_stay(c.organization_id, c.campaign_id)
             order by v.id
             for update of v
         ), settled as materialized (
             select t.*,
                    t.assigned_to is not null
                    and (t.is_unmessaged and not $6
                         or (t.is_unmessaged or t.waits)
                            and exists (select from member m
                                         where m.organization_id = t.organization_id and m.id = t.assigned_to
                                           and m.role = 'suspended')) as is_lost
             from theirs t
         ), changed as (
             update conversation v
             set opted_out = false,
                 status = case when t.is_unmessaged then 'needs_message'
                               when t.waits then 'needs_response'
                               else 'closed' end::conversation_status,
                 assigned_to = case when t.is_lost then null else v.assigned_to end,
                 released_from = case when t.is_lost then v.assigned_to else v.released_from end,
                 released_by = case when t.is_lost then null else v.released_by end,
                 lease_epoch = v.lease_epoch + t.is_lost::int,
                 held_since = case when (t.is_unmessaged or t.waits) and v.assigned_to is not null and not t.is_lost
                                   then coalesce($3, statement_timestamp()) else v.held_since end
             from settled t
             where v.organization_id = t.organization_id and v.id = t.id and v.opted_out
             returning v.id, v.campaign_id, v.lease_epoch, t.assigned_to as holder, v.released_from, t.is_lost
         ), audit as (
             insert into assignment_event
                    (organization_id, reason, conversation_ids, previous_holders, lease_epochs, actor_id, happened_at)
             select $1, 'released', array_agg(id order by id), array_agg(holder order by id),
                    array_agg(lease_epoch order by id), $5, coalesce($3, statement_timestamp())
             from changed
             where is_lost
             having count(*) > 0
         )
         select campaign_id, coalesce(holder, released_from) as reader from changed"#,
        organization.0,
        number.as_str(),
        clock.pinned(),
        lift,
        member,
        matches!(by, LiftedBy::Undo(_)),
    )
    .fetch_all(&mut *tx)
    .await?;
    // A goodbye that waits would say to who may be texted again that they are not.
    let reason = (
        FailureCode::OPT_OUT_LIFTED,
        "The opt-out was lifted before it was sent.",
    );
    give_up_goodbyes(tx, organization, number, reason).await?;
    let campaigns = changed.iter().map(|row| CampaignId(row.campaign_id));
    let readers = changed.iter().filter_map(|row| row.reader);
    Ok(Some(Removed {
        lift,
        affected: Affected {
            is_new: false,
            campaigns: campaigns.collect(),
            members: readers.map(MemberId).collect(),
        },
    }))
}
