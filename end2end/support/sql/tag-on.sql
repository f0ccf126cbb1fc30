-- A tag on conversations, which texters put there. data: { tag, conversations }. `escalated` is its copy.

insert into conversation_tag (organization_id, conversation_id, tag_id)
select tag.organization_id, on_it.id::bigint, tag.id
  from tag, jsonb_array_elements_text(:'data'::jsonb -> 'conversations') as on_it (id)
 where tag.organization_id = (:'data'::jsonb ->> 'organization')::bigint and tag.title = :'data'::jsonb ->> 'tag';

update conversation cv
   set escalated = true
  from conversation_tag ct join tag on tag.organization_id = ct.organization_id and tag.id = ct.tag_id
 where ct.organization_id = cv.organization_id and ct.conversation_id = cv.id and tag.escalation
   and cv.organization_id = (:'data'::jsonb ->> 'organization')::bigint;

select 'true';
