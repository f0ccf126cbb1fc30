## The list of campaigns.

campaigns = Campaigns
no-campaigns-yet = No campaigns yet
campaigns-appear-here = Create one with “New campaign”.
new-campaign = New campaign

## The page of a campaign: its figures.

state = State
who-can-request = Texters
everyone-can-request = Everyone
nobody-can-request-yet = No one yet

## What was just done.

autoassign-mode-is-saved = Autoassign Mode is saved.
script-and-due-date-are-saved = Script and due date are saved.
teams-are-saved = The teams are saved.
campaign-is-launched = The campaign is launched. Initial messages can be sent now.
# Launched too.
campaign-is-launched-past-its-due-date = The campaign is launched. Its due date has passed, so texters are not assigned initial messages until it is changed.
campaign-is-created = The campaign is created, as a draft.
title-and-hours-are-saved = Title and texting hours are saved.
campaign-was-archived = The campaign is archived. Nothing on it is sent, assigned or released.
campaign-was-unarchived = The campaign is unarchived, and as it was before.
# Unarchived by somebody else before, or twice.
campaign-was-not-archived = The campaign was not archived, so nothing was changed.
campaign-was-paused = The campaign is paused. Nothing on it is sent, assigned or released until it is resumed.
campaign-was-resumed = The campaign is resumed. Messages that waited go out within texting hours.
# Resumed by somebody else before, or twice.
campaign-was-not-paused = The campaign was not paused, so nothing was changed.
campaign-is-copied = This is the copy, a draft. It has no contacts yet.

## Its releases.

release-card = Release
what-a-release-does = Conversations that texters have not handled go back to the pool, so that active texters can request them. You see a preview first.

## Its launch.

launch = Launch
nothing-sent-until-launch = No messages can be sent until the campaign is launched.
# What a launch needs is there; follows its name.
is-there = Ready.
script = Script
phone-number = Phone number
texting-hours = Texting hours
no-contacts-yet = No contacts yet.
no-script-yet = No script yet.
no-number-yet = Your organization has none yet.
write-the-script = Write the script
auto-assign-is-off-note = Auto-assign is off
# Follows the note that auto-assign is off.
launched-without-auto-assign = You can launch it like this, but texters cannot request its texts.
pool-of-initial-messages = A pool of initial messages
pool-of-replies = A pool of replies
# Follows: A pool of replies, or: A pool of initial messages.
no-pool-hands-it-out = No enabled pool hands out those of this campaign, or requests are disabled. Enable requests and a pool, or add the campaign to a team that has an enabled pool and members who may request texts.
# Follows: Due date.
has-passed-already = It has passed, so texters will not be assigned initial messages.
turn-auto-assign-on = Turn auto-assign on with the launch, so that texters can request its texts
fields-of-the-script = Fields of the script
# Follows: Fields of the script.
fields-are-checked-later = They are checked once there are contacts.
# $fields: {nickname}, {zip}.
no-contact-has = No contact has { $fields }.
correct-the-script = Correct the script
blank-fields = Blank fields
# $field: {firstName}. $names: Ada, Grace, Alan.
field-is-blank-for = { $count ->
    [one] { $field } is blank for one contact: { $names }.
   *[other] { $field } is blank for { $count } contacts, for example { $names }.
 }
# $field: as above. Nobody for whom it is blank was found at once.
field-is-blank-for-some = { $count ->
    [one] { $field } is blank for one contact.
   *[other] { $field } is blank for { $count } contacts.
 }
# $example: {firstName|neighbor}.
what-blank-fields-mean = Such a text can only be sent once its texter has written something in that place. Or give the field a default in the script: { $example }.
something-is-missing = Something is still missing.
is-already-launched = This campaign has already been launched.
saved-meanwhile-is-not-launched = Not launched: someone else changed this campaign while you had it open. What stands here now is what would be launched: look it over, then launch it.
archived-cannot-be-launched = This campaign is archived. Unarchive it first.
# $missing: contacts and a script.
cannot-be-launched-yet = This campaign cannot be launched yet. It still needs { $missing }.
needs-contacts = contacts
needs-a-script = a script
needs-a-number = a phone number
# $fields: {nickname}, {zip}.
needs-fields = contacts who have { $fields }
one-and-other = { $one } and { $other }
# $from: 9:00 AM. $until: 9:00 PM. $zone: America/New_York.
hours-in-zone = { $from } to { $until }, { $zone }

