use crate::store::{Store, StoreError};
use app::domain::{ConversationStatus, PhoneNumber};
use server_message::InboundText;
use sqlx::PgExecutor;

/// A text as it is written.
#[derive(Debug)]
pub(super) struct NewText {
    /// Our number.
    pub to: String,
    service: &'static str,
    service_sid: String,
    written_by: String,
    /// `None`: it was written by something that is no cell.
    pub cell: Option<String>,
    body: String,
    next_status: &'static str,
}

impl NewText {
    /// What of a text is kept.
    pub fn of(text: &InboundText, cell: Option<&PhoneNumber>) -> Self {
        Self {
            to: text.to.clone(),
            service: text.service.as_str(),
            service_sid: text.sid.0.clone(),
            written_by: without_nul(&text.from),
            cell: cell.map(|cell| cell.as_str().to_owned()),
            body: without_nul(&text.body),
            // Whatever its status was.
            next_status: ConversationStatus::Messaged
                .after_inbound(text.is_stop())
                .as_str(),
        }
    }
}

/// PostgreSQL's texts cannot hold NUL, and nobody types it.
pub(super) fn without_nul(text: &str) -> String {
    text.replace('\0', "")
}

/// What a text did.
#[derive(Debug, Default, sqlx::FromRow)]
pub(super) struct Wrote {
    /// `None`: the number it came to is no organization's.
    pub organization: Option<i64>,
    pub is_new: bool,
    pub conversation: Option<i64>,
    pub campaign: Option<i64>,
    pub holder: Option<i64>,
}

/// Keeps these texts, one after the other, and puts each into its thread, by the function of
/// `server/store/migrations/0131_receive_text.sql`. What each did, in their order.
#[tracing::instrument(name = "db.message.insert", skip_all)]
pub(super) async fn write(
    executor: impl PgExecutor<'_>,
    store: &Store,
    texts: &[NewText],
) -> Result<Vec<Wrote>, StoreError> {
    let of = |part: fn(&NewText) -> &str| -> Vec<&str> { texts.iter().map(part).collect() };
    let cells: Vec<Option<&str>> = texts.iter().map(|text| text.cell.as_deref()).collect();
    Ok(sqlx::query_as(
        "select wrote.organization, coalesce(wrote.is_new, false) as is_new, wrote.conversation, wrote.campaign,
                wrote.holder
           from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
                with ordinality
                as text (to_number, service, service_sid, written_by, cell, body, next_status, n)
          cross join lateral receive_text(text.to_number, text.service, text.service_sid, text.written_by, text.cell,
                                          text.body, text.next_status::conversation_status, $8) wrote
          order by text.n",
    )
    .bind(of(|text| &text.to))
    .bind(of(|text| text.service))
    .bind(of(|text| &text.service_sid))
    .bind(of(|text| &text.written_by))
    .bind(cells)
    .bind(of(|text| &text.body))
    .bind(of(|text| text.next_status))
    .bind(store.clock.pinned())
    .fetch_all(executor)
    .await?)
}
