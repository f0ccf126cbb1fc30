## Escalated conversations that no one has: the list of them, and the link to it on a texter's home.

what-escalated-are = Conversations with an escalation tag that your teams handle, and that no one has. Take one to read and answer it.
what-all-escalated-are = Conversations with an escalation tag that no one has. Members of the teams that handle their tags take them here.
escalated-appear-here = If someone escalates a conversation, it waits here until it is taken.
escalated-by = escalated by { $name }
take-escalated = Take
# Of a button that says Take. $contact: Maya Lin.
take-escalated-of = Take the conversation with { $contact }
read-conversation = Read
# Of a link that says Read. $contact: Maya Lin.
read-conversation-of = Read the conversation with { $contact }
escalated-wait = { $count ->
    [one] { $count } escalated conversation waits for someone to take it
   *[other] { $count } escalated conversations wait for someone to take them
 }
# $most is a number.
many-escalated-wait = More than { NUMBER($most) } escalated conversations wait for someone to take them

## Why one is not taken.

only-its-teams-take-it = Only members of the teams that handle its tags can take this conversation.
escalated-no-more = This conversation is not escalated any more, or its contact has opted out, so it was not taken.
escalated-is-taken = Someone else has taken this conversation.
its-campaign-does-not-run = The campaign of this conversation is paused or archived, so it cannot be taken now.
its-campaign-hands-nothing-out = Auto-assign is off on the campaign of this conversation, so it cannot be taken. An admin can switch it on in Autoassign Mode.
# $opens: 9:00 AM.
not-taken-outside-hours = It is too late or too early for this contact to be texted, so the conversation cannot be taken now. Texting hours begin at { $opens } their time.
