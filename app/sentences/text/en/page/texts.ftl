## Titles of a texter's pages, and links to them.

my-texts = My texts
past-conversations = Past conversations
closed-conversations = Closed conversations

## Lists of conversations.

no-name = No name
opted-out-mark = Opted out
campaign-archived-mark = Campaign archived
next-page = Next page
no-past-conversations = No past conversations
past-conversations-appear-here = What you have sent and answered appears here.
no-closed-conversations = No closed conversations
closed-conversations-appear-here = Conversations that you closed, and those whose contact has opted out, appear here.

## The page that asks whether replies are to be released for the day.

nothing-to-release = Nothing to release
no-releasable-replies = You have no replies that could go back to the pool.

## What was just done.

initial-message-was-sent = Your initial message was sent.
reply-was-sent = Your reply was sent.
tags-were-saved = The tags were saved.
conversation-is-open-again = This conversation is open again.
# Follows the contact's name, which is set in bold.
name-has-opted-out = has opted out. No one in your organization can text them.
# Of the goodbye to whom was just opted out. $fields: {firstName}, {site}.
last-text-had-unfilled-fields = The last text was not sent: it still contained { $fields }.
last-text-was-too-long = The last text was not sent: it was longer than a text may be.
