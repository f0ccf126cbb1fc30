## The list of tags.

search-tags = Search tags
no-tag-found = No tag found
no-tags-yet = No tags yet
what-tags-do = Standard tags sort conversations. Conversations with an escalation tag go only to the teams with that tag.
# $link leads to the teams.
what-escalation-does = Escalated conversations are never released; only { $link } with the tag get them.
# Stands as $link in "only teams with the tag".
teams-in-a-sentence = teams
new-tag = New tag
create-tag = Create tag
# The kinds of tags.
kind-escalation = Escalation
kind-standard = Standard
tag-in-short = { $conversations ->
    [0] Not in use
    [one] On { $conversations } conversation
   *[other] On { $conversations } conversations
 }
escalation-tag-in-short = { $conversations ->
    [0] Not in use
    [one] On { $conversations } conversation
   *[other] On { $conversations } conversations
 } · { $teams ->
    [0] no team has it, so no one gets them
    [one] { $teams } team with it
   *[other] { $teams } teams with it
 }

## The page of a tag.

type-of-tag = Type
escalation-tag = Escalation tag
what-an-escalation-tag-does = Only teams with this tag get its conversations.
its-type-can-be-changed = No conversation has this tag, so you can change its type freely.
as-a-standard-tag = { $count ->
    [one] { $count } conversation
   *[other] { $count } conversations
 } with this tag. As a standard tag, conversations without another escalation tag go back to the pools, and teams lose the tag.
as-an-escalation-tag = { $count ->
    [one] { $count } conversation
   *[other] { $count } conversations
 } with this tag. As an escalation tag, they go only to teams with it from then on. Texters keep those they have.
delete-this-tag = Delete this tag
no-conversation-has-it = No conversation has this tag.
delete-tag = Delete tag
tag-cannot-be-deleted = It cannot be deleted: { $count ->
    [one] { $count } conversation
   *[other] { $count } conversations
 } with this tag would lose it. Rename it, or make it a standard tag.

## What was just done.

tag-is-created = The tag is created.
tag-is-saved = The tag is saved.
tag-is-deleted = The tag is deleted.
conversations-changed-with-tag = { $count ->
    [one] { $count } conversation
   *[other] { $count } conversations
 } with this tag changed: they are escalated, or no longer escalated.

## What is refused.

another-tag-has-this-title = There is another tag with this title.
tag-with-this-title-exists = There is already a tag with this title.
# $most is a number.
too-many-tags = An organization can have at most { $most } tags. Delete one that is not in use.
tag-is-in-use = This tag is in use, so it was not deleted. Rename it, or make it a standard tag.
