//! The seeded conversations of `release`.

use super::Scale;
use crate::seed::Seeded;
use sqlx::PgConnection;

/// Writes them. Conversation `n` is on campaign `n % campaigns`. By number, those that need a response come first: `due`
/// of them have been idle for 60 minutes to 10 hours, as many for 30 to 60 minutes, and the others for less than 30, so
/// that each of two releases has `due` rows to find among many that it must leave.
pub(super) async fn write(
    connection: &mut PgConnection,
    scale: &Scale,
    seeded: &Seeded,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into conversation
                (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, status)
         select $1, n, first.campaign + n % $2,
                case when n <= $4 or n > $4 + $6 then $7 + n / $2 % $3 end,
                case when n <= $5 then $8 - interval '60 minutes' - n % 32400 * interval '1 second'
                     when n <= 2 * $5 then $8 - interval '30 minutes' - n % 1799 * interval '1 second'
                     when n <= $4 + $6 then $8 - interval '1 minute' - n % 1739 * interval '1 second'
                end,
                $8 - interval '1 day',
                case when n <= $4 + $6 then 'needs_response' else 'messaged' end::conversation_status
           from generate_series(1, $9) n, (select min(id) as campaign from campaign) first",
    )
    .bind(seeded.admin.organization.0)
    .bind(scale.campaigns)
    .bind(scale.texters)
    .bind(scale.waiting)
    .bind(scale.due)
    .bind(scale.pooled)
    .bind(seeded.first_texter)
    .bind(seeded.clock)
    .bind(scale.conversations)
    .execute(&mut *connection)
    .await?;
    // Texters send only to contacts with a cell. They answer those whom neither release takes from them.
    sqlx::query(
        "insert into contact (organization_id, id, campaign_id, first_name, last_name, cell)
         select organization_id, id, campaign_id, 'Ada', 'Byron', '+1303' || lpad(id::text, 7, '0')
           from conversation
          where organization_id = $1 and id > 2 * $2 and id <= $3",
    )
    .bind(seeded.admin.organization.0)
    .bind(scale.due)
    .bind(scale.waiting.min(2 * scale.due + 50_000))
    .execute(&mut *connection)
    .await?;
    Ok(())
}
