//! Whether a texter had anything to do with a conversation.

/// SQL over `cv`: the member `$3` lost it at its last release, wrote in it, or has a draft on it from when they
/// held it.
/// Texters keep sight of their own work this long, and of nobody else's.
pub(super) const HELD_BEFORE: &str = "(cv.released_from is not distinct from $3
          or exists (select from draft d
                      where d.organization_id = cv.organization_id
                        and d.conversation_id = cv.id and d.member_id = $3 and not d.in_review)
          or exists (select from message m
                      where m.organization_id = cv.organization_id
                        and m.conversation_id = cv.id and m.sent_by = $3))";
