use crate::sms::InboundText;
use crate::store::{Store, StoreError, notify, opt_outs};
use app::domain::{CampaignId, Cell, ConversationId, ConversationStatus, MemberId, OrganizationId};
use chrono::{DateTime, Utc};
use sqlx::PgConnection;

// Carriers deliver once and do not come back after an error, so what can be mended by trying again is
// tried again here. A release locks conversations in an order of its own.
const ATTEMPTS: u32 = 4;
const DEADLOCK: &str = "40P01";

/// What became of an inbound text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    /// It is in this thread now.
    Recorded(ConversationId),
    /// It is kept, and belongs to no thread: nobody ever texted that cell from that number.
    Unmatched,
    /// It was received before; nothing was written.
    Repeated,
    /// The number it came to is no organization's; nothing was written.
    UnknownNumber,
}

/// Takes in a text, in one transaction: keeps it, puts it into the thread of the most recent outbound
/// text to that cell from that number, and opts its writer out if it says stop. It never changes who
/// holds the conversation.
///
/// # Errors
/// The database. Nothing was written then; the same text can be delivered again.
#[tracing::instrument(name = "db.message.receive", skip_all, fields(service = %text.service, sid = %text.sid))]
pub async fn receive(store: &Store, text: &InboundText) -> Result<Received, StoreError> {
    let mut attempt = 1;
    loop {
        match receive_once(store, text).await {
            Err(error) if attempt < ATTEMPTS && is_deadlock(&error) => attempt += 1,
            result => return result,
        }
    }
}

fn is_deadlock(error: &StoreError) -> bool {
    matches!(error, StoreError::Database(sqlx::Error::Database(e)) if e.code().as_deref() == Some(DEADLOCK))
}

async fn receive_once(store: &Store, text: &InboundText) -> Result<Received, StoreError> {
    let now = store.clock.pinned();
    // PostgreSQL's texts cannot hold NUL, and nobody types it.
    let body = text.body.replace('\0', "");
    let from = text.from.replace('\0', "");
    let mut tx = store.begin().await?;

    let Some(organization) = organization(&mut tx, text).await? else {
        return Ok(Received::UnknownNumber);
    };
    // Two deliveries at once: the later one waits here for the earlier one, and then writes nothing.
    let kept = sqlx::query(
        "insert into inbound (organization_id, service, service_sid, from_cell, to_number, body, received_at)
         values ($1, $2, $3, $4, $5, $6, coalesce($7, statement_timestamp()))
         on conflict (organization_id, service, service_sid) do nothing",
    )
    .bind(organization.0)
    .bind(text.service.as_str())
    .bind(&text.sid.0)
    .bind(&from)
    .bind(&text.to)
    .bind(&body)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    if kept.rows_affected() == 0 {
        return Ok(Received::Repeated);
    }

    let cell: Option<Cell> = from.parse().ok();
    let stop = text.is_stop();
    // A stop counts even if nobody texted that cell from this number. What is no cell cannot be
    // texted anyway.
    let mut affected = match &cell {
        Some(cell) if stop => {
            opt_outs::record(&mut tx, &store.clock, organization, cell, None).await?
        }
        _ => opt_outs::Affected::default(),
    };
    let thread = match &cell {
        Some(cell) => lock_thread(&mut tx, organization, cell, &text.to).await?,
        None => None,
    };
    let received = match thread {
        Some(thread) => {
            write(&mut tx, organization, &thread, text, &body, stop, now).await?;
            affected.campaigns.push(thread.campaign);
            affected.members.extend(thread.holder);
            Received::Recorded(thread.conversation)
        }
        None => Received::Unmatched,
    };
    tx.commit().await?;
    let changed = notify::changed(
        &store.pool,
        organization,
        affected.campaigns,
        affected.members,
    );
    notify::committed(changed).await;
    Ok(received)
}

/// Whose number it came to. The service is part of the question: what Twilio signs says nothing about
/// a number that Twilio does not serve.
async fn organization(
    tx: &mut PgConnection,
    text: &InboundText,
) -> Result<Option<OrganizationId>, sqlx::Error> {
    let id: Option<i64> = sqlx::query_scalar(
        "select organization_id from sending_number where number = $1 and service = $2",
    )
    .bind(&text.to)
    .bind(text.service.as_str())
    .fetch_optional(tx)
    .await?;
    Ok(id.map(OrganizationId))
}

struct Thread {
    conversation: ConversationId,
    campaign: CampaignId,
    status: ConversationStatus,
    holder: Option<MemberId>,
}

/// The conversation of the most recent outbound text to that cell from that number, with its row
/// locked. Texts that the carrier refused come last: the contact never saw them.
async fn lock_thread(
    tx: &mut PgConnection,
    organization: OrganizationId,
    cell: &Cell,
    number: &str,
) -> Result<Option<Thread>, StoreError> {
    let row: Option<(i64, i64, String, Option<i64>)> = sqlx::query_as(
        "select v.id, v.campaign_id, v.status::text, v.assigned_to
         from contact c
         join conversation v on v.organization_id = c.organization_id and v.id = c.id
         join message m on m.organization_id = c.organization_id and m.conversation_id = c.id
         left join outbox o on o.organization_id = m.organization_id and o.message_id = m.id
         where c.organization_id = $1 and c.cell = $2
           and m.direction = 'outbound' and m.own_number = $3
         order by coalesce(o.state = 'failed', false), m.created_at desc, m.id desc
         limit 1
         for update of v",
    )
    .bind(organization.0)
    .bind(cell.as_str())
    .bind(number)
    .fetch_optional(tx)
    .await?;
    row.map(|(conversation, campaign, status, holder)| {
        Ok(Thread {
            conversation: ConversationId(conversation),
            campaign: CampaignId(campaign),
            status: status
                .parse()
                .map_err(|e| StoreError::Corrupt(format!("{e}")))?,
            holder: holder.map(MemberId),
        })
    })
    .transpose()
}

/// Writes the message and moves the conversation, whose row is locked. `waiting_since` is kept if
/// something came in since the last outbound text already; sending clears it.
async fn write(
    tx: &mut PgConnection,
    organization: OrganizationId,
    thread: &Thread,
    text: &InboundText,
    body: &str,
    stop: bool,
    now: Option<DateTime<Utc>>,
) -> Result<(), StoreError> {
    // One statement, so that the message and the clock that starts with it carry the same moment; and
    // one that begins after the lock was granted, so that it is not before a text that was just sent.
    let moved = sqlx::query(
        "with written as (
             insert into message (organization_id, conversation_id, direction, body, own_number, created_at)
             values ($1, $2, 'inbound', $3, $4, coalesce($5, statement_timestamp()))
             returning organization_id, conversation_id, id, created_at
         ), matched as (
             update inbound i set message_id = w.id
             from written w
             where i.organization_id = w.organization_id and i.service = $6 and i.service_sid = $7
             returning i.message_id
         )
         update conversation v
         set status = $8::conversation_status,
             waiting_since = coalesce(v.waiting_since, w.created_at)
         from written w, matched
         where v.organization_id = w.organization_id and v.id = w.conversation_id",
    )
    .bind(organization.0)
    .bind(thread.conversation.0)
    .bind(body)
    .bind(&text.to)
    .bind(now)
    .bind(text.service.as_str())
    .bind(&text.sid.0)
    .bind(thread.status.after_inbound(stop).as_str())
    .execute(tx)
    .await?;
    if moved.rows_affected() == 1 {
        Ok(())
    } else {
        Err(StoreError::Corrupt(
            "an inbound text moved no conversation".into(),
        ))
    }
}
