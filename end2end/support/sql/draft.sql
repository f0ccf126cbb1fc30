-- What is kept of what a texter typed. data: { conversation, member }. Says the text; empty if there is none.

select to_json(coalesce(
           (select body
              from draft
             where conversation_id = (:'data'::jsonb ->> 'conversation')::bigint
               and member_id = (:'data'::jsonb ->> 'member')::bigint), ''));