## Its script and due date.

script-and-due-date = Script and due date
script-of-initial-message = Script of the initial message
# $fields: {nickname}, {zip}.
contacts-have-no-field = No contact has { $fields }. Texts with it cannot be sent.
# $example: {firstName|neighbor}.
a-default-for-what-is-blank = { $example } stands for the first name, or for “neighbor” where it is blank.
# Followed by a list of fields.
filled-in-for-each-contact = Filled in for each contact:
due-date = Due date
what-due-date-means = The last day on which initial messages are assigned. Replies are still assigned after it. Leave it empty for no due date.
due-date-has-passed = The due date has passed, so initial messages are no longer assigned.
save-script-and-due-date = Save script and due date
# $most and $length are numbers.
script-is-too-long = A script can have at most { $most } characters; this one has { $length }.
due-date-is-no-date = Enter a date such as 2026-11-03, or leave it empty.
launched-needs-a-script = This campaign is launched, so it needs a script.

## Its canned responses.

canned-responses = Canned responses
what-canned-responses-do = Texts that texters can put into their reply box and edit before they send them. The fields of the script are filled in here too.
# $number: 2.
canned-response-number = Canned response { $number }
new-canned-response = New canned response
canned-response-title = Title
canned-response-text = Text
canned-response-position = Move to position
remove-canned-response = Remove it when saved
save-canned-responses = Save canned responses
canned-responses-are-saved = Canned responses are saved.
response-needs-a-title = Give it a title, by which texters find it.
# $most and $length are numbers.
response-title-is-too-long = A title can have at most { $most } characters; this one has { $length }.
response-needs-a-text = Write its text, or clear its title.
# $most and $length are numbers.
response-is-too-long = A canned response can have at most { $most } characters; this one has { $length }.
# $most: 50.
too-many-responses = A campaign can have at most { $most } canned responses.
response-is-there-twice = One canned response is on this page twice. Reload it.
fields-of-the-responses = Fields of the canned responses
correct-the-responses = Correct the canned responses

## Saving a section.

section-is-saved = Saved.
section-is-being-saved = Saving…
section-cannot-be-saved-now = Not saved: there is no connection to the server. What you typed stays here, and is tried again.
# $why: a sentence.
section-is-not-saved = Not saved. { $why }
launched-saves-by-its-button = This campaign is launched. What you change here is saved when you press its button, and takes effect at once for those who are texting now.
archived-saves-by-its-button = This campaign is archived. What you change here is saved when you press its button.
unsaved-is-not-launched = Not launched: something on this page is not saved yet. What would be launched is what was saved last.
# $name: Ada Admin. $when: Tue, Nov 14, 10:13 PM.
saved-meanwhile-by = { $name } saved this section last, on { $when }, while you had it open. Your version, above, is not saved. Theirs is:
somebody-saved-meanwhile = Someone else saved this section while you had it open. Your version, above, is not saved. Theirs is:
save-mine-over-it = Save mine over theirs
take-theirs = Take theirs

## How long people wait for an answer.

how-long-people-wait = How long people wait for an answer
nothing-answered-yet = Nothing answered yet
waits-appear-here = When texters have answered replies on this campaign, this shows how long people waited.
without-auto-release = Without auto-release
with-auto-release = With auto-release
no-answers-while-off = No answers while it was off.
no-answers-while-on = No answers while it was on.
median = Median
percentile-95 = 95th percentile
under-a-minute = under 1 min
of-last-answers = { $answers ->
    [one] Of the one answer so far.
   *[other] Of the last { $answers } answers.
 }
# $with and $without: a minute; 2 h 10 min.
half-had-an-answer = Half of the people who wrote got an answer within { $with } with auto-release on, and within { $without } with it off.

## Its title, texting hours and zone.

