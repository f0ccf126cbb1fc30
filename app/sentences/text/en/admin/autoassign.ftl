## Autoassign Mode of a campaign: its two switches.

auto-assign = Auto-assign
auto-release = Auto-release
auto-assign-is-on = On: texters can request this campaign’s conversations.
auto-assign-is-off = Off: texters cannot request this campaign’s conversations.
# $interval: 30 minutes.
auto-release-is-on = On: replies that are not handled within { $interval } are released automatically.
auto-release-is-off = Off: replies stay with their texter until someone releases them.
what-auto-assign-does = Texters can request this campaign’s conversations.
what-auto-release-does = Replies that a texter has not handled in time are released automatically, as long as this is on.
auto-release-needs-auto-assign = Auto-release does nothing while auto-assign is off, because texters could not request the replies. Turn auto-assign on too.
# Heads the reasons why, each with a link to where it is mended.
no-one-can-request-its-replies = Texters cannot request this campaign’s replies now

## Its window.

working = Working…
settings-are-saved = Saved.
load-their-settings = Load their settings
save = Save

## What automatic release is doing.

auto-release-on-mark = Auto-release on
auto-release-paused-mark = Auto-release paused
auto-release-failed-mark = Auto-release failed
nothing-to-release-yet = Nothing to release yet.
# Followed by a moment.
next-release-at = Next release:
campaign-has-not-started = The campaign has not started.
campaign-is-archived = The campaign is archived.
campaign-is-paused = The campaign is paused.
nothing-is-assigned = Auto-assign is off.
# Followed by a moment.
outside-texting-hours-until = Outside texting hours until
# Followed by a moment.
next-try-at = Next try:
# Followed by a moment.
last-auto-release = Last: { $count ->
    [one] { $count } reply
   *[other] { $count } replies
 },
