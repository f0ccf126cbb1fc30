//! The last texts of a conversation, for a line of a list: the beginning of the last one, and whether one that nobody has
//! answered may ask for no more texts.

use super::excerpt::excerpt;
use super::inbox::asks_to_be_left_alone;

/// The last texts `last` of the conversation `cv`, newest first, as many as are judged; `$which` is a further condition on a
/// message `m`, with its `and`. The columns of [`LastTexts`] are two of them; `at` is when the last one was written,
/// `last_message` which one that is.
macro_rules! last_texts {
    ($which:literal) => {
        ::const_format::formatcp!(
            "cross join lateral (
          select coalesce(array_agg(left(m.body, {READ}) order by m.id desc), '{{}}') as bodies,
                 coalesce(array_agg(m.direction = 'inbound' order by m.id desc), '{{}}') as are_inbound,
                 (array_agg(m.created_at order by m.id desc))[1] as at, max(m.id) as last_message
            from (select m.id, m.body, m.direction, m.created_at
                    from message m
                   where m.organization_id = cv.organization_id and m.conversation_id = cv.id{WHICH}
                   order by m.id desc
                   limit {MAX_JUDGED}) m) last",
            READ = $crate::conversations::excerpt::READ,
            MAX_JUDGED = $crate::conversations::inbox::MAX_JUDGED,
            WHICH = $which
        )
    };
}
pub(super) use last_texts;

/// The columns of [`LastTexts`], with [`last_texts!`].
pub(super) const LAST_TEXTS: &str = "last.bodies, last.are_inbound";

/// The last texts of a conversation, newest first.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct LastTexts {
    bodies: Vec<String>,
    are_inbound: Vec<bool>,
}

impl LastTexts {
    /// The beginning of the last one; empty if there is none.
    pub fn excerpt(&self) -> String {
        let last = self.bodies.first().map_or("", String::as_str);
        excerpt(last, self.are_inbound.first() == Some(&true))
    }

    /// Whether one of those that the contact wrote since they had an answer may ask for no more texts.
    pub fn may_want_to_opt_out(&self) -> bool {
        let unanswered = self.are_inbound.iter().take_while(|inbound| **inbound);
        let unanswered = self.bodies.get(..unanswered.count()).unwrap_or_default();
        asks_to_be_left_alone(unanswered)
    }
}
