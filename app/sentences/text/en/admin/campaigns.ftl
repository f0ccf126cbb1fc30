## The table of campaigns, and the figures of each.

people-are-waiting-for-an-answer = { $count ->
    [0] No one is waiting for an answer.
    [one] { $count } person is waiting for an answer.
   *[other] { $count } people are waiting for an answer.
 }
# Followed by a span of time: 2 h 10 min.
longest-wait-is = Longest wait:
campaigns-and-who-waits = Campaigns and how many people are waiting
campaign = Campaign
contacts = Contacts
# Contacts whose initial message is still to be sent.
unsent = Unsent
# Replies that a texter holds and has not answered.
unhandled = Unhandled
# Replies that nobody holds.
in-the-pool = In the pool
oldest-wait = Oldest wait
actions = Actions
no-one-waiting = No one waiting
# Of an archived campaign.
nothing-is-released = Nothing is released
auto-assign-off-mark = Auto-assign off
teams-only = Teams only
# The checkbox of a row.
choose-campaign = Choose { $campaign }

## The state of a campaign.

campaign-draft = Draft
campaign-started = Started
campaign-paused = Paused
campaign-archived = Archived
