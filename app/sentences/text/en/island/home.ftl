## What a texter holds.

answer-next = Answer next ({ NUMBER($count) })
my-campaigns = My campaigns
back-to-first-campaigns = Back to the first campaigns
sorted-by-longest-wait = Sorted by longest wait.
more-campaigns = More campaigns
replies-to-answer = { $count ->
    [0] Replies to answer
    [one] { $count } reply to answer
   *[other] { $count } replies to answer
 }
near-their-release = { $count ->
    [one] { $count } of these will be released within 10 minutes unless you answer it.
   *[other] { $count } of these will be released within 10 minutes unless you answer them.
 }
nothing-to-answer = Nothing to answer
where-replies-appear = Replies that you can answer now appear here.
back-to-first-replies = Back to the first replies
more-replies = More replies
# Stands before how long the contact waits: 5 min.
waiting = waiting

## What was released from a texter.

released-from-you = Released from you
# $what: 3 replies were released from you. $at: 14:05. $why: automatically, after 30 minutes without an answer.
loss-line = { $what } at { $at }, { $why }.

## The request form.

you-asked-for-more-texts = You asked for more texts
people-are-waiting = People are waiting
initial-messages-to-send = Initial messages to send
cancel-request = Cancel request
request-is-cancelled = Your request is canceled.
from-which-pool = From which pool?
# $what: 31 replies.
pool-has = { $pool }: { $what }
pool-has-more-than = { $pool }: more than { $what }
longest-wait = longest wait { $wait }
how-many = How many?
request-more-texts = Request more texts
requesting = Requesting…
at-most-at-a-time = At most { $most } at a time.
longest-wait-first = Longest wait first.
earliest-due-date-first = Earliest due date first.
someone-approves-first = Someone has to approve it first.

## The end of the day.

done-for-the-day = Done for the day?
others-can-answer = Other texters can then answer your replies.
release-my-replies = Release my replies
cancel = Cancel
# Follows the number of replies, which stands out: 3 replies.
would-go-back = { $count ->
    [one] would go back to the pool.
   *[other] would go back to the pool.
 }
undo = Undo
