## Message Review: every conversation, found by filters, read and answered.

message-review = Message Review
review-lead = Every conversation of the organization, the latest contact first.
review-campaign = Campaign
review-texter = Texter
review-nobody = No one
review-status = Status
review-tag = Tag
review-any = Any
review-idle = Waiting for at least
review-name-or-cell = Name or cell
review-words = Words in a message
review-escalated = Escalated
review-failed = With a text that was not delivered
review-found = Conversations found
# $name is the texter's.
review-held-by = With { $name }
review-held-by-nobody = With no one
review-no-message = No message yet
review-nothing-found = No conversation found
review-choose-others = Choose other filters, or clear them. Words have to be whole, names may be begun.
review-nothing-so-far = Nothing found so far
review-search-goes-on = The latest contacts were looked through. “Next page” goes on with the ones before.
review-nothing-there = No conversations yet
review-will-be-listed = Upload contacts to a campaign, and their conversations appear here.
# $filter is the label of a filter.
review-filter-is-invalid = “{ $filter }” contains something that cannot be searched for. Correct it, or clear the filters.
review-contact-is-invalid = Enter a name, or at least the last four digits of a number.
review-words-are-invalid = Enter at least one letter or digit, and at most 200 characters.
review-back-to-list = Back to the list
review-conversation = Conversation
review-choose-one = Choose a conversation to read it here.

## Answering from Message Review.

review-your-answer = Your answer
review-afterwards = After you send, assign it to
review-afterwards-mine = Me
review-afterwards-pool = No one (back to the pool)
# $name is the texter's.
review-texter-loses-it = { $name } has this conversation and will lose it when you send.
# Behind the sentence that nothing can be sent for now.
review-kept-when-you-send = What you write is kept when you press “Send”.
review-goes-back-to-its-teams = This conversation is escalated, and your teams do not handle its tags. You can answer it, but it goes back to the pool.
review-was-answered = Your answer was sent.
first-text-is-its-texters = Nothing has been sent to this contact yet. The texter who has the conversation sends the initial message.
review-afterwards-is-missing = Say whether the conversation becomes yours or stays in the pool.
