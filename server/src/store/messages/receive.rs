use crate::sms::InboundText;
use crate::store::{Store, StoreError, opt_outs};
use app::domain::{CampaignId, Cell, ConversationId, ConversationStatus, MemberId, OrganizationId};
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
    // What is no cell is in no thread, and cannot be texted anyway.
    let cell: Option<Cell> = from.parse().ok();
    let mut tx = store.begin_with(PLANNED_ONCE).await?;
    let mut affected = opt_outs::Affected::default();
    let stop = text.is_stop();
    if stop && let Some(cell) = &cell {
        let Some(organization) = organization(&mut tx, text).await? else {
            return Ok(Received::UnknownNumber);
        };
        // A stop counts even if nobody texted that cell from this number.
        affected = opt_outs::record(&mut tx, &store.clock, organization, cell, None).await?;
    }
    // Whatever its status was.
    let status = ConversationStatus::Messaged.after_inbound(stop);
    let row: Option<Row> = sqlx::query_as(RECEIVE)
        .bind(&text.to)
        .bind(text.service.as_str())
        .bind(&text.sid.0)
        .bind(&from)
        .bind(cell.as_ref().map(Cell::as_str))
        .bind(&body)
        .bind(status.as_str())
        .bind(now)
        .fetch_optional(&mut *tx)
        .await?;
    let Some(row) = row else {
        return Ok(Received::UnknownNumber);
    };
    if !row.is_new {
        // An opt-out that the stop had recorded again is not committed either.
        return Ok(Received::Repeated);
    }
    if row.conversation != row.moved {
        return Err(StoreError::Corrupt(
            "an inbound text moved no conversation".into(),
        ));
    }
    tx.commit().await?;
    affected.campaigns.extend(row.campaign.map(CampaignId));
    affected.members.extend(row.holder.map(MemberId));
    store.notifier.changed(
        OrganizationId(row.organization),
        affected.campaigns,
        affected.members,
    );
    Ok(match row.conversation {
        Some(conversation) => Received::Recorded(ConversationId(conversation)),
        None => Received::Unmatched,
    })
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

/// What a text did; no row if the number it came to is no organization's.
#[derive(sqlx::FromRow)]
struct Row {
    organization: i64,
    is_new: bool,
    conversation: Option<i64>,
    campaign: Option<i64>,
    holder: Option<i64>,
    moved: Option<i64>,
}

/// Every step finds its rows by a whole key, so that no number in it changes the plan. Planning it anew took four
/// times as long as running it: 1,160 a second instead of 5,330. A plan that was made while the tables were empty
/// would read them from one end to the other.
pub(super) const PLANNED_ONCE: &str =
    "begin; set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off";

/// Keeps a text and puts it into its thread. `$1` number it came to, `$2` service, `$3` the service's id of it,
/// `$4` who wrote, `$5` the same if it is a cell, `$6` body, `$7` the conversation's next status, `$8` clock.
pub(super) const RECEIVE: &str = "
    with number as (
        -- The service is part of the question, as in `organization`.
        select organization_id from sending_number where number = $1 and service = $2
    ), thread as (
        -- The conversation of the most recent outbound text to that cell from that number, with its row locked.
        -- Texts that the carrier refused come last: the contact never saw them.
        select v.organization_id, v.id, v.campaign_id, v.assigned_to
          from number
          join contact c on c.organization_id = number.organization_id and c.cell = $5
          join conversation v on v.organization_id = c.organization_id and v.id = c.id
          join message m on m.organization_id = c.organization_id and m.conversation_id = c.id
          left join outbox o on o.organization_id = m.organization_id and o.message_id = m.id
         where m.direction = 'outbound' and m.own_number = $1
         order by coalesce(o.state = 'failed', false), m.created_at desc, m.id desc
         limit 1
           for update of v
    ), kept as (
        -- Two deliveries at once: the later one waits for the earlier one, at the row of their thread or, if there
        -- is none, here; and then writes nothing. The message is written below; its id is needed here.
        insert into inbound
               (organization_id, service, service_sid, from_cell, to_number, body, message_id, received_at)
        select number.organization_id, $2, $3, $4, $1, $6,
               case when thread.id is not null then nextval('message_id_seq') end,
               coalesce($8, statement_timestamp())
          from number left join thread on true
            on conflict (organization_id, service, service_sid) do nothing
        returning message_id
    ), written as (
        -- The message and the clock that starts with it carry the same moment, and one that comes after the lock
        -- was granted, so that it is not before a text that was just sent: not the statement's.
        insert into message (organization_id, id, conversation_id, direction, body, own_number, created_at)
        overriding system value
        select thread.organization_id, kept.message_id, thread.id, 'inbound', $6, $1,
               coalesce($8, clock_timestamp())
          from kept join thread on kept.message_id is not null
        returning organization_id, conversation_id, created_at
    ), moved as (
        -- What was written while this waited for the lock is seen: an update reads the row's last version.
        -- `waiting_since` is kept if something came in since the last outbound text already; sending clears it.
        update conversation v
           set status = $7::conversation_status,
               waiting_since = coalesce(v.waiting_since, written.created_at)
          from written
         where v.organization_id = written.organization_id and v.id = written.conversation_id
        returning v.id
    )
    select number.organization_id as organization, exists (select from kept) as is_new,
           thread.id as conversation, thread.campaign_id as campaign, thread.assigned_to as holder,
           (select id from moved) as moved
      from number left join thread on true";
