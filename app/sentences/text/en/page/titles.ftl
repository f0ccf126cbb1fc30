## Titles of admins' pages, and links to them.

campaigns-title = Campaigns
release-history-title = Release history
assignment-control = Assignment Control
teams = Teams
people = People
replies-nobody-can-answer = Replies nobody can answer
# The button that opens the menu of the pages that are seldom needed.
set-up = Set up
