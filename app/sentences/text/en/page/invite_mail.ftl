## The form that sends an invite link by e-mail.

send-it-by-mail = Send it by e-mail
recipients = E-mail addresses
recipients-hint = Up to { $most }, one a line or with commas between them.
# $left is a number of people.
uses-left = { $left ->
    [one] { $left } more person can join with this link.
   *[other] { NUMBER($left) } more people can join with this link.
 }
send-invite-mails = Send
invite-mails-are-on-their-way = The link is on its way to these addresses. It comes within a few minutes; it may be in the spam folder.
invite-mails-exceed-its-uses = The link is on its way, but to more addresses than can join with it: whoever comes last finds it used up. Make another link for them.
recipients-are-missing = Enter at least one e-mail address.
too-many-recipients = At most { $most } addresses at once. Send the link to the others afterwards.
# $others are the words, with commas between them.
no-recipients = These are not e-mail addresses: { $others }. Correct them, or take them out.
# $most is a number of e-mails.
too-many-invite-mails = Your organization can send { $most } invitations a day, and they are used up. Try again tomorrow, or pass the link on yourself.
invite-mail-needs-an-open-link = No one can join with this link any more. Make a new one and send that.

## Where it did not arrive.

not-delivered = Not delivered
what-to-do-about-undelivered = Check these addresses, or send the link yourself.
# $address is an e-mail address, $moment a moment.
mail-was-refused = { $address }: the mail server refused it, { $moment }
mail-could-not-be-sent = { $address }: it could not be sent for an hour, until { $moment }
# $addresses are e-mail addresses, with commas between them.
not-delivered-to = Not delivered: { $addresses }. Check the address, or send the link yourself.
not-delivered-to-many = { $count ->
    [one] Not delivered to { NUMBER($count) } address. Check it, or send the link yourself.
   *[other] Not delivered to { NUMBER($count) } addresses. Check them, or send the link yourself.
 }

## The e-mail. Each message is a paragraph.

# $organization is its name.
invite-mail-subject = You are invited to { $organization }
invite-mail-greeting = Hello,
# $name is that of who invites, $organization that of the organization.
invite-mail-by = { $name } invites you to text for { $organization } with Baton.
invite-mail-by-nobody = You are invited to text for { $organization } with Baton.
invite-mail-link = With this link you join:
# $until: Tue, Nov 14, 10:13 PM UTC.
invite-mail-limit = It works until { $until }.
invite-mail-ignore = If you do not know why you get this, ignore it: nothing happens, and no one is told.
