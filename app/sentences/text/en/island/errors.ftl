## What a request is refused with: on pages, and by islands.

session-ended = Your session has ended. Sign in again.
credentials-do-not-match = This e-mail and password do not match. Check both and try again.
account-is-suspended = Your account is suspended. Ask an admin of your organization to lift the suspension.
too-many-attempts = { $seconds ->
    [one] Too many attempts. Wait { NUMBER($seconds) } second and try again.
   *[other] Too many attempts. Wait { NUMBER($seconds) } seconds and try again.
 }
role-does-not-allow-this = Your role in this organization does not allow this. Ask an admin or an owner to do it, or to change your role.
does-not-exist = This does not exist, or it is not in your organization.
conversation-changed = This conversation changed since you opened it. Your text is kept as your draft. Open the conversation again, read what is new, and send.
conversation-changed-hands = This conversation changed hands since you opened it, so nothing was saved. Open it again from your texts.
contact-has-opted-out = This contact has opted out. No one in your organization can text them.
campaign-is-not-running = This campaign is not running. Your text is kept as your draft.
# $opens is a time of day: 9:00 AM.
outside-texting-hours = It is outside this contact’s texting hours. Your text is kept as a draft; send it after { $opens } their time.
requests-are-disabled = Requests are disabled right now. Ask an admin when requests will be enabled.
request-is-pending = You already have a pending request. Wait for it to be decided, or cancel it to make another.
request-was-decided = This request has already been approved, denied or canceled.
settings-were-saved-meanwhile = Someone else saved these settings while you had them open, so your changes were not saved. Check theirs, then save again if you still want to.
someone-else-is-changing-this = Someone else is changing this right now, so nothing was changed. Try again in a few seconds.
undo-time-is-over = A release can only be undone for 10 minutes, and that time is over.
release-was-undone = This release has already been undone.
could-not-be-done = Baton could not do this just now. Nothing was changed; try again in a moment.
no-connection = There is no connection to Baton. Check your network and try again.
many-are-signing-in = Many people are signing in right now. Try again in a few seconds.
