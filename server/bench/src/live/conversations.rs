//! The seeded conversations of `live`.

use super::Scale;
use crate::claim;
use crate::seed::Seeded;
use sqlx::PgConnection;

/// Writes the pool, and after it, by number, the conversations that change during the run, where nobody waits yet.
pub(super) async fn write(
    connection: &mut PgConnection,
    scale: &Scale,
    seeded: &Seeded,
) -> Result<(), sqlx::Error> {
    let conversations = claim::Scale {
        conversations: scale.pooled + scale.changing(),
        held: 0,
        pooled: scale.pooled,
        campaigns: scale.campaigns,
        texters: scale.streams,
        batch: 1,
        rounds: 1,
    };
    claim::conversations::write(&mut *connection, &conversations, seeded).await?;
    // A texter's list shows the name of each contact.
    sqlx::query(
        "insert into contact (organization_id, id, campaign_id, first_name, last_name, cell)
         select organization_id, id, campaign_id, 'Ada', 'Byron', '+1303' || lpad(id::text, 7, '0')
           from conversation
          where organization_id = $1",
    )
    .bind(seeded.admin.organization.0)
    .execute(&mut *connection)
    .await?;
    Ok(())
}
