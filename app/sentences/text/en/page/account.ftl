## The page of one's own account.

your-account = Your account
your-name = Name
who-sees-your-name = Others in your organizations see it, and scripts use your first name.
name-is-not-valid = Enter a name of 1 to 200 characters, with at least one letter.
your-name-is-saved = Your name is saved.
# Names the form, as the foot of every page has one that is called “Language”.
your-language = Your language
your-language-is-saved = Your language is saved.

## The password.

change-password = Change password
current-password = Current password
new-password = New password
# $least is a number.
what-a-password-needs = At least { $least } characters. Four words that have nothing to do with each other are easy to remember and hard to guess.
password-is-wrong = This is not your current password.
# $least is a number.
password-is-too-short = Use at least { $least } characters.
# $most is a number.
new-password-is-too-long = Use at most { $most } bytes.
password-is-guessable = This password is easy to guess, or on a list of leaked ones. Choose another, for example four words that have nothing to do with each other.
password-was-changed = Your password was changed a moment ago.
password-is-the-same = This is the password that you have. Choose another.
your-password-is-changed = Your password is changed, and you are signed out everywhere else.

## The sessions.

where-you-are-signed-in = Where you are signed in
this-browser = This browser
unknown-browser = Unknown browser
# Firefox on Android.
browser-on = { $browser } on { $system }
# $since and $last are moments.
signed-in-and-used = Signed in { $since }, last used { $last }
# $since is a moment.
signed-in-at = Signed in { $since }
sign-out-everywhere = Sign out everywhere
what-signing-out-everywhere-does = Signs you out in all of these browsers, this one included. If someone else may know your password, change it as well.
you-are-signed-out-everywhere = You are signed out everywhere.
