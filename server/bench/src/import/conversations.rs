//! The seeded conversations of `import`.

use super::Scale;
use crate::seed::Seeded;
use sqlx::PgConnection;

/// Writes them, with their contacts: first those that texters hold, then those in the pool. Conversation `n` is on campaign
/// `n % campaigns`, so that texters send on the campaign that is imported into, and on others.
pub(super) async fn write(
    connection: &mut PgConnection,
    scale: &Scale,
    seeded: &Seeded,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into conversation
                (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, status)
         select $1, n, first.campaign + n % $2, case when n <= $4 then $5 + n % $3 end,
                $6 - n % 36000 * interval '1 second', $6 - interval '1 day', 'needs_response'
           from generate_series(1, $4 + $7) n, (select min(id) as campaign from campaign) first",
    )
    .bind(seeded.admin.organization.0)
    .bind(scale.campaigns)
    .bind(scale.texters)
    .bind(scale.held)
    .bind(seeded.first_texter)
    .bind(seeded.clock)
    .bind(scale.pooled)
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "insert into contact (organization_id, id, campaign_id, first_name, last_name, cell)
         select organization_id, id, campaign_id, 'Ada', 'Byron', '+1303' || lpad((2000000 + id)::text, 7, '0')
           from conversation
          where organization_id = $1",
    )
    .bind(seeded.admin.organization.0)
    .execute(&mut *connection)
    .await?;
    // As if everybody had been imported.
    sqlx::query("select setval(pg_get_serial_sequence('contact', 'id'), $1)")
        .bind(scale.held + scale.pooled)
        .execute(connection)
        .await?;
    Ok(())
}
