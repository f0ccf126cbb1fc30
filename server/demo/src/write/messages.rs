//! All texts, with the rows that sending, receiving and answering them leave behind.

use super::WriteContext;
use crate::error::DemoError;
use crate::people::NUMBER;
use crate::story::{DAY, Line, SecondsAgo, Story};
use sqlx::PgConnection;

/// Inserts all texts, the oldest first over all conversations, so that ids follow time.
#[tracing::instrument(name = "db.demo_message.insert", skip_all)]
pub(super) async fn write(
    tx: &mut PgConnection,
    context: &WriteContext,
    story: &Story,
    contacts: &[i64],
) -> Result<(), DemoError> {
    let mut lines: Vec<(i64, &Line)> = story
        .contacts
        .iter()
        .zip(contacts)
        .flat_map(|(contact, id)| contact.lines.iter().map(|line| (*id, line)))
        .collect();
    lines.sort_by_key(|(_, line)| std::cmp::Reverse(line.ago));
    sqlx::query(
        "insert into message (organization_id, conversation_id, direction, body, own_number, sent_by, created_at)
         select $1, line.conversation_id, case when line.inbound then 'inbound' else 'outbound' end::message_direction,
                line.body, $2, line.sent_by, line.at
           from unnest($3::bigint[], $4::bool[], $5::text[], $6::bigint[], $7::timestamptz[])
                with ordinality line (conversation_id, inbound, body, sent_by, at, position)
          order by line.position",
    )
    .bind(context.organization.0)
    .bind(NUMBER)
    .bind(lines.iter().map(|(id, _)| *id).collect::<Vec<_>>())
    .bind(lines.iter().map(|(_, line)| line.inbound).collect::<Vec<_>>())
    .bind(lines.iter().map(|(_, line)| line.body.as_str()).collect::<Vec<_>>())
    .bind(lines.iter().map(|(_, line)| line.by.map(|by| context.member(by))).collect::<Vec<_>>())
    .bind(lines.iter().map(|(_, line)| context.at(line.ago)).collect::<Vec<_>>())
    .execute(&mut *tx)
    .await?;
    insert_answers(tx, context).await?;
    insert_outbox(tx, context).await?;
    mark_failed(tx, context, story, contacts).await?;
    insert_inbound(tx, context).await
}

/// The time since which automatic release was on. Somebody has switched it off just now, so that it can be shown how it
/// is switched on.
const AUTO_RELEASE: SecondsAgo = DAY;

/// The answers with their waiting times, from the earliest text that came in after the outbound one before.
#[tracing::instrument(name = "db.demo_conversation.mark_answered", skip_all)]
async fn insert_answers(tx: &mut PgConnection, context: &WriteContext) -> Result<(), DemoError> {
    sqlx::query(
        "insert into answer (organization_id, message_id, campaign_id, waited_seconds, auto_release, answered_at)
         select m.organization_id, m.id, cv.campaign_id, extract(epoch from m.created_at - waited.since)::integer,
                ca.auto_assign and m.created_at > $2, m.created_at
           from message m
           join conversation cv on cv.organization_id = m.organization_id and cv.id = m.conversation_id
           join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
          cross join lateral (select min(i.created_at) as since
                                from message i
                               where i.organization_id = m.organization_id and i.conversation_id = m.conversation_id
                                 and i.direction = 'inbound'
                                 and i.created_at < m.created_at
                                 and i.created_at > (select max(o.created_at)
                                                       from message o
                                                      where o.organization_id = m.organization_id
                                                        and o.conversation_id = m.conversation_id
                                                        and o.direction = 'outbound'
                                                        and o.created_at < m.created_at)) waited
          where m.organization_id = $1 and m.direction = 'outbound' and waited.since is not null",
    )
    .bind(context.organization.0)
    .bind(context.at(AUTO_RELEASE))
    .execute(tx)
    .await?;
    Ok(())
}

/// The outbox of what went out, and the simulated service's record of it.
#[tracing::instrument(name = "db.demo_message.mark_sent", skip_all)]
async fn insert_outbox(tx: &mut PgConnection, context: &WriteContext) -> Result<(), DemoError> {
    sqlx::query(
        "with texts as (
             select m.id, m.body, m.own_number, m.created_at, co.cell,
                    nextval(pg_get_serial_sequence('simulated_text', 'id')) as service_id
               from message m
               join contact co on co.organization_id = m.organization_id and co.id = m.conversation_id
              where m.organization_id = $1 and m.direction = 'outbound'
         ), remembered as (
             insert into simulated_text (organization_id, id, from_number, to_cell, body, taken_at)
             overriding system value
             select $1, service_id, own_number, cell, body, created_at from texts
         )
         insert into outbox (organization_id, message_id, state, attempts, next_attempt_at, service_sid, delivered)
         select $1, id, 'sent', 1, created_at, 'SIM' || service_id, true from texts",
    )
    .bind(context.organization.0)
    .execute(tx)
    .await?;
    Ok(())
}

#[tracing::instrument(name = "db.demo_message.mark_failed", skip_all)]
async fn mark_failed(
    tx: &mut PgConnection,
    context: &WriteContext,
    story: &Story,
    contacts: &[i64],
) -> Result<(), DemoError> {
    let failed = story
        .contacts
        .iter()
        .zip(contacts)
        .filter(|(contact, _)| contact.failed);
    sqlx::query(
        "update outbox ob
            set state = 'failed', delivered = false,
                failure_code = (array[30003, 30005, 30006, 30007])[(1 + m.conversation_id % 4)::int]
           from message m
          where ob.organization_id = $1 and ob.state = 'sent'
            and m.organization_id = ob.organization_id and m.id = ob.message_id and m.conversation_id = any($2)",
    )
    .bind(context.organization.0)
    .bind(failed.map(|(_, id)| *id).collect::<Vec<_>>())
    .execute(tx)
    .await?;
    Ok(())
}

/// The record of what came in, as a message service would have delivered it.
#[tracing::instrument(name = "db.demo_message.mark_received", skip_all)]
async fn insert_inbound(tx: &mut PgConnection, context: &WriteContext) -> Result<(), DemoError> {
    sqlx::query(
        "insert into inbound (organization_id, service, service_sid, from_cell, to_number, body, message_id, received_at)
         select $1, 'simulated', 'DEMO' || m.id, co.cell, m.own_number, m.body, m.id, m.created_at
           from message m
           join contact co on co.organization_id = m.organization_id and co.id = m.conversation_id
          where m.organization_id = $1 and m.direction = 'inbound'",
    )
    .bind(context.organization.0)
    .execute(tx)
    .await?;
    Ok(())
}
