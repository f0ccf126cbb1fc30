//! Who is unmessaged.

/// Nothing was ever sent to the contact, and nothing came from it. A text that is still in the outbox is a message too, as
/// is one whose words were erased. `closed` without a message is who opted out before anybody texted them. The status is
/// what the row alone says: it spares whoever was messaged the look at their messages, and is judged anew if somebody
/// changed the row meanwhile; after a second pass it is not enough.
pub(crate) const UNMESSAGED: &str = "(cv.status in ('needs_message', 'closed')
      and not exists (select from message m
                       where m.organization_id = cv.organization_id and m.conversation_id = cv.id))";
