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
# $why: You have 3 replies. When you have answered, you can request more.
texter-reads-now = { $texter } now sees: { $why }
# $most is a number.
denial-is-too-long = A reason has at most { $most } characters.
