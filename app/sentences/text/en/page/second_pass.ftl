## A second pass of a campaign: its page, and how the history shows it.

what-a-second-pass-does = Contacts who were messaged and have not answered are messaged again: they become initial messages again, which texters can request. What was sent stays in the thread.
see-whom-it-would-take = See whom it would take
last-text-at-least-days-ago = Days since the last text, at least
what-days-of-a-second-pass-mean = From 0 to 365. With 0 it does not matter when they were last texted.
second-pass-days-are-not-valid = Enter a whole number of days from 0 to 365.
start-the-second-pass = Start second pass
second-pass-would-take = { $count ->
    [one] { $count } contact has not answered and would be messaged again.
   *[other] { $count } contacts have not answered and would be messaged again.
 }
second-pass-would-take-nobody = No one would be messaged again.
second-pass-needs-a-running-campaign = No one would be messaged again: the campaign is archived, or has not started.
# Follows how many contacts there are.
they-are-with-texters = { $count ->
    [one] { $count } texter has them now and will lose them.
   *[other] { $count } texters have them now and will lose them.
 }
second-pass-while-paused = The campaign is paused: texters cannot request its messages until it is resumed.
left-out-and-why = Left out, and why
left-out-not-messaged = { NUMBER($count) } not messaged yet
left-out-answered = { NUMBER($count) } answered, or closed
left-out-texted-lately = { NUMBER($count) } texted more recently, or about to be
last-second-pass = Last second pass
second-pass-took-nothing = The second pass found no one to message again.
# Follows a number of conversations, which stands out.
to-message-again = { $count ->
    [one] to message again
   *[other] to message again
 }
texted-days-ago = { $days ->
    [0] No matter how recently they were texted
    [one] Last text at least { $days } day ago
   *[other] Last text at least { $days } days ago
 }
no-second-pass-to-undo = There is no second pass of this campaign that can be undone: the last one was more than ten minutes ago, or is undone.
