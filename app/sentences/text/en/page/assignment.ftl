## Assignment Control: its pools.

what-assignment-control-does = Who can request texts, and what they get. Texters see the pools in this order, if there is anything in them.
assignment-control-is-saved = Assignment Control is saved.
pools = Pools
# $link leads to the teams: Create a team.
each-team-has-a-pool = Each team has its own pool. { $link } and its pool appears here.
create-a-team = Create a team
# The pool of everybody.
general = General
who-draws-from-general = For every texter, from all campaigns that are not restricted to teams. It comes last.
counted-members = { $count ->
    [one] { $count } member
   *[other] { $count } members
 }
enabled = Enabled
# The kind of texts that a pool has: replies or initial messages.
pool-type = Type
kind-replies = Replies
kind-initial-messages = Initial messages
most-per-request = Most per request

## Who may request.

requests = Requests
requests-enabled = Requests enabled
what-disabled-requests-mean = When off, texters see the message below instead of the request form.
message-while-disabled = Message while requests are disabled
approval-level-of-new-members = Approval level of new members
# $link leads to the people: People.
set-level-of-members = Set the level of current members on { $link }.

## Limits.

limits = Limits
finish-replies-first = Finish replies first
what-finishing-first-means = Texters who have replies to answer cannot request more until they have answered them.
most-open-replies = Most open replies
what-most-open-replies-means = How many unanswered replies a texter can have.
most-texts-in-a-day = Most texts per texter in 24 hours
what-most-texts-means = How many conversations a texter can get through the request form, with the escalated ones that they take.
no-limit = No limit

## What is wrong with a field.

# $most and $length are numbers.
message-is-too-long = At most { $most } characters; this has { $length }.
message-is-missing = Enter a message. Texters see it instead of the request form.
choose-a-level = Choose one of these levels.
choose-a-type = Choose a type.
