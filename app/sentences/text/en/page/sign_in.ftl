## The sign-in page, and what signing in is refused with besides the errors.

sign-in = Sign in
every-reply-gets-an-answer = Every reply gets an answer.
what-baton-does = Replies that wait too long go back to the pool, so that active texters can answer them.
email = E-mail
password = Password
no-account-yet = No account yet? An admin of your organization can invite you.
no-email-address = This is not an e-mail address. Check it and try again.
# $most is a number.
password-is-too-long = A password has at most { $most } bytes. Check yours and try again.
