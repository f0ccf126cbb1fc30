## What a form is refused with besides the errors.

form-is-not-valid = Something in this form is missing or not valid. Check it and try again.
cannot-be-stored = Nothing was saved, because something in it is too long, too large, or contains a character that cannot be stored. Change it and try again.
text-is-empty = Write a text before you send it.
# $most is a number.
text-is-too-long = A text may have at most { $most } characters.
# $most is a number.
draft-is-too-long = A draft may have at most { $most } characters.
# $fields: {firstName}, {site}.
text-has-unfilled-fields = This text still contains { $fields }. Write what belongs there, or take it out.
taken-by-another = This conversation was released while you were away, and { $holder } has it now. Your text is kept as your draft.
no-phone-number = Your organization has no phone number to text from yet. Tell an admin.
tag-no-longer-exists = A tag that you chose no longer exists. Go back and choose another one.
ask-for-at-least-one = Ask for at least 1.
enter-how-many = Enter how many you want, for example 10.
undo-cannot-be-undone = An undo cannot be undone. Release again instead.
release-is-running = This release is still running. Cancel it, or wait until it is done.
release-was-empty = This release did not release anything, so there is nothing to undo.

## Requests that are refused before they reach a page: a title and a sentence.

cannot-be-read = This request cannot be read
is-compressed = What was sent is compressed. Send it again without a Content-Encoding.
is-too-long = This is too long
shorten-it = Nothing was saved, because it is too long. Shorten it and try again.
not-in-time = This did not arrive in time
not-complete = This did not arrive completely
was-not-complete = Nothing was saved, because it did not arrive completely. Check your network and try again.
took-too-long = This took too long
stopped-for-time = Baton stopped, because this took too long. Open the page again to see whether it was done before you try again.
other-address = This is not the address of this server
answers-at = This server answers at { $url } only. If it is to be reached by another name, set BATON_PUBLIC_URL to it, and let the proxy pass on the Host header.
no-host = No host is named
name-the-host = The request has to name its host once, in its Host header.
