//! The seeded campaigns and conversations of `pages`.

use super::Scale;
use crate::seed::Seeded;
use sqlx::PgConnection;

/// Gives the campaigns what they are filtered and sorted by, and writes the conversations, each with its contact, because
/// the page counts those. Conversation `n` is on campaign `n % campaigns`. By number, those that texters hold come first,
/// then those in the pool; of the others one in five is an initial that nobody has.
pub(super) async fn write(
    connection: &mut PgConnection,
    scale: &Scale,
    seeded: &Seeded,
) -> Result<(), sqlx::Error> {
    let organization = seeded.admin.organization.0;
    sqlx::query(
        "insert into time_zone (name)
         values ('America/Chicago'), ('America/Denver'), ('America/Los_Angeles')
         on conflict (name) do nothing",
    )
    .execute(&mut *connection)
    .await?;
    // Ten teams, each with a pool and, but for the last, with a texter.
    sqlx::query(
        "with made as (
             insert into team (organization_id, title)
             select $1, 'Team ' || n from generate_series(1, 10) n
             returning id),
         pools as (
             insert into pool (organization_id, team_id) select $1, id from made)
         insert into team_member (organization_id, team_id, member_id)
         select $1, id, $2 from made where id < (select max(id) from made)",
    )
    .bind(organization)
    .bind(seeded.first_texter)
    .execute(&mut *connection)
    .await?;
    // One in five is restricted to a team, one in three has a due date, of which half have passed; the same in each tab,
    // which the last digit of the id decides.
    sqlx::query(
        "update campaign
            set title = title || case when id / 10 % 7 = 0 then ' by mail' else '' end,
                script = repeat('Hi {firstName}, will you vote? ', 10),
                started_at = case when id % 10 = 0 then null else started_at end,
                archived_at = case when id % 10 = 1 then $2 end,
                auto_assign = id / 10 % 6 <> 0,
                auto_release_minutes = case when id / 10 % 2 = 0 then 60 end,
                team_restricted = id / 10 % 5 = 0,
                due_on = case when id / 10 % 3 = 0 then $2::date + (id % 60)::integer - 30 end
          where organization_id = $1",
    )
    .bind(organization)
    .bind(seeded.clock)
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "insert into team_campaign (organization_id, team_id, campaign_id)
         select $1, team.ids[1 + ca.id % 10], ca.id
           from campaign ca, (select array_agg(id order by id) as ids from team where organization_id = $1) team
          where ca.organization_id = $1 and ca.team_restricted",
    )
    .bind(organization)
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "insert into conversation
                (organization_id, id, campaign_id, time_zone_id, assigned_to, waiting_since, held_since, status)
         select $1, n, first.campaign + n % $2, zone.ids[n / $2 % 5],
                case when n <= $3 then $5 end,
                -- Of each campaign some wait for long, in no order.
                case when n <= $3 + $4 then $6 - interval '1 minute' - n * 7919 % 90000 * interval '1 second' end,
                case when n <= $3 then $6 - interval '1 day' end,
                case when n <= $3 + $4 then 'needs_response'
                     when n % 5 = 0 then 'needs_message'
                     else 'closed'
                end::conversation_status
           from generate_series(1, $7) n, (select min(id) as campaign from campaign) first,
                (select array_agg(id order by id) as ids from time_zone) zone",
    )
    .bind(organization)
    .bind(scale.campaigns)
    .bind(scale.held)
    .bind(scale.pooled)
    .bind(seeded.first_texter)
    .bind(seeded.clock)
    .bind(scale.conversations)
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "insert into contact (organization_id, id, campaign_id, first_name, last_name, cell)
         select organization_id, id, campaign_id,
                case when id % 20 = 0 then 'Ada' else 'First' || id % 1000 end, 'Last' || id % 5003,
                '+1303' || lpad(id::text, 7, '0')
           from conversation
          where organization_id = $1",
    )
    .bind(organization)
    .execute(&mut *connection)
    .await?;
    Ok(())
}
