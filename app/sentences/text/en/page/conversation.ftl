## The head of a conversation.

next-initial-message = Next initial message
next-reply = Next reply
previous-conversation = Previous
# Stands before how long the contact waits: 5 min.
waiting-for = waiting
# Of the button and the sheet with the contact's fields, the tags, or both.
about-and-tags = About and tags
about-contact = About
campaign-of-conversation = Campaign
tags = Tags
what-is-it-about = What is this conversation about?
save-tags = Save tags
goes-to-the-team = Goes to the team that handles it

## What can be put into the reply box.

# Of the sheet.
script-and-canned-responses = Script and canned responses
what-choosing-does = What you choose goes into the reply box, where you can change it. What you have typed stays there, before it.

## Its messages.

messages = Messages
no-messages-yet = No messages yet
initial-message-not-sent = The initial message has not been sent yet.
# Of a long conversation, and of the page that it leads to.
show-earlier-messages = Show earlier messages
earlier-messages = Earlier messages
# Who sent a message that no person sent.
sent-automatically = Automatic
# What became of a message.
delivery-queued = Queued
delivery-sent = Sent
delivery-delivered = Delivered
# $why: The phone cannot be reached (30003).
delivery-failed = Failed: { $why }
# $code: the carrier's number of a reason, 30003.
failure-opted-out = The contact has opted out with the carrier ({ $code }).
failure-unreachable = The phone cannot be reached ({ $code }).
failure-filtered = The carrier filtered it as unwanted ({ $code }).
failure-blocked = The contact’s phone or carrier blocks messages ({ $code }).
failure-no-mobile = The contact’s number is not that of a mobile phone ({ $code }).
failure-not-valid = The contact’s number is not valid ({ $code }).
failure-unregistered = The sending number is not registered with the carriers ({ $code }).
failure-limit-reached = More messages were sent than the carriers take in a day or at a time ({ $code }).
failure-account-not-active = The account at the message service is suspended ({ $code }).
failure-country-not-allowed = The account at the message service may not text to this country ({ $code }).
failure-sender-not-usable = The message service cannot send from the number or Messaging Service that it was to be sent from ({ $code }).
failure-other = The carrier did not deliver it ({ $code }).
failure-without-reason = The carrier did not say why.
failure-opted-out-before = The contact opted out before it was sent.
failure-paused = The campaign was paused before it was sent.
failure-number-gone = The number that it was to be sent from is not the organization’s any more.
failure-not-accepted = The carrier did not accept it, or did not answer.
failure-erased = It was erased before it was sent.
failure-not-configured = The server is not configured for the message service of the number.
failure-outside-hours = The contact’s texting hours ended before it was sent.
failure-archived = The campaign was archived before it was sent.
failure-opt-out-lifted = The opt-out was lifted before it was sent.
# What a message may mean that a person should look at.
may-want-to-opt-out = May want no more texts
# In a list. $excerpt: Please take me off your list
may-want-to-opt-out-and-said = ⚠ May want no more texts: { $excerpt }
contact-lifted-their-opt-out = This lifted their opt-out. They can be texted again.
# A moment: 10:13 in the afternoon, UTC.
moment-before-noon = { $weekday }, { $month } { $day }, { $hour }:{ $minute } AM UTC
moment-after-noon = { $weekday }, { $month } { $day }, { $hour }:{ $minute } PM UTC
# A time of day.
time-before-noon = { $hour }:{ $minute } AM
time-after-noon = { $hour }:{ $minute } PM
midnight = midnight
# Short, as browsers write them, in their order, with a space between.
weekdays = Mon Tue Wed Thu Fri Sat Sun
months = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec

## Its close by hand, and the way back.

conversation-is-closed = This conversation is closed. It opens again when the contact writes. You can reopen it here.
# In the place of the reason why not, when that is gone; the way to the reply box follows.
conversation-can-be-answered-now = This conversation can be answered now.
conversation-was-closed = The conversation with { $name } is closed.
reopen = Reopen
send-before-you-close = Nothing was sent in this conversation yet, so there is nothing to close.
read-before-you-close = There is something new in this conversation, so it was not closed. Read it first, then close it if you still want to.

## Its foot: the reply box, or why there is none.

read-only = You can read this conversation. It is not yours, so nothing can be sent from here.
# $why: by Ada Admin, after 1 hour without an answer.
released-and-free = This conversation was released { $why }. No one has taken it yet: if you send, it is yours again.
released-and-free-without-reason = This conversation was released. No one has taken it yet: if you send, it is yours again.
released-and-taken = This conversation was released { $why }. { $holder } has it now, so nothing can be sent from here.
released-and-taken-without-reason = This conversation was released. { $holder } has it now, so nothing can be sent from here.
# No one has it, and its reader cannot take it back.
released-and-not-yours = This conversation was released { $why }. It is not yours any more, so nothing can be sent from here.
# Behind one of those that nothing can be sent after, where the reply box is, with words or without any.
text-is-kept-as-draft = Anything you typed is kept as a draft.
# Stands as { $why } where a conversation was released.
released-by-own-tag = by yourself, to the team that handles it
released-by-escalation = by { $name }, who escalated it
answered-by-reviewer = by { $name }, who answered it in Message Review
# $opens: 9:00 AM, New York time.
campaign-is-paused-now = This campaign is paused, so nothing can be sent until it is resumed.
campaign-is-archived-now = This campaign is archived, so nothing can be sent.
# After Send.
campaign-is-paused = This campaign is paused. Your text is kept as a draft: send it when the campaign is resumed.
closed-until = It is outside texting hours for this contact until { $opens }.
# Behind one of these.
what-you-write-is-kept = What you write is kept.
draft-to-copy = Your draft, to copy
