## The list of people.

no-one-found = No one found
search-by-part = Search by part of a name or e-mail address.
# $level: Approval required. $link leads to Assignment Control.
what-approval-levels-do = The approval level decides whether requests for texts need approval. New members get “{ $level }”, set on { $link }.
approval-level-of = Approval level of { $name }
counted-teams = { $count ->
    [one] { $count } team
   *[other] { $count } teams
 }
levels-are-saved = { $count ->
    [0] There were no changes to save.
    [one] { $count } approval level saved.
   *[other] { $count } approval levels saved.
 }

## Approval levels.

level-automatic = Automatic
level-approval-required = Approval required
level-not-allowed = Not allowed

## Roles.

role-suspended = Suspended
role-texter = Texter
role-supervolunteer = Supervolunteer
role-admin = Admin
role-owner = Owner
