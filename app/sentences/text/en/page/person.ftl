## The page of one member.

role = Role
approval-level = Approval level
member-since = Member since
holds-now = Holds now
holds-nothing = Nothing
is-on-no-team = On no team yet.
team = Team
add-to-team = Add to team
remove-from-team = Remove from { $team }
