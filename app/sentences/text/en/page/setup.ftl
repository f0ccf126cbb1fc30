## The first steps of an installation: the first organization and its owner.

set-up-baton = Set up Baton
what-setting-up-does = This makes your organization and you its owner.
setup-code = One-time code
where-the-setup-code-is = The server prints it when it starts. Whoever runs the server finds it at the end of its log.
setup-code-is-wrong = This is not the code that the server has printed. Check it and try again.
organization-name = Name of the organization
name-of-the-owner = Your name
organization-name-is-not-valid = Enter a name of 1 to 200 characters, with at least one letter or digit, and none that cannot be seen.
email-has-an-account = Someone already signs in with this address. Enter another.
create-organization = Create organization
# The form was sent twice, or by two people: on the sign-in page.
organization-is-there-already = The organization exists already. Sign in.

## What an organization needs before it can text, on its campaigns page.

what-to-do-next = What to do next
step-number = Add a number to text from.
step-people = Invite people who text.
step-pools = Choose which pools have initial messages and which have replies. A pool has one of the two: create a team for the other.
step-campaign = Create a campaign and launch it.
go-on-with-the-draft = Go on with the draft
step-is-done = Done:
step-is-open = To do:
