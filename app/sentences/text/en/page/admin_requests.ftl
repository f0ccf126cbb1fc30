## Requests that wait for a decision.

no-pending-requests = No pending requests
pending-requests-appear-here = Requests from texters who need approval appear here.
more-requests = More requests
has-and-got = Has { $held ->
    [one] { $held } reply
   *[other] { $held } replies
 } now, got { $today ->
    [one] { $today } text
   *[other] { $today } texts
 } in the last 24 hours
asked-just-now = asked just now
# $age is a span of time: 2 h 10 min.
asked-ago = asked { $age } ago
own-request-waits = This is your own request: it waits for an admin.
approve = Approve
always-approve = Always approve
# Opens the field for the reason.
begin-to-deny = Deny…
deny = Deny
reason-shown-to = Reason, shown to { $texter }

## What was just decided.

replies-assigned-to = { $count ->
    [one] { $count } reply assigned to { $texter }.
   *[other] { $count } replies assigned to { $texter }.
 }
initial-messages-assigned-to = { $count ->
    [one] { $count } initial message assigned to { $texter }.
   *[other] { $count } initial messages assigned to { $texter }.
 }
nothing-available-in = Nothing is available in { $pool } right now: the request stays pending.
request-of-is-denied = { $texter }’s request is denied.

## What is refused.

can-no-longer-get-texts = { $texter } can no longer get texts. Deny the request.
not-approved-while-disabled = Nothing was assigned: requests are disabled. { $texter }’s request stays pending, and can be approved once an admin has enabled requests on Assignment Control.
# $replies: 3 replies.
not-approved-answer-first = Nothing was assigned: { $texter } has { $replies }, and has to answer first. The request stays pending.
# $replies: 25 replies.
not-approved-too-many = Nothing was assigned: { $texter } has the most replies a texter can have at a time ({ $replies }). The request stays pending.
# $again is a span of time: 2 h 10 min.
not-approved-day-is-full = Nothing was assigned: { $texter } got the most texts a texter can get in 24 hours. The request stays pending, and can be approved in { $again }.
not-approved-pool-disabled = Nothing was assigned: { $pool } is disabled. The request stays pending: deny it, or ask an admin to enable { $pool } on Assignment Control.
not-approved-pool-changed = Nothing was assigned: { $pool } no longer hands out the type of texts that { $texter } asked for. The request stays pending: deny it, so that { $texter } can request again.
not-approved-not-in-team = Nothing was assigned: { $texter } is no longer in { $team }. The request stays pending: deny it, so that { $texter } can request from another pool.
# $most is a number.
denial-is-too-long = A reason has at most { $most } characters.
