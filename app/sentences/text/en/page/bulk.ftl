## Bulk actions of Message Review: what is done to many conversations in one go.

bulk-change-several = Change several
# Stands before which conversations are meant.
bulk-which = Which conversations
bulk-these = Those that are ticked
bulk-all-that-match = All that match the filters
# Stands above what can be done.
bulk-what = What to do
bulk-choose = Choose
bulk-reassign = Reassign
bulk-unassign = Unassign, into the pool
bulk-add-tag = Add a tag
bulk-remove-tag = Remove a tag
bulk-close = Close
bulk-opt-out = Opt out
# To whom the conversations go.
bulk-receiver = To
bulk-preview = Preview
# $name is the contact's.
bulk-tick = Tick { $name }
bulk-choose-conversations = Tick the conversations first, or choose all that match.
bulk-choose-change = Choose what to do.
bulk-choose-receiver = Choose who gets the conversations.
bulk-choose-tag = Choose the tag.
bulk-member-cannot-text = This member cannot text any more. Choose another one.

## Its title, on its own page and in the history.

bulk-reassign-to = Reassign to { $name }
bulk-add-tag-named = Add the tag “{ $tag }”
bulk-remove-tag-named = Remove the tag “{ $tag }”

## What it does.

bulk-reassign-lead = The conversations go to { $name }, and their waiting time starts again. Whoever has them now loses them, and is told.
bulk-unassign-lead = The conversations go back to the pool, where active texters can request them. Whoever has them now loses them, and is told.
bulk-add-tag-lead = Each conversation gets the tag. If the tag escalates, texters whose team does not handle it lose the conversation.
bulk-remove-tag-lead = Each conversation loses the tag, whoever put it there.
bulk-close-lead = The conversations are closed without an answer. Whoever has them keeps them, and what their contacts write next opens them again.
bulk-opt-out-lead = The contacts are opted out at once, in every campaign of the organization. No goodbye is sent.

## The preview.

bulk-would-change = { $count ->
    [one] { $count } conversation will be changed
   *[other] { $count } conversations will be changed
 }
bulk-would-change-none = None of these conversations would be changed.
bulk-from-whom = From whom
# $name: Ann Lee. $count: 12.
bulk-loser = { $name }: { NUMBER($count) }
bulk-left-alone = Not changed, and why
bulk-changes-meanwhile = Conversations that change before you press the button are not changed.
bulk-can-be-undone = You can undo this for ten minutes.
bulk-do-it = Apply
bulk-only-its-maker = Only whoever prepared this can do it.
bulk-counting = Counting the conversations…
bulk-looked-at = { $count ->
    [one] { $count } conversation looked at so far
   *[other] { $count } conversations looked at so far
 }
bulk-count-waits = The count goes on if you close this page. Nothing is changed yet.
bulk-nothing-to-do = There is nothing to do: no conversation is left that would be changed.

## As it goes on, and its result.

# The list of what the reader changed a moment ago, for who cannot see it.
bulk-recent = Your recent bulk changes
# Unfolds those that are not shown at once.
bulk-recent-more = { $count ->
    [one] { $count } more bulk change
   *[other] { $count } more bulk changes
 }

bulk-goes-on = It goes on if you close this page.
bulk-stop = Stop
bulk-stopping = Stopping…
bulk-had-changed = { $count ->
    [one] { $count } had changed meanwhile and was not changed
   *[other] { $count } had changed meanwhile and were not changed
 }
bulk-nothing-was-changed = Nothing was changed: all of the conversations had changed meanwhile.
bulk-undo-returns = Only what no one has changed since is taken back.
bulk-back = Back to Message Review
# Follows a number of conversations, which stands out.
bulk-changed-so-many = { $count ->
    [one] changed
   *[other] changed
 }
# Why the opt-outs were lifted.
bulk-opt-out-was-undone = The opt-out in Message Review was undone.

## Which conversations it was about.

bulk-chosen-one-by-one = Chosen one by one
bulk-all-conversations = All conversations
# $filters: Campaign: Early vote, Status: Closed.
bulk-all-matching = All that matched: { $filters }
# $label: Campaign. $value: Early vote.
bulk-filter = { $label }: { $value }

## What was not changed, how much, and why.

left-out-already-theirs = { NUMBER($count) } with this texter already
left-out-with-nobody = { NUMBER($count) } with no one
left-out-already-closed = { NUMBER($count) } closed already
left-out-already-tagged = { NUMBER($count) } with the tag already
left-out-not-tagged = { NUMBER($count) } without the tag
left-out-other-teams = { NUMBER($count) } on campaigns of teams that this texter is not on
