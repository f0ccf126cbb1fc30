use crate::opt_outs::{self, Affected, Source};
use crate::{Store, StoreError};
use app::domain::{ConversationId, MemberId, OrganizationId, PhoneNumber};
use chrono::{DateTime, Utc};
use server_message::{DeliveryReport, FailureCode, Keyword};
use sqlx::{PgConnection, PgExecutor};

/// What became of a delivery report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reported {
    /// The text went forward.
    Recorded,
    /// The text had come as far before; nothing was written.
    Repeated,
    /// No text has that id yet. What it says is kept for a while, if it says more than that the text was sent.
    Early,
}

/// Records a report of a text whose id is known.
pub(super) async fn record(store: &Store, report: &DeliveryReport) -> Result<Reported, StoreError> {
    let (text, affected) = if report.state.code() == Some(FailureCode::OPTED_OUT) {
        record_opted_out(store, report).await?
    } else {
        (write(&store.pool, report).await?, Affected::default())
    };
    let Some(text) = text else {
        return Ok(Reported::Early);
    };
    let organization = OrganizationId(text.organization_id);
    // That it was sent is told where it is marked so.
    if let Some(reader) = text.reader
        && text.is_new
    {
        let about = (MemberId(reader), ConversationId(text.conversation_id));
        store.notifier.delivery_reported(organization, about);
    }
    store
        .notifier
        .changed(organization, affected.campaigns, affected.members);
    Ok(if text.is_new {
        Reported::Recorded
    } else {
        Reported::Repeated
    })
}

/// The contact opted out with the carrier: that is recorded with the report, once, also if another reason came before it;
/// but not if they opted in since the text was written, because the carrier may have refused it before that. If it is not
/// so, the carrier says it again of the next text.
async fn record_opted_out(
    store: &Store,
    report: &DeliveryReport,
) -> Result<(Option<Text>, Affected), StoreError> {
    let mut tx = store.begin().await?;
    let Some(text) = write(&mut *tx, report).await? else {
        return Ok(Default::default());
    };
    if !text.is_new && !text.failed_otherwise {
        return Ok((Some(text), Affected::default()));
    }
    let cell: PhoneNumber = text
        .cell
        .parse()
        .map_err(|error| StoreError::Corrupt(format!("a contact's cell: {error}")))?;
    let organization = OrganizationId(text.organization_id);
    let affected = if text.lifted_since || asked_for_texts_since(&mut tx, &text).await? {
        Affected::default()
    } else {
        opt_outs::record(&mut tx, &store.clock, organization, &cell, Source::Carrier).await?
    };
    tx.commit().await?;
    Ok((Some(text), affected))
}

/// How many of the last messages from a number are looked at.
const MAX_JUDGED: i64 = 20;

/// Whether the last keyword that the contact has sent since a text was written is START, as its words say it: of a word of
/// their account's own that Twilio named when it came, nothing is kept. It lifted nothing if they had only
/// told the carrier to stop.
#[tracing::instrument(name = "db.delivery_report.asked_for_texts_since", skip_all)]
async fn asked_for_texts_since(tx: &mut PgConnection, text: &Text) -> Result<bool, sqlx::Error> {
    let bodies = sqlx::query_scalar!(
        "select m.body
           from contact co
           join message m on m.organization_id = co.organization_id and m.conversation_id = co.id
          where co.organization_id = $1 and co.cell = $2
            and m.direction = 'inbound' and m.created_at >= $3
          order by m.id desc
          limit $4",
        text.organization_id,
        text.cell,
        text.written_at,
        MAX_JUDGED,
    )
    .fetch_all(tx)
    .await?;
    let mut keywords = bodies.iter().filter_map(|body| Keyword::of(body));
    let last = keywords.find(|keyword| *keyword != Keyword::Help);
    Ok(last == Some(Keyword::Start))
}

/// The text that a report is about.
#[derive(Debug)]
pub(super) struct Text {
    pub organization_id: i64,
    pub conversation_id: i64,
    /// Who holds its conversation; else who lost it last, whose page can take it back; else who wrote the text.
    pub reader: Option<i64>,
    pub cell: String,
    /// Whether the report has moved it forward.
    pub is_new: bool,
    /// Whether it had failed for another reason than the report's.
    pub failed_otherwise: bool,
    pub written_at: DateTime<Utc>,
    /// Whether an opt-out of the contact was lifted since then.
    pub lifted_since: bool,
}

/// Moves the text of a report forward, if the report says more than is known of it; `None` if no text has its id. A
/// reason that is known stays. Of a text that went out through a Messaging Service it is the first to say which number that
/// chose (the answer to the send does not say): if it is one of the organization's, the thread keeps it from now on.
///
/// By `sending_number_number_key` and `outbox_service_sid`, then by primary keys. The update reads the last version of its
/// row, so that of two reports at once neither takes back what the other has said.
#[tracing::instrument(name = "db.delivery_report.write", skip_all)]
pub(super) async fn write(
    executor: impl PgExecutor<'_>,
    report: &DeliveryReport,
) -> Result<Option<Text>, StoreError> {
    Ok(sqlx::query_as!(
        Text,
        r#"with text as (
             select o.organization_id, o.message_id, m.conversation_id, co.cell,
                    coalesce(cv.assigned_to, cv.released_from, m.sent_by) as reader,
                    coalesce(o.failure_code <> $5, false) as failed_otherwise,
                    m.created_at as written_at,
                    exists (select from opt_out_lift l
                             where l.organization_id = co.organization_id and l.cell = co.cell
                               and l.lifted_at >= m.created_at) as lifted_since
               from sending_number s
               join outbox o on o.organization_id = s.organization_id and o.service_sid = $3
               join message m on m.organization_id = o.organization_id and m.id = o.message_id
               join contact co on co.organization_id = m.organization_id and co.id = m.conversation_id
               join conversation cv on cv.organization_id = co.organization_id and cv.id = co.id
              where s.number in ($1, $6) and s.service = $2
              limit 1
         ), numbered as (
             update message m
                set own_number = $1
               from text
               join sending_number s on s.organization_id = text.organization_id and s.number = $1 and s.service = $2
              where m.organization_id = text.organization_id and m.id = text.message_id and m.own_number = $6
         ), forward as (
             update outbox o
                set delivered = $4::text = 'delivered',
                    state = case when $4 = 'failed' then 'failed' else o.state end,
                    failure_code = coalesce(o.failure_code, $5)
               from text
              where o.organization_id = text.organization_id and o.message_id = text.message_id
                and case $4
                        when 'delivered' then o.state = 'sent' and not o.delivered
                        when 'failed' then o.state = 'sent'
                                           or o.state = 'failed' and o.failure_code is null and $5::integer is not null
                        else false
                    end
             returning o.message_id
         )
         select text.organization_id, text.conversation_id, text.reader, text.cell,
                exists (select from forward) as "is_new!",
                text.failed_otherwise as "failed_otherwise!", text.written_at,
                text.lifted_since as "lifted_since!"
           from text"#,
        report.own_number,
        report.service.as_str(),
        report.sid.0,
        report.state.as_str(),
        report.state.code().map(|code| code.0),
        report.messaging_service(),
    )
    .fetch_optional(executor)
    .await?)
}
