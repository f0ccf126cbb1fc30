## The page of one member.

role = Role
approval-level = Approval level
member-since = Member since
holds-now = Assigned now
holds-nothing = Nothing
is-on-no-team = On no team yet.
team = Team
add-to-team = Add to team
find-a-team = Title of a team
no-other-team-found = No other team has this in its title.
remove-from-team = Remove from { $team }

## The list of people.

every-role = Every role

## Their role.

role-of = Role of { $name }
change-role = Change role
this-is-your-own-role = This is your own role. If you lower it, someone else has to raise it again.
role-is-changed = The role is changed.
member-is-above-you = Only an owner can change the role of an owner.
role-is-above-yours = You cannot give a role above your own.
is-the-last-owner = This is the only owner. Make someone else an owner first.
suspensions-have-their-own-page = Suspend a member, or lift a suspension, with the button for it.

## A suspension. $name is the member.

suspend = Suspend
suspend-name = Suspend { $name }?
links-end-with-suspension = The invite links and password links that they made end, and do not work again once the suspension is lifted.
what-suspending-does = They are signed out of this organization at once, and cannot use it until the suspension is lifted. Whoever writes back to them meanwhile goes into the pool.
pending-request-is-denied = The request for texts that they are waiting for is denied.
# $what: 2 replies · 3 unsent messages.
holds-in-hand = Assigned now: { $what }.
# $what: 3 on archived or draft campaigns.
stays-with-them = Not released: { $what }.
and-release-everything = Also release everything assigned to them
what-releasing-everything-does = It goes back to the pool at once, whatever its waiting time, texting hours or escalation tags. For 10 minutes after the release it can be undone, if the suspension is lifted by then.
release-what-they-hold = Release what they hold
release-what-name-holds = Release what { $name } holds
there-was-nothing-to-release = There was nothing to release.
is-suspended-now = The member is suspended and signed out of this organization.
cannot-suspend-yourself = You cannot suspend yourself.
cannot-be-suspended = { $name } cannot be suspended by you, or is suspended already.
is-suspended-already = This member is suspended already.
lift-suspension = Lift suspension
# $role: Texter.
what-lifting-does = { $name } is suspended. Lifting the suspension gives back the role “{ $role }”. They have to sign in again, and what was released stays released.
suspended-above-you = This person is suspended, and their role was above yours. Ask someone with that role to lift the suspension.
suspension-is-lifted = The suspension is lifted.
is-not-suspended = This member is not suspended.

## The release at a suspension.

# Stands in the release history.
was-suspended = { $name } suspended
suspended-member = Suspended
# Under the name of the member, as long as the release can be undone.
undone-once-suspension-is-lifted = It can be undone only once the suspension is lifted.
lift-suspension-before-undo = { $name } is suspended, so nothing can be given back. Lift the suspension first, then undo.
# Goes behind: This conversation was released.
released-at-suspension = because you were suspended
