## The question before a contact is opted out.

no-more-texts = No more texts for this contact?
no-one-can-text-them = No one in your organization can text them again, on any campaign.
send-the-goodbye = Send one last text
last-text = Last text, which you can change
yes-opt-out = Yes, opt out
# Of the link below a line of a list whose contact may want that.
opt-out-contact = Opt out { $name }
