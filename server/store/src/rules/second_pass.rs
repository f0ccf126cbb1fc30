//! Whom a second pass takes. `$4` is how many days old the last text has to be.

use super::clock::TYPING;
use super::held::CAMPAIGN_LAUNCHED;
use super::tables::NOW;
use const_format::formatcp;

/// A text went out within the days, or is still to go out. It went out when the service took it: whoever paused the campaign
/// may have kept it for longer than the days. Of what was sent before that was recorded, and of what was never taken, the
/// moment at which it was written counts.
const TEXTED_LATELY: &str = formatcp!(
    "exists (select from message m
               left join outbox x on x.organization_id = m.organization_id and x.message_id = m.id
              where m.organization_id = cv.organization_id and m.conversation_id = cv.id
                and m.direction = 'outbound'
                and (x.state in ('queued', 'paced', 'sending', 'held')
                     or coalesce(x.sent_at, m.created_at) > {NOW} - make_interval(days => $4)))"
);

/// Messaged without an answer, and nothing but the time since then keeps it: what the row alone decides, which is judged
/// anew when somebody changed it meanwhile. What a team looks after, and where somebody is typing, is left alone.
pub(crate) const SECOND_PASS: &str = formatcp!(
    "cv.status = 'messaged' and not cv.opted_out and not cv.escalated
     and {TYPING} is not true"
);

/// Why a second pass leaves a conversation out: the words of [`app::domain::LeftOutReason`]; null = it does not.
pub(crate) const LEFT_OUT_OF_SECOND_PASS: &str = formatcp!(
    "case
       when not ({CAMPAIGN_LAUNCHED}) then 'campaign_closed'
       when cv.opted_out then 'opted_out'
       when cv.status = 'needs_message' then 'not_messaged'
       when cv.status <> 'messaged' then 'answered'
       when cv.escalated then 'escalated'
       when {TYPING} then 'composing'
       when {TEXTED_LATELY} then 'texted_lately'
     end"
);
