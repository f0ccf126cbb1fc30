## What was released from a texter. None of these ends with a full stop.

replies-were-released = { $count ->
    [one] { $count } reply was released from you
   *[other] { $count } replies were released from you
 }
replies-on-campaign-were-released = { $count ->
    [one] { $count } reply on { $campaign } was released from you
   *[other] { $count } replies on { $campaign } were released from you
 }
unsent-were-released = { $count ->
    [one] { $count } unsent message was released from you
   *[other] { $count } unsent messages were released from you
 }
unsent-on-campaign-were-released = { $count ->
    [one] { $count } unsent message on { $campaign } was released from you
   *[other] { $count } unsent messages on { $campaign } were released from you
 }
replies-and-unsent-were-released = { $replies ->
    [one] { $replies } reply
   *[other] { $replies } replies
 } and { $unsent ->
    [one] { $unsent } unsent message
   *[other] { $unsent } unsent messages
 } were released from you
# The last line below them, which does.
and-earlier-losses = { $count ->
    [one] And { $count } earlier one.
   *[other] And { $count } earlier ones.
 }

conversations-were-taken = { $count ->
    [one] { $count } conversation was taken from you
   *[other] { $count } conversations were taken from you
 }

## Who or what released, and what for. $after: 30 minutes.

released-for-the-day = by yourself, for the day
released-automatically = automatically
released-automatically-unanswered = automatically, after { $after } without an answer
released-automatically-unsent = automatically, after { $after } without being sent
released-by = by { $name }
released-by-unanswered = by { $name }, after { $after } without an answer
released-by-unsent = by { $name }, after { $after } without being sent
taken-for-second-pass = by { $name }, for a second pass
taken-in-review = by { $name }, in Message Review

## The card of a campaign.

answer-replies = Answer replies ({ NUMBER($count) })
send-initial-messages = Send initial messages ({ NUMBER($count) })
counted-past = { NUMBER($count) } past
counted-closed = { NUMBER($count) } closed
# Of a campaign.
paused-until-resumed = Paused: nothing can be sent until it is resumed.
# $opens: 9:00 AM, New York time.
outside-hours-until = Outside texting hours until { $opens }
# $count contacts of $total; $opens: 9:00 AM, New York time.
some-outside-hours-until = { NUMBER($count) } of { NUMBER($total) } outside texting hours until { $opens }
# $opens is a time of day: 9:00 AM.
time-in-city = { $opens }, { $city } time
new-york = New York
los-angeles = Los Angeles

## Where a conversation went that was just escalated.

escalated-without-a-team = Escalated as { $tags }. No team handles this yet, so tell an admin.
escalated-to-a-team = Escalated to { $teams }; the team that handles it has it now.
