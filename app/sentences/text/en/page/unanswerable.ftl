## Replies nobody can answer.

why-nobody-can-answer = The contact has opted out, or the campaign is archived. Texters do not see these. Replies on archived campaigns can be moved to a campaign that runs.
nothing-here = Nothing here
unanswerable-appear-here = Replies of contacts who write after opting out, or on an archived campaign, appear here.
# The name of the button “Done”, for screen readers.
mark-reply-as-done = Mark the reply of { $contact } as done
reply-is-done = The reply is marked as done. It appears here again if the contact writes again.
somebody-can-answer = Texters can answer this reply now, so it was not marked as done.
read-before-it-is-done = This contact has written again. Read that first, then mark the reply as done.

## The page that moves a reply to a campaign that runs, and the links to it.

move-to-another-campaign = Move to another campaign
# $contact and $campaign are set in bold, and stand in this order.
what-moving-does = The reply of { $contact } is on { $campaign }, which is archived. On a campaign that runs it goes back to waiting there, for active texters to request.
running-campaigns = Running campaigns
no-campaign-is-running = No campaign is running
launch-a-campaign-first = Launch or unarchive a campaign first. The reply is kept here.
no-running-campaign-found = No running campaign found with this title.
nobody-can-request-it = Auto-assign off: no one can request it until it is on
nobody-of-teams-can-request-it = Teams only, auto-assign off: no one can request it until it is on
move-here = Move here
move-here-to = Move here: { $campaign }
# Followed by the link to move it to another campaign.
nobody-can-answer-here = This campaign is archived, so no one can answer here.
# $campaign is set in bold.
reply-was-moved = The reply was moved to { $campaign }. It waits there for a texter.

## Why it is not moved.

opted-out-cannot-be-moved = This contact has opted out, so the reply cannot be moved.
campaign-is-not-archived = This reply is on a campaign that is not archived, so it is not moved. Maybe another admin has moved it.
no-longer-waits = This conversation no longer waits for a reply, so it is not moved.
campaign-no-longer-runs = This campaign does not run any more. Choose another one.
