## The list of teams.

search-teams = Search teams
no-team-found = No team found
no-teams-yet = No teams yet
what-a-team-is = A team has its own pool: its members can request texts from its campaigns, and get conversations with its escalation tags.
# $link leads to Assignment Control.
what-teams-decide = Who can request texts from which campaigns, and who gets which escalation tags. Choose whether a team’s pool has replies or initial messages on { $link }.
new-team = New team
create-team = Create team
pool-enabled = Pool enabled
pool-disabled = Pool disabled
pool-and-escalation-tags = Pool and escalation tags
# $priority is a number.
team-in-short = { $members ->
    [0] No members yet
    [one] { $members } member
   *[other] { $members } members
 } · { $campaigns ->
    [one] { $campaigns } campaign
   *[other] { $campaigns } campaigns
 } · priority { $priority }

## The page of a team.

title-and-priority = Title and priority
priority = Priority
what-priority-means = 0 to 1,000. Lower numbers come first in the request form.
# $link leads to Assignment Control.
its-pool-is-enabled = Its pool is enabled. Choose what is in it on { $link }.
# $link leads to Assignment Control.
its-pool-is-disabled = Its pool is disabled, so texters do not see it. Choose what is in it on { $link }.
delete-this-team = Delete this team

## Its lists.

members = Members
what-members-see = They see this team’s pool in the request form, before General.
team-has-no-members = This team has no members yet, so no one can request from its pool.
no-one-with-this-name = No one found with this name.
add-a-member = Add a member
what-campaigns-are-for = Members can request texts of these campaigns.
team-has-no-campaigns = This team has no campaigns yet, so its pool is empty.
no-campaign-with-this-title = No campaign found with this title.
add-a-campaign = Add a campaign
escalation-tags = Escalation tags
who-gets-escalated = A conversation with escalation tags goes only to texters whose teams have all of them.
team-has-no-escalation-tags = This team has no escalation tags yet.
no-other-escalation-tags = No other escalation tags. Create tags on the Tags page.
add-an-escalation-tag = Add an escalation tag
nothing-of-team-found = Nothing in this team matches your search.
add = Add
add-name = Add { $name }
remove = Remove
remove-name = Remove { $name }

## The state of a campaign in such a list.

draft-campaign-for-teams = Draft, teams only
started-campaign-for-teams = Started, teams only
unassigned-campaign = Started, auto-assign off
unassigned-campaign-for-teams = Started, auto-assign off, teams only

## What was just done.

team-is-created = The team is created. Add members and campaigns, then enable its pool on Assignment Control.
team-is-saved = The team is saved.
team-is-deleted = The team and its pool are deleted.
added-to-team = Added to the team.
removed-from-team = Removed from the team.

## The page that asks before something is taken out of a team, or the team is deleted.

remove-this-member = Remove this member from { $team }?
remove-this-campaign = Remove this campaign from { $team }?
remove-this-tag = Remove this tag from { $team }?
remove-all-the-same = Remove it anyway: no one can take these replies
removal-has-to-be-confirmed = Confirm that no one can take these replies, or cancel.
delete-name = Delete { $name }?
delete-team-all-the-same = Delete it anyway: no one can take the replies of these campaigns
delete-team = Delete team
pool-goes-with-team = Its pool is deleted too. Members keep the conversations they have, but lose this team’s pool and escalation tags.
texts-in-its-pool = { $count ->
    [0] Its pool is empty right now.
    [one] { $count } text is in its pool now. It can still be requested from other pools with the same campaign.
   *[other] { $count } texts are in its pool now. They can still be requested from other pools with the same campaigns.
 }
campaigns-left-to-nobody = { $count ->
    [one] { $count } campaign is
   *[other] { $count } campaigns are
 } restricted to teams, and no other of their teams has a member. No one can request their texts until one has, or the restriction is turned off.
requests-will-be-denied = { $count ->
    [one] { $count } request waits for approval and will be denied, with this as the reason.
   *[other] { $count } requests wait for approval and will be denied, with this as the reason.
 }
# The reason that texters read whose requests were denied for that.
team-was-deleted = The team { $team } was deleted, and its pool with it.

## What is refused.

choose-one-part = Choose one member, one campaign or one tag.
another-team-has-this-title = There is another team with this title.
team-with-this-title-exists = There is already a team with this title.
# $most is a number.
too-many-teams = An organization can have at most { $most } teams. Delete one that you no longer need.
team-would-leave-campaigns-to-nobody = No one could request the replies of campaigns that only this team has. Confirm that, or add another team to these campaigns first.
