## What the script of a page says; the page hands it these (`app/src/shell.rs`).

text-is-being-sent = Sending…
# $text: At 12 Main Street.
you-wrote = You wrote: “{ $text }”
no-connection-now = There is no connection to Baton. Check your network and try again.
connection-is-lost = The connection to Baton is lost. Baton keeps trying.
not-done-now = Baton could not do this. Try again.
not-known-whether-done = It is not known whether this was done. Load the page again to see.
program-not-loaded = Part of Baton could not be loaded, so this page does not update by itself. Reload it to try again.
unsaved-changes = You have unsaved changes. Leave this page?
text-was-not-sent = Your text to { $name } was not sent. { $why }
text-is-not-known = It is not known whether your text to { $name } was sent.
draft-was-not-saved = Your draft to { $name } was not saved.
back-to = Back to { $name }
