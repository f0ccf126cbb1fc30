//! What a thread says of its contact's opt-outs.

use crate::{Store, StoreError, stored_word};
use app::domain::{ConversationId, OptOutEvent, OptOutNote, OptOutOrigin, Viewer};

/// The most that a thread says.
const MAX_NOTES: i64 = 20;

/// The last opt-outs of the contact's number, and lifts of them, oldest first; without those that a message of this thread
/// lifted, which says so itself.
#[tracing::instrument(name = "db.opt_out.notes", skip_all, fields(%id))]
pub(super) async fn opt_out_notes(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<Vec<OptOutNote>, StoreError> {
    let rows = sqlx::query!(
        r#"with number as (
             select cell from contact where organization_id = $1 and id = $2
         ), note as (
             select o.created_at as at, o.origin, o.recorded_by as member_id, false as lifted, false as by_contact
               from number
               join opt_out o on o.organization_id = $1 and o.cell = number.cell
              union all
             select l.recorded_at, l.origin, l.recorded_by, false, false
               from number
               join opt_out_lift l on l.organization_id = $1 and l.cell = number.cell
              union all
             select l.lifted_at, null, l.lifted_by, true, l.lifted_by_contact
               from number
               join opt_out_lift l on l.organization_id = $1 and l.cell = number.cell
              where not exists (select from message m
                                 where m.organization_id = $1 and m.id = l.message_id and m.conversation_id = $2)
         )
         select note.at as "at!", note.origin as "origin?", note.member_id as "member_id?", note.lifted as "lifted!",
                note.by_contact as "by_contact!", a.name as "by?"
           from note
           left join member m on m.organization_id = $1 and m.id = note.member_id
           left join account a on a.id = m.account_id
          order by note.at desc, note.lifted desc
          limit $3"#,
        viewer.organization.0,
        id.0,
        MAX_NOTES,
    )
    .fetch_all(&store.pool)
    .await?;
    let notes = rows.into_iter().rev().map(|row| {
        let event = match (row.lifted, row.by_contact, row.origin) {
            (true, true, _) => OptOutEvent::LiftedByContact,
            (true, false, _) => OptOutEvent::Lifted,
            (false, _, Some(word)) => OptOutEvent::OptedOut(stored_word(&word)?),
            // A release that kept no origin wrote it.
            (false, _, None) if row.member_id.is_none() => {
                OptOutEvent::OptedOut(OptOutOrigin::StopWord)
            }
            (false, _, None) => OptOutEvent::OptedOut(OptOutOrigin::Texter),
        };
        Ok(OptOutNote {
            at: row.at,
            event,
            by: row.by,
        })
    });
    notes.collect()
}
