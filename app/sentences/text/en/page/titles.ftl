## Titles of admins' pages, and links to them.

people = People
replies-nobody-can-answer = Replies no one can answer
unmatched-texts = Unmatched texts
# Of conversations that carry an escalation tag.
escalated = Escalated
# The button that opens the menu of the pages that are seldom needed.
set-up = Set up
