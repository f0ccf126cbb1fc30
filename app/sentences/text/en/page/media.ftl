## What came along with a text, in a thread.

picture = Picture
# $name: the contact's name.
picture-from = Picture from { $name }
audio = Audio
video = Video
document = Document
contact-card = Contact card
# In a list, for a file that is not shown.
attachment = Attachment
file-that-is-not-shown = A file that Baton does not show

## Why it is not shown.

carrier-does-not-answer = The carrier does not answer. Try again in a moment.
carrier-refused-the-account = The carrier did not accept Baton’s account. Tell an admin.
carrier-has-it-no-more = The carrier no longer has this file.
carrier-is-not-configured = Baton has no account with the carrier that delivered this file. Tell an admin.
its-type-is-not-shown = Baton does not show files of this type.
it-is-too-large = This file is larger than 5 MB, and Baton does not show it.
