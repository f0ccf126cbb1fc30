## Inbound texts that belong to no conversation, for admins: the list.

why-they-are-unmatched = Texts from people whom no one had texted from that number. Texters do not see these.
unmatched-appear-here = Texts from people whom no one has texted from the number that they write to appear here.
texts-that-are-done-too = Also show texts marked as done
without-texts-that-are-done = Hide those that are done
no-sender = Unknown sender
done-mark = Done
# $number: +12025550123, a number of the organization.
came-to-number = To { $number }
# Of a button that says Opt out. $number: +12025550123.
opt-out-of-number = Opt out { $number }
mark-as-done = Done
# Of a button that says Done. $sender: +12025550123.
mark-text-as-done = Mark the text from { $sender } as done
# Of a link that says Move to a contact. $sender: +12025550123.
move-text-from = Move to a contact: the text from { $sender }
text-is-done = The text is marked as done.
writer-is-opted-out = The number is opted out now. No one in your organization can text it.
sender-has-no-number = This text did not come from a phone number, so there is no number to opt out.
# Followed by the link to the conversation.
text-was-moved = The text was moved to the contact, who waits for an answer now.
open-the-conversation = Open the conversation

## The page that moves one to a contact.

move-to-a-contact = Move to a contact
what-moving-a-text-does = The text is added to the contact’s conversation and waits for an answer. Whoever has the conversation sees it at once; texts still go to the contact’s own number.
contacts-on-running-campaigns = Contacts on running campaigns
name-or-number = Name or number
nobody-has-this-number = No contact on a running campaign has this number. Search for the contact by the beginning of a name, or the end of a number.
no-contact-on-running-campaigns = No contact found on the running campaigns. Try the beginning of a first or last name, or the end of a number.
# Of a button that says Move here. $contact: Maya Lin.
move-here-to-contact = Move here: { $contact }, { $campaign }

## Why it is not moved.

text-was-moved-already = This text was moved already. Maybe another admin has moved it.
stop-word-is-not-moved = This text says stop, so it is not moved. Opt the contact out under Opt-outs instead.
opted-out-gets-no-text = This contact has opted out, so the text is not moved there.
contacts-campaign-does-not-run = The campaign of this contact does not run any more, so the text is not moved there.
