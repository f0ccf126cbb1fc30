## What came of a request.

replies-assigned = { $count ->
    [one] { $count } reply assigned
   *[other] { $count } replies assigned
 }
initial-messages-assigned = { $count ->
    [one] { $count } initial message assigned
   *[other] { $count } initial messages assigned
 }
assigned-all-there-is = { NUMBER($assigned) } of { NUMBER($wanted) }: that was all there is
assigned-most-replies = { NUMBER($assigned) } of { NUMBER($wanted) }: that is the most replies a texter can have at a time
assigned-most-in-a-day = { NUMBER($assigned) } of { NUMBER($wanted) }: that is the most texts a texter can get in 24 hours
no-replies-left = No replies were left to assign. Try again in a moment.
no-initial-messages-left = No initial messages were left to assign. Try again in a moment.
# $what: 2 replies.
asked-for = You asked for { $what }. An admin or supervolunteer has to approve it.
denied-by = { $name } denied your request.
denied-because = { $name } denied your request: { $reason }
# Stands as $name where who denied it is not known any more.
somebody = Someone
# What is asked for: 2 replies from General.
from-pool = { $what } from { $pool }
# The pool lets one request take less than was asked for, by now.
from-pool-at-most = { $what } from { $pool } (at most { NUMBER($most) } now)

## A pending request: what it waits for, or why it cannot be approved. $what: 2 replies from General.

waiting-for-approval = { $what }. Someone has to approve it; this page updates by itself.
# $message is what the organization tells its texters.
pending-while-disabled = { $what }. It cannot be approved while requests are disabled. { $message }
# $message: Ask an admin if you think you should be able to.
pending-not-allowed = { $what }. It cannot be approved, because you cannot request texts any more. { $message }
# $replies: 3 replies.
pending-answer-first = { $what }. It can be approved once you have answered what you have: { $replies }.
# $replies: 3 replies.
pending-too-many = { $what }. It can be approved once you have answered some replies: a texter can have { $replies } at a time.
# $again is a span of time: 2 h 10 min.
pending-day-is-full = { $what }. You had as many texts as a texter can get in 24 hours. It can be approved in { $again }.
pending-pool-disabled = { $what }. It cannot be approved while { $pool } is disabled. Cancel it to request from another pool, if there is one.
pending-pool-changed = { $what }. It cannot be approved, because { $pool } hands out other texts now. Cancel it to request what there is.
pending-not-in-team = { $what }. It cannot be approved, because you are no longer in { $team }. Cancel it to request from another pool.

## Why there can be no request: a title and what to do.

requests-disabled-title = Requests are disabled
ask-when-enabled = Ask an admin when requests will be enabled.
cannot-request-title = You cannot request texts
ask-if-you-should = Ask an admin if you think you should be able to.
answer-first-title = Answer your replies first
# $replies: 3 replies.
answer-first = You have { $replies }. When you have answered, you can request more.
too-many-title = You have the most replies allowed at a time
# $replies: 3 replies.
answer-some = A texter can have { $replies } at a time. Answer some, and you can request more.
limit-reached-title = You have reached your limit
# $again is a span of time: 2 h 10 min.
day-is-full = A texter can get { $most ->
    [one] { $most } text
   *[other] { $most } texts
 } in 24 hours, and you had that many. You can request more in { $again }.
a-minute = a minute
pool-disabled-title = This pool is disabled
request-of-disabled-pool = Nothing can be requested from { $pool } now. Request from another pool, if there is one, or ask an admin.
pool-changed-title = This pool has changed
pool-changed = { $pool } hands out other texts now, so you were assigned nothing. See what the form offers, and request again.
no-longer-in-team = You are no longer in { $team }. Ask an admin if you should be.
no-texts-title = No texts available right now
updates-by-itself = This page updates by itself when there are texts to request.
