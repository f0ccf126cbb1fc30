-- What carries a tag: counted on the tags' page, and looked through when a tag begins to escalate.

create index conversation_tag_carriers on conversation_tag (organization_id, tag_id);
