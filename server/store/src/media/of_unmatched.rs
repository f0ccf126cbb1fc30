//! What came along with texts that belong to no conversation.

use crate::{Store, StoreError};
use app::domain::{MediaId, MediaKind, MediaView, OrganizationId};
use std::collections::HashMap;

/// What came along with each of these texts, in the order in which it was sent, by the message service and the text's id
/// there.
#[tracing::instrument(name = "db.inbound_media.of_unmatched", skip_all, fields(%organization))]
pub(crate) async fn of_unmatched(
    store: &Store,
    organization: OrganizationId,
    services: &[&str],
    sids: &[&str],
) -> Result<HashMap<(String, String), Vec<MediaView>>, StoreError> {
    // By the unique key of each text.
    let rows = sqlx::query!(
        "select media.service, media.service_sid, media.id, media.content_type
           from unnest($2::text[], $3::text[]) as text (service, sid)
           join inbound_media media
             on media.organization_id = $1 and media.service = text.service and media.service_sid = text.sid
          order by media.service, media.service_sid, media.position",
        organization.0,
        services as &[&str],
        sids as &[&str],
    )
    .fetch_all(&store.pool)
    .await?;
    let mut media: HashMap<(String, String), Vec<MediaView>> = HashMap::new();
    for row in rows {
        let key = (row.service, row.service_sid);
        media.entry(key).or_default().push(MediaView {
            id: MediaId(row.id),
            kind: MediaKind::of(&row.content_type),
        });
    }
    Ok(media)
}
