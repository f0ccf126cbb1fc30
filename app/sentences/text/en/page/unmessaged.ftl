## The deletion of a campaign's unmessaged contacts.

delete-unmessaged-contacts = Delete unmessaged contacts
what-deleting-unmessaged-does = Contacts to whom nothing was sent, and from whom nothing came in, are taken off the campaign. This cannot be undone; whoever is deleted can be uploaded again. Replies are handled as before.
unmessaged-would-be-deleted = { $count ->
    [one] { $count } contact has not been messaged and would be deleted.
   *[other] { $count } contacts have not been messaged and would be deleted.
 }
# Follows how many contacts would be deleted.
unmessaged-with-texters = { $count ->
    [one] { $count } of them is an initial message that a texter has now and will lose.
   *[other] { $count } of them are initial messages that texters have now and will lose.
 }
contacts-would-stay = { $count ->
    [one] { $count } contact was messaged, or wrote, and stays.
   *[other] { $count } contacts were messaged, or wrote, and stay.
 }
nobody-is-unmessaged = There is no one to delete: everyone on this campaign was messaged, or wrote.
campaign-has-no-contacts = There is no one to delete: this campaign has no contacts.
campaigns-title = The campaign’s title
type-the-title-to-delete = To delete them, type “{ $title }”.
title-does-not-confirm = No one was deleted. Type the campaign’s title, “{ $title }”, to delete them.
delete-contacts = Delete contacts
unmessaged-were-deleted = { $count ->
    [0] No one was deleted.
    [one] { $count } unmessaged contact was deleted.
   *[other] { $count } unmessaged contacts were deleted.
 }
unmessaged-are-being-deleted = The contacts are being deleted, and that goes on when you leave this page. Load it again to see who is left.
