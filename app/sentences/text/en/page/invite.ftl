## Invite links, for admins.

invite-links = Invite links
what-invite-links-do = Whoever has a link can join your organization with it, with the role, the teams and the approval level that you choose here.
new-invite-link = New invite link
make-link = Make link
no-invite-links-yet = No invite links yet
make-the-first-link = Make a link, and send it to those who are to join.
invite-link-for = Link for { $role }
invite-link-title = Invite link
link-is-made = The link is made. Send it to those who are to join.
link-is-revoked = The link is revoked. No one can join with it any more.
revoke = Revoke

## What a link gives.

invited-role = Role
role-is-not-one-you-may-give = Choose a role that is not above your own.
invited-level = Approval level
level-of-the-organization = As for all new members
level-is-not-valid = Choose an approval level.
invited-teams-hint = Those who join are put on these teams.
how-long-it-is-valid = Valid for
valid-for-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
days-are-not-valid = Choose how long the link is valid.
how-many-may-join = How many may join
what-no-number-means = A whole number up to { $most }. Left empty, any number of people may join.
uses-are-not-valid = Enter a whole number from 1 to { $most }, or leave it empty.

## One link in a list.

used-times = { NUMBER($uses) } joined
used-of = { NUMBER($uses) } of { NUMBER($most) } joined
# $moment is a moment.
link-ends-at = valid until { $moment }
# $moment is a moment.
link-ended-at = was valid until { $moment }
made-by = made by { $name }
made-at-the-command-line = made at the command line
new-members-level = approval level as for all new members
level-given = approval level “{ $level }”
invite-is-open = Open
invite-is-revoked = Revoked
invite-is-expired = Expired
invite-is-used-up = Used up
invite-ended-with-its-maker = Ended when its maker’s role changed

## The page of one link.

the-link = Link
who-may-join-by-it = Send it only to those who are to join: whoever has it can.
qr-code-of-the-link = QR code of the link
only-an-owner-sees-it = This link gives a role above your own, so only an owner sees it and can revoke it.
link-works-no-more = No one can join with this link any more. Make a new one if someone still has to.
