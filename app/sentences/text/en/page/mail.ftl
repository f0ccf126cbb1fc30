## The e-mail with a link to choose a new password. Each message is a paragraph.

password-mail-subject = Choose a new password for Baton
# $name is the person’s.
password-mail-greeting = Hello { $name },
# $organization is its name, $address that of the server.
password-mail-reason = someone asked for a new password for your account at { $organization }, on the page “Forgotten password?” of { $address }.
password-mail-link = With this link you choose one:
password-mail-limit = It works once, for an hour. If you ask for another, only that one works.
password-mail-ignore = If it was not you, ignore this e-mail: nothing has changed, and your password still works.
