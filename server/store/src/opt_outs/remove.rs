//! The end of an opt-out, in a transaction.

use super::{Affected, lock};
use crate::StoreError;
use crate::clock::Clock;
use app::domain::{CampaignId, MemberId, OrganizationId, PhoneNumber};
use sqlx::PgConnection;

/// Who lifts an opt-out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LiftedBy {
    /// An admin; none: somebody at the command line.
    Admin(Option<MemberId>),
    /// The contact, who can lift what they or their carrier recorded.
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
/// Its conversations are not opted out any more, and stay closed: nobody is texted on an old thread whom the opt-out took
/// off it, nor on a campaign that was to begin without them. One that waits stays waiting: the contact wrote after they
/// had opted out, and can be answered now. Its holder's clock starts anew, because they could not do that before.
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
        LiftedBy::Admin(member) => (member.map(|member| member.0), false),
        LiftedBy::Contact => (None, true),
    };
    // An import of contacts that saw the opt-out and has not committed looks again afterwards.
    lock::share(tx, organization).await?;
    // Without an origin and a member a release that kept no origin recorded a stop word.
    let lift = sqlx::query_scalar!(
        "with gone as (
             delete from opt_out
              where organization_id = $1 and cell = $2
                and (not $6 or origin in ('stop_word', 'carrier') or origin is null and recorded_by is null)
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
    // In the order in which an opt-out locks them.
    let changed = sqlx::query!(
        "with theirs as materialized (
             select v.organization_id, v.id
             from contact c
             join conversation v on v.organization_id = c.organization_id and v.id = c.id
             where c.organization_id = $1 and c.cell = $2
             order by v.id
             for update of v
         )
         update conversation v
         set opted_out = false,
             status = case when v.status = 'needs_response' then v.status else 'closed' end,
             held_since = case when v.status = 'needs_response' and v.assigned_to is not null
                               then coalesce($3, statement_timestamp()) else v.held_since end
         from theirs t
         where v.organization_id = t.organization_id and v.id = t.id and v.opted_out
         returning v.campaign_id, v.assigned_to",
        organization.0,
        number.as_str(),
        clock.pinned(),
    )
    .fetch_all(&mut *tx)
    .await?;
    let campaigns = changed.iter().map(|row| CampaignId(row.campaign_id));
    let holders = changed.iter().filter_map(|row| row.assigned_to);
    Ok(Some(Removed {
        lift,
        affected: Affected {
            is_new: false,
            campaigns: campaigns.collect(),
            members: holders.map(MemberId).collect(),
        },
    }))
}
