## The tabs of the campaigns page.

# The label of the tabs.
which-campaigns = Which campaigns
current-campaigns = Current
draft-campaigns = Drafts
archived-campaigns = Archived

## Its search, its order and its filters.

part-of-the-title = Part of the title
order-of-campaigns = Order
oldest-wait-first = Oldest wait first
newest-first = Newest first
most-unhandled-first = Most unhandled first
earliest-due-date-first = Earliest due date first
filters-of-campaigns = Filters
where-somebody-waits = Someone is waiting for an answer
where-the-due-date-has-passed = The due date has passed
where-no-pool-hands-out = No pool has its replies
# Of a switch: auto-assign, auto-release.
on-or-off = On or off
only-on = On
only-off = Off
apply-the-filters = Apply
clear-the-filters = Clear

## Where nothing is listed.

no-campaign-found = No campaign found
search-for-other-campaigns = Search for something else, or clear the filters.
no-current-campaigns = No campaign is running
launch-a-draft = A campaign is here from its launch until it is archived.
no-draft-campaigns = No drafts
no-archived-campaigns = No archived campaigns
archived-appear-here = Archived campaigns appear here, and can be unarchived.

## Its rows.

# Before how many people are waiting, where there may be more campaigns.
on-these-campaigns = On these campaigns:
# $month: Nov. $day: 3. $year: 2026.
due-on = Due { $month } { $day }, { $year }
was-due-on = Was due { $month } { $day }, { $year }
# $teams: Legal, Spanish.
only-these-teams = Only { $teams }
teams-only-without-members = Teams only, and none has members

## The menu of a row.

edit-campaign = Edit
turn-its-auto-assign-on = Turn auto-assign on
turn-its-auto-assign-off = Turn auto-assign off

## Those that are chosen.

# Also followed by a colon and how many.
chosen-campaigns = Chosen campaigns
choose-campaigns-to-change = Choose campaigns by their checkboxes to change them together.
choose-all-of-this-page = { $count ->
    [one] Choose the one on this page
   *[other] Choose all { $count } on this page
 }
choose-none = Choose none
no-campaign-is-chosen = No campaign is chosen
no-such-change = This cannot be done to campaigns. Go back and choose again.
auto-assign-on-for-chosen = { $count ->
    [0] Turn auto-assign on for no campaign
    [one] Turn auto-assign on for { $count } campaign
   *[other] Turn auto-assign on for { $count } campaigns
 }
auto-assign-off-for-chosen = { $count ->
    [0] Turn auto-assign off for no campaign
    [one] Turn auto-assign off for { $count } campaign
   *[other] Turn auto-assign off for { $count } campaigns
 }
autoassign-mode-of-chosen = { $count ->
    [0] Autoassign Mode of no campaign
    [one] Autoassign Mode of { $count } campaign
   *[other] Autoassign Mode of { $count } campaigns
 }
archive-chosen = { $count ->
    [0] Archive no campaign
    [one] Archive { $count } campaign
   *[other] Archive { $count } campaigns
 }
what-is-chosen-is-set-on-each = What you choose is set on each of these campaigns. A switch that you leave as it is stays the way each of them has it.
leave-as-it-is = Leave as it is
# What a campaign has before anything is saved. $interval: 30 minutes.
now-both-are-off = Now: auto-assign off, auto-release off.
now-only-auto-assign-is-on = Now: auto-assign on, auto-release off.
now-only-auto-release-is-on = Now: auto-assign off, auto-release after { $interval }.
now-both-are-on = Now: auto-assign on, auto-release after { $interval }.
auto-release-would-be-off = With your choice, auto-release would be off: no replies would be released automatically.
auto-assign-would-be-off = With your choice, auto-assign would be off: no replies would be released automatically, and texters could not request any.
saved-since-it-was-shown = Someone saved it after you opened this page, so it stays as it is. To change it, choose it again.
is-like-that-already = Already set this way; nothing changes.
people-wait-here = { $count ->
    [one] { $count } person waits for an answer.
   *[other] { $count } people wait for an answer.
 }
archive-also-where-people-wait = { $count ->
    [one] Also archive where { $count } person waits for an answer, who gets none while it is archived
   *[other] Also archive where people wait for an answer: { $count } people, who get none while it is archived
 }

## What became of them.

auto-assign-was-turned-on = { $count ->
    [0] Auto-assign was turned on for no campaign.
    [one] Auto-assign was turned on for { $count } campaign.
   *[other] Auto-assign was turned on for { $count } campaigns.
 }
auto-assign-was-turned-off = { $count ->
    [0] Auto-assign was turned off for no campaign.
    [one] Auto-assign was turned off for { $count } campaign.
   *[other] Auto-assign was turned off for { $count } campaigns.
 }
autoassign-mode-was-saved = { $count ->
    [0] Autoassign Mode was saved for no campaign.
    [one] Autoassign Mode was saved for { $count } campaign.
   *[other] Autoassign Mode was saved for { $count } campaigns.
 }
campaigns-were-archived = { $count ->
    [0] No campaign was archived.
    [one] { $count } campaign was archived.
   *[other] { $count } campaigns were archived.
 }
# $titles: Early vote, By mail.
left-because-somebody-waits = Not archived, because people wait for an answer: { $titles }.
left-because-saved-meanwhile = Not changed, because someone else saved these meanwhile: { $titles }. Look at them, and choose them again.
left-because-already = Already set this way: { $titles }.
left-for-now = Could not be changed just now, try it again: { $titles }.
left-not-found = { $count ->
    [one] { $count } campaign does not exist.
   *[other] { $count } campaigns do not exist.
 }
