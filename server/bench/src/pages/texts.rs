//! The seeded texts and tags of `pages`, by which Message Review finds conversations.

use crate::seed::Seeded;
use sqlx::PgConnection;

/// Gives to who was texted a text of the script, of which one in fifty failed; from who waits
/// or was closed an answer of few words, one in a thousand of which speaks of a lawyer; and tags: one for every twentieth
/// conversation, one that escalates for some.
pub(super) async fn write(
    connection: &mut PgConnection,
    seeded: &Seeded,
) -> Result<(), sqlx::Error> {
    let organization = seeded.admin.organization.0;
    for statement in [
        "insert into message (organization_id, conversation_id, direction, body, own_number, created_at)
         select $1, id, 'outbound', 'Hi Ada, will you vote by mail this year? Reply with yes, no, or a question.',
                '+12025550100', now() - interval '2 days'
           from conversation
          where organization_id = $1 and status <> 'needs_message'
          order by id",
        "insert into outbox (organization_id, message_id, state, last_error)
         select $1, id, 'failed', 'unreachable' from message where organization_id = $1 and conversation_id % 50 = 0",
        "insert into message (organization_id, conversation_id, direction, body, own_number, created_at)
         select $1, id, 'inbound',
                case when id % 1000 = 0 then 'My lawyer will write to you' else 'Yes word' || id % 5000 || ' please' end,
                '+12025550100', now() - interval '1 day'
           from conversation
          where organization_id = $1 and (status = 'needs_response' or status = 'closed' and id % 4 = 0)
          order by id",
        "with made as (
             insert into tag (organization_id, title, escalation)
             values ($1, 'Supporter', false), ($1, 'Threat', true)
             returning id, escalation)
         insert into conversation_tag (organization_id, conversation_id, tag_id)
         select $1, cv.id, made.id
           from conversation cv
           join made on cv.id % case when made.escalation then 5000 else 20 end = 0
          where cv.organization_id = $1",
        "update conversation set escalated = true where organization_id = $1 and id % 5000 = 0",
    ] {
        sqlx::query(statement)
            .bind(organization)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}
