//! The seeded conversations of `claim`; `live` seeds with them too.

use super::Scale;
use crate::seed::Seeded;
use sqlx::PgConnection;

/// Writes them. Conversation `n` is on campaign `n % campaigns`. By number, those in the pool come first, then those
/// that are held, then those that need no response. One in five has no time zone, the others have one of four.
pub(crate) async fn write(
    connection: &mut PgConnection,
    scale: &Scale,
    seeded: &Seeded,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into time_zone (name)
         values ('America/Chicago'), ('America/Denver'), ('America/Los_Angeles')
         on conflict (name) do nothing",
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "insert into conversation
                (organization_id, id, campaign_id, time_zone_id, assigned_to, waiting_since, held_since, status)
         select $1, n, first.campaign + n % $2, zone.ids[n / $2 % 5],
                case when n > $4 and n <= $4 + $5 then $6 + n / $2 % $3 end,
                case when n <= $4 + $5 then $7 - interval '1 minute' - n % 32400 * interval '1 second' end,
                case when n > $4 then $7 - interval '1 day' end,
                case when n <= $4 + $5 then 'needs_response' else 'closed' end::conversation_status
           from generate_series(1, $8) n, (select min(id) as campaign from campaign) first,
                (select array_agg(id order by id) as ids from time_zone) zone",
    )
    .bind(seeded.admin.organization.0)
    .bind(scale.campaigns)
    .bind(i64::from(scale.texters))
    .bind(scale.pooled)
    .bind(scale.held)
    .bind(seeded.first_texter)
    .bind(seeded.clock)
    .bind(scale.conversations)
    .execute(&mut *connection)
    .await?;
    // The limit of a request is not what is measured.
    sqlx::query("update pool set max_per_request = 500 where organization_id = $1")
        .bind(seeded.admin.organization.0)
        .execute(&mut *connection)
        .await?;
    Ok(())
}
