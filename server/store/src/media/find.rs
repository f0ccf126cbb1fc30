//! One thing that came along with a text, for who may see the text.

use crate::rules::ESCALATED_ELSEWHERE;
use crate::{Store, StoreError, stored_word};
use app::domain::{MediaId, Role, Texter};
use app::error::AppError;
use const_format::formatcp;
use server_message::ServiceKind;

/// Something that came along with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Who delivered it.
    pub service: ServiceKind,
    /// Where the service has it.
    pub source: String,
    /// What it is.
    pub content_type: String,
    /// All of it, if it was asked for before.
    pub content: Option<Vec<u8>>,
}

/// `$1` organization, `$2` which, `$3` the viewer, `$4` whether they see all, `$5` whether they see what stands in a thread.
pub(crate) const FIND: &str = formatcp!(
    "select media.service, media.source, media.content_type, media.content
       from inbound_media media
       left join message m on m.organization_id = media.organization_id and m.id = media.message_id
       left join conversation cv on cv.organization_id = m.organization_id and cv.id = m.conversation_id
      where media.organization_id = $1 and media.id = $2
        and ($4
             or $5 and media.message_id is not null
             or cv.assigned_to = $3
             or cv.assigned_to is null and cv.released_from = $3 and not {ESCALATED_ELSEWHERE}
             or m.id < (select max(own.id)
                          from message own
                         where own.organization_id = cv.organization_id
                           and own.conversation_id = cv.id and own.sent_by = $3))"
);

#[derive(sqlx::FromRow)]
struct Row {
    service: String,
    source: String,
    content_type: String,
    content: Option<Vec<u8>>,
}

/// What it is, and its content if it is kept. Admins see all of it, and deciders what stands in a thread. A texter sees
/// what stands in a thread that they hold, or that was released from them and they may take back, and in any other what
/// came before they last wrote there: as they see its words (`conversations::open`).
///
/// # Errors
/// There is none, or not for this viewer.
#[tracing::instrument(name = "db.inbound_media.find", skip_all, fields(%id))]
pub async fn find(store: &Store, viewer: &Texter, id: MediaId) -> Result<Found, StoreError> {
    let row: Row = sqlx::query_as(FIND)
        .bind(viewer.organization.0)
        .bind(id.0)
        .bind(viewer.member.0)
        .bind(viewer.role >= Role::Admin)
        .bind(viewer.role >= Role::Supervolunteer)
        .fetch_optional(&store.pool)
        .await?
        .ok_or(AppError::NotFound)?;
    Ok(Found {
        service: stored_word(&row.service)?,
        source: row.source,
        content_type: row.content_type,
        content: row.content,
    })
}
