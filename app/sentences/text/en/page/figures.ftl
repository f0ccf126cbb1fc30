## Figures: of a campaign, of a member, and of the organization.

figures = Figures
show-figures = Show figures
# $title: Early vote.
figures-of = Figures of { $title }
# Follows a moment.
figures-as-of = As of
# $month: Nov. $day: 14.
day-of-month = { $month } { $day }
# $month: Nov. $day: 14. $year: 2023.
day-of-year = { $month } { $day }, { $year }

## A campaign.

figures-of-contacts = Contacts
how-many = Number
contacts-of-figures = Contacts
initial-messages-sent = Sent an initial message
contacts-who-replied = Replied
replies-handled = Handled
replies-waiting = Waiting for an answer
replies-unanswered-when-archived = Unanswered when the campaign was archived
contacts-opted-out = Opted out
what-contacts-mean = Handled: answered, closed or opted out since they last wrote. No one waits on a draft or an archived campaign.
figures-of-texts = Messages to contacts
texts-sent = Sent
texts-delivered = Delivered
texts-on-the-way = On their way
texts-failed = Failed
what-sent-means = Sent: the message service has accepted them, those included that were delivered. Delivered: it has reported that they reached a phone. Not every phone and carrier says so.
many-texts-were-filtered = { $texts ->
    [one] Carriers have filtered { $texts } message of this campaign as unwanted, which is more than 3 in every 100. Change its words, leave out shortened links, and check that the number is registered with the carriers.
   *[other] Carriers have filtered { $texts } messages of this campaign as unwanted, which is more than 3 in every 100. Change their words, leave out shortened links, and check that the number is registered with the carriers.
 }
figures-of-failures = Why messages failed
failure-reason = Reason
other-reasons = Other reasons
time-to-answer = Time to answer
auto-release-of-figures = Auto-release
auto-release-was-off = Off
auto-release-was-on = On
answers-counted = Answers
percentile-90 = 90th percentile
what-times-to-answer-mean = From the first message without an answer to the answer. Of the latest 10,000 answers each.

## Over time.

figures-over-time = Over time
initial-messages = Initial messages
first-replies = First replies
answers-sent = Answers
all-texts = Messages
figures-by-day = By day, in the time zone { $zone }.
# $day: Nov 14.
figures-by-hour = By hour on { $day }, in the time zone { $zone }.
only-the-last-days = Earlier days are not shown.
# $what: Initial messages. $first, $last and $when: Nov 14, or 14:00.
chart-in-words = { $what }, { $first } – { $last }: { NUMBER($total) } in all, { NUMBER($most) } at most ({ $when }).
# Behind what is drawn: Initial messages.
chart-scale = up to { NUMBER($most) }
chart-of-nothing = { $what }, { $first } – { $last }: none.
# One period alone.
chart-of-one = { $what }, { $when }: { NUMBER($count) }.
as-a-table = As a table
figures-day = Day
figures-hour = Hour
nothing-over-time-yet = Nothing yet
over-time-appears-here = When messages were sent, they appear here by hour and by day.

## A member.

over-the-last-days = Over the last { NUMBER($days) } days.
replies-answered = Replies answered
median-time-to-answer = Median time to answer
no-answer-given = No answers
replies-held-now = Replies assigned now
conversations-lost = Lost by release
what-lost-means = Lost by release: conversations that a release took from them, also those that an undo gave back. Those that they released themselves are not counted.

## The organization.

active-texters = Active texters
people-waiting = People waiting
answers-in-last-hour = Answers in the last hour
time-to-answer-all = Time to answer all
no-pace = Unknown
nobody-waits = No one waits for an answer.
# $answers: in the last hour. $time: 2 h 30 min.
how-long-at-this-pace = { $answers ->
    [one] One person got an answer in the last hour. At this pace it takes { $time } to answer those who wait now.
   *[other] { $answers } people got an answer in the last hour. At this pace it takes { $time } to answer those who wait now.
 }
no-one-answered = No one got an answer in the last hour, so there is no estimate for those who wait.
who-is-active = Active texters
active-means = Active: sent a message in the last { NUMBER($minutes) } minutes.
nobody-is-active = No one is active
active-appear-here = Whoever has just sent a message appears here.
# $shown: 50. $active: 120.
most-active-are-shown = The { NUMBER($shown) } who sent most, of { NUMBER($active) }.
sent-in-last-hour = Sent in the last hour
replies-held = Replies assigned
over-the-last-two-weeks = The last two weeks
figures-of-campaigns-are-there = Each campaign has figures of its own: “Figures” in its menu on the campaigns page.
