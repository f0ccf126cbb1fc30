//! What came along with a text that was just received.

use app::domain::OrganizationId;
use server_message::{InboundText, MAX_MEDIA};
use sqlx::PgConnection;

/// The longest source that is kept; Twilio's have about 150 characters.
const MAX_SOURCE: usize = 1000;

/// Notes it in the transaction that keeps the text, which is there already. Its content stays with the service: most of
/// it nobody asks for.
#[tracing::instrument(name = "db.inbound_media.insert", skip_all, fields(%organization))]
pub(crate) async fn note(
    tx: &mut PgConnection,
    organization: OrganizationId,
    text: &InboundText,
) -> Result<(), sqlx::Error> {
    let media = text.media.iter().take(MAX_MEDIA);
    let (content_types, sources): (Vec<&str>, Vec<&str>) = media
        .filter(|media| media.source.len() <= MAX_SOURCE)
        .map(|media| (media.content_type.as_str(), media.source.as_str()))
        .unzip();
    if sources.is_empty() {
        return Ok(());
    }
    sqlx::query!(
        "insert into inbound_media
                (organization_id, service, service_sid, position, message_id, content_type, source)
         select i.organization_id, i.service, i.service_sid, media.position - 1, i.message_id,
                left(media.content_type, 100), media.source
           from inbound i
          cross join unnest($4::text[], $5::text[]) with ordinality as media (content_type, source, position)
          where i.organization_id = $1 and i.service = $2 and i.service_sid = $3",
        organization.0,
        text.service.as_str(),
        &text.sid.0,
        &content_types as &[&str],
        &sources as &[&str],
    )
    .execute(tx)
    .await?;
    Ok(())
}
