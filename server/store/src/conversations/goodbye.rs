//! The organization's goodbye to a contact whom a member opts out.

use crate::rules::{CAMPAIGN_OPEN, OPEN_NOW, ZONES};
use crate::{Store, StoreError};
use app::domain::{ConversationId, ScriptFields, Viewer};
use const_format::formatcp;
use server_message::Keyword;

/// The goodbye as it would be sent, where one may be. `$1` organization, `$2` clock, `$3` conversation.
///
/// The last text that reached the contact, or that they wrote, is there: a goodbye is never the first they read.
pub(crate) const GOODBYE: &str = formatcp!(
    "select o.opt_out_goodbye, co.first_name, co.last_name, co.cell, reached.own_number,
            (select m.body from message m
              where m.organization_id = cv.organization_id and m.conversation_id = cv.id and m.direction = 'inbound'
              order by m.id desc limit 1) as last_inbound
       from conversation cv
       join organization o on o.id = cv.organization_id
       join contact co on co.organization_id = cv.organization_id and co.id = cv.id
       join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
       join {ZONES} zone on zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)
      cross join lateral (select m.own_number
                            from message m
                            left join outbox x on x.organization_id = m.organization_id and x.message_id = m.id
                           where m.organization_id = cv.organization_id and m.conversation_id = cv.id
                             and (x.message_id is null or x.state = 'sent')
                           order by m.id desc
                           limit 1) reached
      where cv.organization_id = $1 and cv.id = $3
        and o.opt_out_goodbye <> ''
        and {CAMPAIGN_OPEN}
        and {OPEN_NOW}"
);

#[derive(sqlx::FromRow)]
struct Row {
    opt_out_goodbye: String,
    first_name: String,
    last_name: String,
    cell: String,
    own_number: String,
    last_inbound: Option<String>,
}

/// A goodbye that may go out now.
pub(super) struct Sendable {
    /// The organization's text, with the contact's fields in it; none where one that is blank would leave a gap.
    pub body: Option<String>,
    /// Our number that the contact knows.
    pub own_number: String,
}

/// The goodbye to this contact; none if the organization has none, or if it may not go out: outside the contact's
/// texting hours, on a campaign that does not run, before any text, and after their own stop word.
#[tracing::instrument(name = "db.conversation.goodbye", skip_all, fields(%id))]
pub(super) async fn sendable(
    store: &Store,
    connection: &mut sqlx::PgConnection,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<Option<Sendable>, StoreError> {
    let row: Option<Row> = sqlx::query_as(GOODBYE)
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(id.0)
        .fetch_optional(connection)
        .await?;
    Ok(row
        .filter(|row| row.last_inbound.as_deref().and_then(Keyword::of) != Some(Keyword::Stop))
        .map(|row| {
            let fields = ScriptFields {
                first_name: &row.first_name,
                last_name: &row.last_name,
                cell: &row.cell,
                texter: &viewer.name,
                // The organization's text names none of a campaign's own columns.
                custom: &[],
            };
            Sendable {
                body: fields.fill_in_completely(&row.opt_out_goodbye),
                own_number: row.own_number,
            }
        }))
}
