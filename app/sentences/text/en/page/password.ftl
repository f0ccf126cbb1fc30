## A forgotten password, and the link with which another is chosen.

forgotten-password = Forgotten password?
what-a-password-mail-does = Enter your e-mail address, and you get a link with which you choose a new password.
ask-an-admin-for-a-link = Ask an admin of your organization for a password link. With it you choose a new password.
send-link = Send link
password-mail-is-on-its-way = If someone signs in with this address, a link is on its way to it. It comes within a few minutes; look in the spam folder, too.
choose-new-password = Choose a new password
# $name and $email are the person’s.
new-password-of = For { $name }, who signs in with { $email }.
save-password-and-sign-in = Save and sign in
what-a-new-password-ends = You are signed out everywhere else.
link-has-ended = This link does not work any more
why-a-link-has-ended = A password link works once, for an hour, and only the latest one does. If you have chosen a password with it, sign in with that. Otherwise ask for another link.

## The page on which an admin makes a link for somebody else.

# $name is a person’s.
password-link-for = Password link for { $name }
what-a-password-link-does = Whoever opens the link chooses a new password and is signed in. It works once, for an hour; the old password works until then. An earlier link ends.
make-password-link = Make a password link
make-another-password-link = Make another link
password-link-is-made = The link, shown only now
what-to-do-with-the-link = Copy it now, and give it to this person and no one else, by a message that only they read.
no-link-for-yourself = You change your own password on the page of your account. If you have forgotten it, ask another admin for a link.
no-link-while-suspended = This person is suspended and cannot sign in. Lift that first.
no-link-above-you = This person’s role is above yours. Ask someone with that role for a link.
no-link-into-another-organization = This person also belongs to another organization, which a link would open as well. They get one by e-mail, with “Forgotten password?” on the sign-in page, or from whoever runs the server.
