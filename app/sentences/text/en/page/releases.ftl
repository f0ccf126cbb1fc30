## The release history.

automatic-releases = Automatic releases
releases-of-the-same-hour = Releases of the same hour, newest first. Open one to see which conversations were released, and to undo it while that is possible.
newest-releases = Newest releases
export-csv = Export CSV
export-released-conversations = Export their conversations
nothing-released-yet = Nothing has been released yet
releases-are-listed-here = Every release is listed here: who, when, with which settings, and how many.
no-releases-found = No releases found
choose-another-filter = Choose another filter to see other releases.
filter-does-not-exist = This filter does not exist. Open the release history and export from there.
released-no-replies = Released 0 replies on 0 campaigns. There was nothing to release.
released-no-unsent-messages = Released 0 unsent messages on 0 campaigns. There was nothing to release.
# Names the links that filter by who released.
who-released = Who released
all-releases = All
releases-by-hand = By hand
releases-by-nobody = Automatic
releases-by-texters = By texters
undos = Undone
all-campaigns = All campaigns
show-releases = Show

## A release: its facts.

release-running = Running
release-finished = Finished
release-cancelled = Canceled
release-failed = Failed
# $who: Automatic. $releases is a number above 1.
so-many-releases = { $who } · { $releases } releases
campaigns-of-release = { $count ->
    [one] { $count } campaign
   *[other] { $count } campaigns
 }
# Each follows a number of conversations, which stands out.
released-so-many = { $count ->
    [one] released
   *[other] released
 }
returned-so-many = { $count ->
    [one] returned
   *[other] returned
 }
release-of-a-newer-version = A release made by a newer version of Baton
kept-escalated-so-many = { $count ->
    [one] { $count } has an escalation tag that its texter’s teams do not have
   *[other] { $count } have escalation tags that the teams of their texters do not hold
 }
kept-so-many = { $count ->
    [one] { $count } was already picked up, answered or deleted
   *[other] { $count } were already picked up, answered or deleted
 }
release-result = Result
who-released-it = Released by
release-started = Started
release-duration = Duration
release-settings = Settings
release-is-undone = Undone
see-what-was-returned = See what was returned
undo-of = Undo of
see-what-was-released = See what was released
not-released-and-why = Not released, and why
# Of those that qualified when the release started.
no-longer-qualified = { $count ->
    [one] { $count } no longer qualified when its turn came, for example because it was answered or its campaign was paused meanwhile
   *[other] { $count } no longer qualified when their turn came, for example because they were answered or their campaigns were paused meanwhile
 }
# On the row of several automatic releases.
open-list-to-undo = Open the list to undo those that still can be.

## Its settings, which are listed with commas between. $interval: 1 hour.

waiting-for-at-least-interval = Waiting for at least { $interval }
with-campaigns-of-teams = with campaigns restricted to teams
without-campaigns-of-teams = without campaigns restricted to teams
only-within-texting-hours = only contacts within texting hours
also-outside-texting-hours = also outside texting hours
although-auto-assign-was-off = although auto-assign was off

## Its tables of who lost how many.

released-from = Released from
returned-to = Returned to
by-campaign = By campaign
texter-of-release = Texter
conversations-of-release = Conversations
contact-of-release = Contact
# Who has it now.
held-now = Now with
held-by-no-one = No one
contact-was-deleted = Deleted contact

## What was left alone, how much, and why.

left-out-campaign-closed = { NUMBER($count) } on archived or draft campaigns
left-out-campaign-paused = { NUMBER($count) } on paused campaigns
left-out-opted-out = { NUMBER($count) } of contacts who opted out
left-out-escalated = { NUMBER($count) } escalated to a team
left-out-composing = { NUMBER($count) } being answered right now
left-out-restricted-to-teams = { NUMBER($count) } on campaigns restricted to teams
left-out-auto-assign-off = { NUMBER($count) } on campaigns with auto-assign off
left-out-outside-hours = { NUMBER($count) } outside the contact’s texting hours
left-out-newer = { NUMBER($count) } for reasons that only a newer version of Baton knows

## What would be released.

update-the-preview = Update the preview
unsent-on-one-campaign-only = Unsent messages are released one campaign at a time. Choose a campaign.
release-has-to-be-confirmed = Auto-assign is off for this campaign. Confirm that you want to release anyway.
counted-unsent-messages = { $count ->
    [one] { $count } unsent message
   *[other] { $count } unsent messages
 }
no-replies = No replies
no-unsent-messages = No unsent messages
# Follows how many, which stands out: 3 replies.
on-campaigns-would-go-back = on { $campaigns ->
    [one] { $campaigns } campaign
   *[other] { $campaigns } campaigns
 } { $count ->
    [one] would go back to the pool.
   *[other] would go back to the pool.
 }
# Each follows one of the two: No replies, No unsent messages.
none-can-be-released = can be released: the campaign is archived, or has not started.
none-while-paused = can be released while the campaign is paused.
none-waited-that-long = have been unhandled by their texter for that long. Nothing would be released.
none-assigned-that-long = have been assigned that long. Nothing would be released.
# How many have waited from 5 min to 15 min; the last line has no end.
waited-between = { $from } to { $until }: { NUMBER($count) }
waited-longer = { $from } and longer: { NUMBER($count) }

## Why texters cannot request what is released, and what mends it.

requests-are-disabled-for-all = Requests are disabled for your organization. Enable them, so that texters can request what is released.
no-pool-has-replies = No enabled pool has replies. Enable one, for example General, so that texters can request them.
no-pool-has-initial-messages = No enabled pool has initial messages. Set one to initial messages on Assignment Control, so that texters can request them.
auto-assign-is-off = Auto-assign is off for this campaign: texters cannot request what is released until it is on.
replies-with-auto-assign-off = { $count ->
    [one] { $count } reply is
   *[other] { $count } replies are
 } on campaigns with auto-assign off. Turn auto-assign on for those campaigns, or leave them out.
unsent-with-auto-assign-off = { $count ->
    [one] { $count } unsent message is
   *[other] { $count } unsent messages are
 } on campaigns with auto-assign off. Turn auto-assign on for those campaigns, or leave them out.
replies-without-a-pool = { $count ->
    [one] { $count } reply is
   *[other] { $count } replies are
 } on campaigns without a pool to request them from: neither General nor one of their teams has them. Enable General, or a pool of one of their teams, and set its type to replies, on Assignment Control.
unsent-without-a-pool = { $count ->
    [one] { $count } unsent message is
   *[other] { $count } unsent messages are
 } on campaigns without a pool to request them from: neither General nor one of their teams has them. Enable General, or a pool of one of their teams, and set its type to initial messages, on Assignment Control.
replies-no-team-can-request = { $count ->
    [one] { $count } reply is
   *[other] { $count } replies are
 } restricted to teams, and no team can request them: a team needs an enabled pool for them, and a member who may request. Enable the pool on Assignment Control, or add members on Teams.
unsent-no-team-can-request = { $count ->
    [one] { $count } unsent message is
   *[other] { $count } unsent messages are
 } restricted to teams, and no team can request them: a team needs an enabled pool for them, and a member who may request. Enable the pool on Assignment Control, or add members on Teams.
replies-restricted-to-teams = { $count ->
    [one] { $count } reply is
   *[other] { $count } replies are
 } restricted to teams. Only members of those teams can request them.
unsent-restricted-to-teams = { $count ->
    [one] { $count } unsent message is
   *[other] { $count } unsent messages are
 } restricted to teams. Only members of those teams can request them.
unsent-past-due-date = { $count ->
    [one] { $count } unsent message is
   *[other] { $count } unsent messages are
 } past the due date of the campaign, and initial messages are not assigned after it. Choose a later date, or none, so that texters can request them.
replies-outside-hours = { $count ->
    [one] { $count } reply is
   *[other] { $count } replies are
 } outside the contacts’ texting hours. Texters can request them when the hours begin.
unsent-outside-hours = { $count ->
    [one] { $count } unsent message is
   *[other] { $count } unsent messages are
 } outside the contacts’ texting hours. Texters can request them when the hours begin.
