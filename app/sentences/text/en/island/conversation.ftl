## The reply box.

your-reply = Your reply
your-initial-message = Your initial message
send = Send
sending = Sending…
open-it-again = Open it again
# Follows the name of who began the draft: both are bold.
name-started-this-draft = { $name } started this draft.
change-it-before-you-send = You can change it before you send it.
saving-the-draft = Saving the draft…
draft-saved = Draft saved
draft-not-saved-yet = Draft not saved yet
characters-and-segments = { $characters ->
    [one] { $characters } character
   *[other] { $characters } characters
 }, { $segments ->
    [one] { $segments } segment
   *[other] { $segments } segments
 }

## What is put into the box.

# Of the button that opens the script and the canned responses.
responses = Responses
use-straight-quotes = Use straight quotes, for fewer segments

## A text that was not sent, on whatever page is shown by then.

# $why: There is no connection to Baton. Check your network and try again.

## Opting out, and closing.

opt-out = Opt out
close-conversation = Close

## Who holds the conversation.

released-and-yours-again = This conversation was released, and is yours again. Anything you typed is kept as a draft.
changed-elsewhere = A text was sent in this conversation since you opened it, so nothing can be sent from here. Anything you typed is kept as a draft.
not-yours-any-more = This conversation is not yours any more, so nothing can be sent from here.

## How long it is still theirs. What is only heard says so in the last minutes.

less-than-a-minute-is-left = Less than a minute is left to answer.
less-than-minutes-are-left = Less than { NUMBER($minutes) } minutes are left to answer.
released-any-moment = Released any moment now
released-in-minutes = Released in { NUMBER($minutes) } min
released-any-moment-unless = Released any moment now, unless you answer
released-in-minutes-unless = Released in { NUMBER($minutes) } min, unless you answer
minutes-left-to-undo = { NUMBER($minutes) } min left to undo
