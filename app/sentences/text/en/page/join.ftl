## Joining an organization by a link.

join-organization = Join { $organization }
invited-by-as = { $name } invites you. Your role: { $role }.
invited-as = You are invited. Your role: { $role }.
join = Join
join-as = Join as { $name } ({ $email })
to-join-with-another-account = To join with another account, sign out first and open the link again.
have-an-account = Already have an account?
sign-in-to-join = Sign in
password-for-joining = Choose a password. If you have an account already, enter its password. At least { $least } characters; four words that have nothing to do with each other are easy to remember and hard to guess.
password-is-not-that-of-the-account = Check e-mail and password: someone with this e-mail already has an account, and this is not its password.
you-are-a-member-already = You are a member of { $organization } already.
go-to-organization = Go to { $organization }
you-are-suspended-there = You are suspended in this organization, and a link does not change that. Ask one of its admins.
link-does-not-work = This link does not work
link-was-revoked = It was revoked. Ask for a new one.
link-has-expired = It has expired. Ask for a new one.
link-is-used-up = It has already been used the maximum number of times. Ask for a new one.
link-ended-with-its-maker = The person who made it can no longer invite. Ask someone else for a new one.
link-is-unknown = It is not complete, or it was never there. Check that you have opened all of it, or ask for a new one.

## Several organizations.

other-organization = Other organization
change-to-organization = Switch
other-organization-title = This page is of another organization
form-of-another-organization = You have changed to { $organization } in another window since this page was opened. Nothing was saved or sent. Go back, copy what you typed, change to the other organization again, and repeat it there.
page-without-organization-title = This page is out of date
page-of-another-viewer-title = This page was opened by someone else
page-of-another-viewer = This page was opened in another organization, or by someone else; in another window you are in { $organization } now. Nothing was saved or sent.
# Followed by a box with the text.
what-was-typed = You wrote:
form-without-organization = You have joined another organization since this page was opened, and it does not say which one it belongs to. Nothing was saved or sent. You are in { $organization } now. Go back, copy what you typed, reload the page, and repeat it.
# Firefox on Android, in Vote Local.
browser-in-organization = { $browser }, in { $organization }
