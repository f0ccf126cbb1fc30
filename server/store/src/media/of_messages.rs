//! What came along with the messages of a thread.

use crate::{Store, StoreError};
use app::domain::{MediaId, MediaKind, MediaView, OrganizationId};
use std::collections::HashMap;

/// What came along with each of these messages, in the order in which it was sent.
#[tracing::instrument(name = "db.inbound_media.of_messages", skip_all, fields(%organization))]
pub(crate) async fn of_messages(
    store: &Store,
    organization: OrganizationId,
    messages: &[i64],
) -> Result<HashMap<i64, Vec<MediaView>>, StoreError> {
    // By `inbound_media_message`.
    let rows = sqlx::query!(
        r#"select id, message_id as "message_id!", content_type
             from inbound_media
            where organization_id = $1 and message_id = any($2)
            order by message_id, position"#,
        organization.0,
        messages,
    )
    .fetch_all(&store.pool)
    .await?;
    let mut media: HashMap<i64, Vec<MediaView>> = HashMap::new();
    for row in rows {
        media.entry(row.message_id).or_default().push(MediaView {
            id: MediaId(row.id),
            kind: MediaKind::of(&row.content_type),
        });
    }
    Ok(media)
}
