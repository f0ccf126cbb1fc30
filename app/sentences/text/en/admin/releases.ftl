## The forms that release.

release-unhandled-replies = Release Unhandled Replies
unhandled-replies-go-back = Replies that a texter has not handled in time go back to the pool, so that active texters can request them. The wait counts since the contact wrote or the texter got the reply, whichever is later.
unsent-messages-go-back = Initial messages that were assigned and never sent go back to the pool, so that active texters can request them.
# The buttons that release: on one campaign, and on all.
execute-operation = Execute Operation
release = Release
also-restricted-to-teams = Also campaigns restricted to teams
only-within-texting-hours-now = Only contacts within texting hours now
also-auto-assign-off = Also campaigns with auto-assign off
not-until-auto-assign-is-on = Texters cannot request these replies until auto-assign is on.
release-anyway = Release anyway, although auto-assign is off for this campaign

## How long a conversation must have waited.

# Stands above the intervals to choose from: 15 min, 30 min, 1 h.
waiting-for-at-least = Waiting for at least
# The choice of an interval of one's own.
custom = Custom
custom-interval = Custom interval
unit = Unit
# The units behind the number of an interval of one's own.
hours = hours
minutes = minutes
choose-or-enter-a-time = Choose or enter a time, for example 1 hour.
enter-a-number = Enter a number, for example 8.
use-whole-minutes = Use whole minutes.
shortest-interval = The shortest interval is 5 minutes.
longest-interval = The longest interval is 7 days.

## What would be released.

preview = Preview
counting = Counting…
choose-a-valid-interval = Choose a valid interval to see what would be released.
# $interval: 1 h.
waiting-times = Waiting times, interval { $interval }
# Each stands before a list of waiting times.
replies-by-waiting-time = replies by time without an answer from their texter:
unsent-messages-by-waiting-time = unsent messages by waiting time:
not-released-and-why = Not released, and why:
texters-cannot-request-all = Texters cannot request all of these
# Links to where that is mended.
turn-auto-assign-on = Turn auto-assign on
assignment-control = Assignment Control
teams = Teams
change-the-due-date = Change the due date
try-again = Try again

## A release that runs or has ended. $done, $all, $on and $kept are numbers, for which the noun is chosen by the others.

releasing = Releasing…
continues-without-window = It continues if you close this window.
may-close-window = You can close this window. The release is in the release history.
release-history = Release history
close = Close
releases-in-progress = Releases in progress
# A link, where there are more of them than are shown.
more-releases-in-history = More in the release history
# Who released what nobody released by hand.
automatic = Automatic
details = Details
progress = Progress
conversations-a-second = { $count ->
    [one] { $count } conversation a second
   *[other] { $count } conversations a second
 }
cancel-release = Cancel release
cancelling = Canceling…
undoing = Undoing…
returns-replies = Returns replies that no one has picked up yet.
returns-unsent-messages = Returns unsent messages that no one has picked up yet.
returns-conversations = Returns conversations that no one has picked up yet.
# Of a bulk action of Message Review, whatever it does.
returns-bulk-changes = Takes back only what no one has changed since.
releasing-replies = Releasing: { NUMBER($done) } of { $all ->
    [one] { $all } reply
   *[other] { $all } replies
 }
releasing-unsent-messages = Releasing: { NUMBER($done) } of { $all ->
    [one] { $all } unsent message
   *[other] { $all } unsent messages
 }
released-replies = Released { $done ->
    [one] { $done } reply
   *[other] { $done } replies
 } on { $campaigns ->
    [one] { $campaigns } campaign
   *[other] { $campaigns } campaigns
 }
released-unsent-messages = Released { $done ->
    [one] { $done } unsent message
   *[other] { $done } unsent messages
 } on { $campaigns ->
    [one] { $campaigns } campaign
   *[other] { $campaigns } campaigns
 }
undoing-replies = Undoing: { NUMBER($done) } of { $all ->
    [one] { $all } reply
   *[other] { $all } replies
 } returned
undoing-unsent-messages = Undoing: { NUMBER($done) } of { $all ->
    [one] { $all } unsent message
   *[other] { $all } unsent messages
 } returned
undone-replies = Undone: { NUMBER($done) } of { $all ->
    [one] { $all } reply
   *[other] { $all } replies
 } returned
undone-unsent-messages = Undone: { NUMBER($done) } of { $all ->
    [one] { $all } unsent message
   *[other] { $all } unsent messages
 } returned
# A release at a suspension, of replies and unsent messages.
releasing-conversations = Releasing: { NUMBER($done) } of { $all ->
    [one] { $all } conversation
   *[other] { $all } conversations
 }
released-conversations = Released { $done ->
    [one] { $done } conversation
   *[other] { $done } conversations
 } on { $campaigns ->
    [one] { $campaigns } campaign
   *[other] { $campaigns } campaigns
 }
undoing-conversations = Undoing: { NUMBER($done) } of { $all ->
    [one] { $all } conversation
   *[other] { $all } conversations
 } returned
undone-conversations = Undone: { NUMBER($done) } of { $all ->
    [one] { $all } conversation
   *[other] { $all } conversations
 } returned
# A bulk action of Message Review, whatever it does.
changing-conversations = Changing: { NUMBER($done) } of { $all ->
    [one] { $all } conversation
   *[other] { $all } conversations
 }
changed-conversations = { $count ->
    [one] { $count } conversation changed
   *[other] { $count } conversations changed
 }
# A second pass: contacts who have not answered are to be messaged again. On the campaign's menu, and as it goes on.
second-pass = Second pass
second-pass-so-far = Second pass: { NUMBER($done) } of { $all ->
    [one] { $all } contact
   *[other] { $all } contacts
 }
second-pass-took = Second pass: { $count ->
    [one] { $count } contact is
   *[other] { $count } contacts are
 } to be messaged again
# $what: Undone: 38 of 40 replies returned.
and-kept-escalated = { $what }; { $kept ->
    [one] { $kept } has an escalation tag that its texter’s teams do not have
   *[other] { $kept } have escalation tags that the teams of their texters do not hold
 }

# $what: Undone: 38 of 40 replies returned.
and-kept = { $what }; { $kept ->
    [one] { $kept } was
   *[other] { $kept } were
 } already picked up, answered or deleted
# $what: Released 40 replies on 3 campaigns.
then-it-was-cancelled = { $what }, then it was canceled
then-it-failed = { $what }, then it failed
# $why: There is no connection to Baton.
earlier-may-not-be-done = What you asked for before may not have been done. { $why }