title-and-texting-hours = Title and texting hours
a-draft-comes-first = It begins as a draft: nothing is sent before you launch it. Contacts, script and teams come next.
campaign-title = Title
campaign-description = Description
who-sees-the-description = Texters see it under the title, on their home page. It may be empty.
texting-begins = Texting begins
texting-ends = Texting ends
what-texting-hours-mean = Local time of each contact, like 09:00.
time-zone = Time zone
whose-zone-it-is = For contacts whose own zone is not known. Enter a time zone like America/New_York.
time-zone-is-missing = Enter a time zone like America/New_York.
save-title-and-hours = Save title and hours
create-campaign = Create campaign

## Its archive.

archive = Archive
unarchive = Unarchive
campaign-is-archived = This campaign is archived
what-archiving-does = Nothing on an archived campaign is sent, assigned or released; messages that are on their way wait. Conversations stay with the texters who have them. You can unarchive it.
what-unarchiving-does = Nothing on it is sent, assigned or released. Once unarchived, it goes on as before, and messages that are waiting go out within texting hours; waiting times include the time in the archive.
# $count: people who wrote and have no answer yet.
people-wait-on-it = { $count ->
    [one] One person waits for an answer on this campaign, and would get none
   *[other] { $count } people wait for an answer on this campaign, and would get none
 } while it is archived. Confirm that, or have them answered first.
archive-all-the-same = Archive it anyway: these people get no answer

## Its pause.

pause = Pause
resume = Resume
this-campaign-is-paused = This campaign is paused
what-pausing-does = Nothing on a paused campaign is sent, assigned or released; messages that are on their way wait. Conversations stay with the texters who have them, and replies are still received. You can resume it.
what-resuming-does = Nothing on it is sent, assigned or released. Once resumed, it goes on as before, and messages that are waiting go out within texting hours. Waiting times include the pause.
# $count: people who wrote and have no answer yet.
people-wait-while-paused = { $count ->
    [one] One person waits for an answer on this campaign, and gets none
   *[other] { $count } people wait for an answer on this campaign, and get none
 } while it is paused. Confirm that, or have them answered first.
pause-all-the-same = Pause it anyway: these people get no answer until it is resumed
only-launched-can-be-paused = Only a campaign that is launched and not archived can be paused or resumed.

## Its copy.

copy-campaign = Copy
what-copying-does = The copy is a draft with this campaign’s script, canned responses, texting hours and teams, and its due date if that has not passed. Contacts, messages and Autoassign Mode are not copied.
title-of-the-copy = Title of the copy
# $title: the title of the campaign that is copied.
copy-of = Copy of { $title }

## The teams that draw from it.

restricted-to-teams = Restricted to teams
what-chosen-teams-do = Members of the chosen teams can request this campaign’s texts. If it is restricted, no one else can.
what-a-restriction-does = Texters who are on none of the chosen teams cannot request its texts.
there-are-no-teams-yet = There are no teams yet.
# A link that follows "There are no teams yet."
create-one = Create one
save-all-the-same = Save it anyway: no one can take its replies
save-teams = Save teams
no-team-is-chosen = This campaign is restricted to teams, but no team is chosen, so no one can request its texts. Choose a team, or turn the restriction off.
chosen-teams-have-no-members = This campaign is restricted to teams, but the chosen teams have no members, so no one can request its texts. Add members to a team, or turn the restriction off.
nobody-could-take-its-replies = No one could take its replies: no team is chosen that has a member. Choose one, or confirm it.
# Follows the name of a team.
counted-members-or-none = { $count ->
    [0] no members
    [one] { $count } member
   *[other] { $count } members
 }

## What lies in a pool.

replies-or-more = { NUMBER($most) } or more replies
initial-messages-or-more = { NUMBER($most) } or more initial messages
# $wait: 2 h 10 min.
oldest-waits = oldest wait { $wait }

## Its files.

export-of-campaign = Export
what-is-exported = Contacts with their status, tags and custom fields, or every message, as a CSV file for a spreadsheet. What happens while the file is written may be missing from it.
export-contacts = Export contacts ({ NUMBER($count) })
export-messages = Export messages
