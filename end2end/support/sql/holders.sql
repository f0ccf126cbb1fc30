-- Who holds which conversation. data: { conversations }. Says holders in the order of the question.

select json_agg(cv.assigned_to order by place)
  from jsonb_array_elements_text(:'data'::jsonb -> 'conversations') with ordinality as asked (id, place)
  left join conversation cv on cv.id = asked.id::bigint;
