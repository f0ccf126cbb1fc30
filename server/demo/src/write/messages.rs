//! Every text, and what the carrier knows of it.

use super::Stage;
use crate::error::DemoError;
use crate::people::NUMBER;
use crate::story::{Ago, DAY, Line, Story};
use sqlx::PgConnection;

/// Oldest first over all conversations, so that ids follow time.
#[tracing::instrument(name = "db.demo_message.insert", skip_all)]
pub(super) async fn write(
    tx: &mut PgConnection,
    stage: &Stage,
    story: &Story,
    contacts: &[i64],
) -> Result<(), DemoError> {
    let said = story.contacts.iter().zip(contacts);
    let mut lines: Vec<(i64, &Line)> = said
        .flat_map(|(contact, id)| contact.lines.iter().map(|line| (*id, line)))
        .collect();
    lines.sort_by_key(|(_, line)| std::cmp::Reverse(line.ago));
    sqlx::query(
        "insert into message (organization_id, conversation_id, direction, body, own_number, sent_by, created_at)
         select $1, said.conversation_id, case when said.inbound then 'inbound' else 'outbound' end::message_direction,
                said.body, $2, said.sent_by, said.at
           from unnest($3::bigint[], $4::bool[], $5::text[], $6::bigint[], $7::timestamptz[])
                with ordinality said (conversation_id, inbound, body, sent_by, at, place)
          order by said.place",
    )
    .bind(stage.organization.0)
    .bind(NUMBER)
    .bind(lines.iter().map(|(id, _)| *id).collect::<Vec<_>>())
    .bind(lines.iter().map(|(_, line)| line.inbound).collect::<Vec<_>>())
    .bind(lines.iter().map(|(_, line)| line.body.as_str()).collect::<Vec<_>>())
    .bind(lines.iter().map(|(_, line)| line.by.map(|by| stage.member(by))).collect::<Vec<_>>())
    .bind(lines.iter().map(|(_, line)| stage.at(line.ago)).collect::<Vec<_>>())
    .execute(&mut *tx)
    .await?;
    answered(tx, stage).await?;
    sent(tx, stage).await?;
    failed(tx, stage, story, contacts).await?;
    received(tx, stage).await
}

/// Automatic release was on for the last day, until somebody switched it off to show how it is switched on.
const AUTO_RELEASE: Ago = DAY;

/// How long each answer was waited for: since the earliest text that came in after the one before it went out.
#[tracing::instrument(name = "db.demo_conversation.mark_answered", skip_all)]
async fn answered(tx: &mut PgConnection, stage: &Stage) -> Result<(), DemoError> {
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
    .bind(stage.organization.0)
    .bind(stage.at(AUTO_RELEASE))
    .execute(tx)
    .await?;
    Ok(())
}

/// What went out went through the simulated service, which remembers how often it texted whom.
#[tracing::instrument(name = "db.demo_message.mark_sent", skip_all)]
async fn sent(tx: &mut PgConnection, stage: &Stage) -> Result<(), DemoError> {
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
         insert into outbox (organization_id, message_id, state, attempts, next_attempt_at, service_sid)
         select $1, id, 'sent', 1, created_at, 'SIM' || service_id from texts",
    )
    .bind(stage.organization.0)
    .execute(tx)
    .await?;
    Ok(())
}

#[tracing::instrument(name = "db.demo_message.mark_failed", skip_all)]
async fn failed(
    tx: &mut PgConnection,
    stage: &Stage,
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
            set state = 'failed', service_sid = null, last_error = 'The number is not in service.'
           from message m
          where ob.organization_id = $1 and ob.state = 'sent'
            and m.organization_id = ob.organization_id and m.id = ob.message_id and m.conversation_id = any($2)",
    )
    .bind(stage.organization.0)
    .bind(failed.map(|(_, id)| *id).collect::<Vec<_>>())
    .execute(tx)
    .await?;
    Ok(())
}

/// What came in, as a carrier would have delivered it.
#[tracing::instrument(name = "db.demo_message.mark_received", skip_all)]
async fn received(tx: &mut PgConnection, stage: &Stage) -> Result<(), DemoError> {
    sqlx::query(
        "insert into inbound (organization_id, service, service_sid, from_cell, to_number, body, message_id, received_at)
         select $1, 'simulated', 'DEMO' || m.id, co.cell, m.own_number, m.body, m.id, m.created_at
           from message m
           join contact co on co.organization_id = m.organization_id and co.id = m.conversation_id
          where m.organization_id = $1 and m.direction = 'inbound'",
    )
    .bind(stage.organization.0)
    .execute(tx)
    .await?;
    Ok(())
}
