use super::row::Row;
use crate::{Store, StoreError};
use app::domain::{LiftedOptOut, MemberId, OrganizationId, PhoneNumber};

/// The most that are listed.
const MAX_LISTED: i64 = 200;

/// The opt-outs of a number that were lifted, the latest first.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.opt_out_lift.list", skip_all, fields(%organization))]
pub async fn lifted(
    store: &Store,
    organization: OrganizationId,
    number: &PhoneNumber,
) -> Result<Vec<LiftedOptOut>, StoreError> {
    let rows = sqlx::query!(
        r#"select l.cell, l.origin, l.recorded_by, by_account.name as "member?", l.campaign_id, ca.title as "campaign?",
                l.recorded_at, l.lifted_by, lifted_account.name as "lifted_member?", l.lifted_at, l.reason,
                l.lifted_by_contact
           from opt_out_lift l
           left join member by_member on by_member.organization_id = $1 and by_member.id = l.recorded_by
           left join account by_account on by_account.id = by_member.account_id
           left join member lifted_member on lifted_member.organization_id = $1 and lifted_member.id = l.lifted_by
           left join account lifted_account on lifted_account.id = lifted_member.account_id
           left join campaign ca on ca.organization_id = $1 and ca.id = l.campaign_id
          where l.organization_id = $1 and l.cell = $2
          order by l.id desc
          limit $3"#,
        organization.0,
        number.as_str(),
        MAX_LISTED,
    )
    .fetch_all(&store.pool)
    .await?;
    let lifted = rows.into_iter().map(|row| {
        let opt_out = Row {
            cell: row.cell,
            origin: row.origin,
            recorded_by: row.recorded_by,
            member: row.member,
            campaign_id: row.campaign_id,
            campaign: row.campaign,
            at: row.recorded_at,
        };
        Ok(LiftedOptOut {
            opt_out: opt_out.read()?,
            by: row.lifted_by.map(MemberId).zip(row.lifted_member),
            by_contact: row.lifted_by_contact,
            at: row.lifted_at,
            reason: row.reason,
        })
    });
    lifted.collect()
}
