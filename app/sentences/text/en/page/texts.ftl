## Titles of a texter's pages, and links to them.

my-texts = My texts
past-conversations = Past conversations
closed-conversations = Closed conversations
# $campaign is the title of a campaign.
replies-to-answer-on = Replies to answer on { $campaign }
past-conversations-on = Past conversations on { $campaign }
past-conversations-on-all = Past conversations on all campaigns
closed-conversations-on = Closed conversations on { $campaign }
closed-conversations-on-all = Closed conversations on all campaigns

## Lists of conversations.

# Stands before how many cannot, and why: 2 on paused campaigns.
can-be-answered-now = { NUMBER($count) } can be answered now
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

## What it says of replies that are released, before and after.

others-can-request = Other texters can request them, the longest wait first. Your drafts are kept for them.
no-one-can-request-them = No one can request them at the moment; an admin can change that.
no-one-can-request-some = But no one can request { NUMBER($count) } of them at the moment; an admin can change that.
not-before-texting-hours-begin = { $count ->
    [one] { $count } of them is outside the contact’s texting hours: no one can request it before those begin.
   *[other] { $count } of them are outside the contact’s texting hours: no one can request them before those begin.
 }
# $what: 2 on paused campaigns; 1 escalated to a team.
stays-with-you = Stays with you: { $what }.
went-back = { $count ->
    [0] You had no replies that could go back to the pool.
    [one] { $count } reply went back to the pool.
   *[other] { $count } replies went back to the pool.
 }
came-back = You have { $back ->
    [one] { $back } reply
   *[other] { $back } replies
 } back{ $kept ->
    [0] .
    [one] ; { $kept } was already picked up, answered or escalated.
   *[other] ; { $kept } were already picked up, answered or escalated.
 }

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
