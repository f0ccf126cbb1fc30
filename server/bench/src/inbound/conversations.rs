//! The seeded conversations of `inbound`.

use super::Scale;
use crate::seed::Seeded;
use sqlx::PgConnection;

/// The sending number of all conversations.
pub(super) const NUMBER: &str = "+12025550100";

/// Writes them. Contact `n` has conversation `n` and the cell that ends in `n`, and was texted once. Texters hold the
/// even ones.
pub(super) async fn write(
    connection: &mut PgConnection,
    scale: &Scale,
    seeded: &Seeded,
) -> Result<(), sqlx::Error> {
    for statement in [
        "insert into conversation (organization_id, id, campaign_id, assigned_to, held_since, status)
         select $1, n, first.campaign + n % $2, case when n % 2 = 0 then $3 + n % $4 end,
                case when n % 2 = 0 then statement_timestamp() end, 'messaged'
           from generate_series(1, $5) n, (select min(id) as campaign from campaign) first",
        "insert into contact (organization_id, id, campaign_id, first_name, last_name, cell)
         select $1, n, first.campaign + n % $2, 'Ada', 'Byron', '+1303' || lpad(n::text, 7, '0')
           from generate_series(1, $5) n, (select min(id) as campaign from campaign) first",
        "insert into message (organization_id, conversation_id, direction, body, own_number, sent_by)
         select $1, n, 'outbound', 'Hi Ada, can we count on you?', '+12025550100', $3
           from generate_series(1, $5) n",
        "insert into outbox (organization_id, message_id, state)
         select organization_id, id, 'sent'
           from message
          where organization_id = $1",
    ] {
        sqlx::query(statement)
            .bind(seeded.admin.organization.0)
            .bind(scale.campaigns)
            .bind(seeded.first_texter)
            .bind(scale.texters)
            .bind(scale.contacts)
            .execute(&mut *connection)
            .await?;
    }
    sqlx::query("update sending_number set service = 'twilio' where number = $1")
        .bind(NUMBER)
        .execute(&mut *connection)
        .await?;
    Ok(())
}
