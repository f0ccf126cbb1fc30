## The question before a contact is opted out.

no-more-texts = No more texts for this contact?
no-one-can-text-them = No one in your organization can text them again, on any campaign.
# Followed by the text.
send-the-goodbye = Send one last text:
yes-opt-out = Yes, opt out
