//! What contacts are about to write.

use super::{PICTURE, reply_sid};
use crate::{Store, StoreError};
use app::domain::OrganizationId;
use server_message::{InboundMedia, InboundText, ServiceKind, with_attachment_lines};
use std::time::Duration;

/// An answer whose time has come.
#[derive(Debug, Clone)]
pub struct DueReply {
    /// Whose contact writes.
    pub organization: OrganizationId,
    /// Its row.
    pub id: i64,
    /// The text, as a carrier would deliver it.
    pub text: InboundText,
}

/// Up to `limit` answers that are due, longest due first. They stay planned until [`forget`]: whoever
/// dies in between delivers them again, and their sid makes the second delivery write nothing.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.simulated_reply.due", skip_all)]
pub async fn due(store: &Store, limit: u32) -> Result<Vec<DueReply>, StoreError> {
    let rows = sqlx::query!(
        "select organization_id, id, from_cell, to_number, body, with_picture
         from simulated_reply
         where due_at <= coalesce($1, statement_timestamp())
         order by due_at
         limit $2",
        store.clock.pinned(),
        i64::from(limit),
    )
    .fetch_all(&store.pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let media: Vec<_> = row.with_picture.then(picture).into_iter().collect();
            let content_types = media.iter().map(|media| media.content_type.as_str());
            DueReply {
                organization: OrganizationId(row.organization_id),
                id: row.id,
                text: InboundText {
                    service: ServiceKind::Simulated,
                    sid: reply_sid(row.id),
                    from: row.from_cell,
                    to: row.to_number,
                    messaging_service: None,
                    body: with_attachment_lines(row.body, content_types),
                    media,
                    service_keyword: None,
                },
            }
        })
        .collect())
}

fn picture() -> InboundMedia {
    InboundMedia {
        content_type: "image/png".into(),
        source: PICTURE.into(),
    }
}

/// Forgets an answer that was received. Another server may have done so already.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.simulated_reply.forget", skip_all)]
pub async fn forget(store: &Store, reply: &DueReply) -> Result<(), StoreError> {
    sqlx::query!(
        "delete from simulated_reply where organization_id = $1 and id = $2",
        reply.organization.0,
        reply.id,
    )
    .execute(&store.pool)
    .await?;
    Ok(())
}

/// Puts off an answer that could not be received, so that it holds up no other.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.simulated_reply.postpone", skip_all)]
pub async fn postpone(store: &Store, reply: &DueReply, delay: Duration) -> Result<(), StoreError> {
    sqlx::query!(
        "update simulated_reply
         set due_at = coalesce($3, statement_timestamp()) + $4 * interval '1 second'
         where organization_id = $1 and id = $2",
        reply.organization.0,
        reply.id,
        store.clock.pinned(),
        delay.as_secs_f64(),
    )
    .execute(&store.pool)
    .await?;
    Ok(())
}

/// How long until a contact writes or a report comes next; zero if one is about to, `None` if none will. Contacts who
/// write without having been texted count only if they are `chatting`.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.simulated_reply.next_due", skip_all)]
pub async fn next_due(store: &Store, chatting: bool) -> Result<Option<Duration>, StoreError> {
    let seconds: Option<f64> = sqlx::query_scalar!(
        "select extract(epoch from least(
             (select min(due_at) from simulated_reply),
             (select min(due_at) from simulated_report),
             (select min(due_at) from simulated_chatter where $2)
         ) - coalesce($1, statement_timestamp()))::float8",
        store.clock.pinned(),
        chatting,
    )
    .fetch_one(&store.pool)
    .await?;
    Ok(seconds.map(|seconds| Duration::try_from_secs_f64(seconds).unwrap_or_default()))
}
