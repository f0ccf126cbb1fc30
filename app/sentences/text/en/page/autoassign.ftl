## What Autoassign Mode would do now, before it is saved.

# Heads how many replies would be released, and what would keep replies from being handed out.
with-these-settings-now = With these settings now
these-settings-are-not-saved = These settings are not saved yet.
nothing-while-auto-release-is-off = Auto-release is off: no replies would be released automatically.
nothing-while-auto-assign-is-off = Auto-assign is off: no replies would be released automatically, and texters could not request any.
nothing-keeps-replies-back = Nothing keeps texters from requesting this campaign’s replies.

## Why texters cannot request a campaign’s replies; a link behind each leads to where it is mended.

obstacle-not-started = The campaign has not been launched.
obstacle-archived = The campaign is archived.
obstacle-paused = The campaign is paused.
obstacle-requests-disabled = Requests are disabled for your organization.
obstacle-no-replies-pool = No enabled pool has replies.
obstacle-no-pool-draws = Neither General nor a pool of one of its teams has this campaign’s replies.
obstacle-no-team-chosen = The campaign is restricted to teams, but no team is chosen.
obstacle-no-team-pool = The campaign is restricted to teams, and no enabled pool of those teams has replies.
obstacle-no-team-members = The teams whose pools could have its replies have no members who may request texts.
# Followed by a moment.
obstacle-outside-hours = It is outside the contacts’ texting hours. They begin:

## The same as a mark in the list.

mark-requests-disabled = No one can request its replies: requests are disabled
mark-no-replies-pool = No one can request its replies: no pool has replies
mark-no-pool-draws = No one can request its replies: no pool has them
mark-no-team-chosen = No one can request its replies: no team is chosen
mark-no-team-pool = No one can request its replies: no pool of its teams has them
mark-no-team-members = No one can request its replies: its teams have no members who may request texts
mark-outside-hours = Outside texting hours
