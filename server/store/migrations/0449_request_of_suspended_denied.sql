-- A suspension denies the request that the member waits for: they could be given nothing by it. Those of members who had been
-- suspended before it did stayed in the list of those who decide. Nobody is named for them: who suspended did not decide.
update assignment_request r
   set state = 'denied', decided_at = statement_timestamp()
  from member m
 where r.state = 'pending' and m.organization_id = r.organization_id and m.id = r.member_id and m.role = 'suspended';
comment on column assignment_request.decided_by is
    'null: filled at once, cancelled by its texter, or denied because they had been suspended before suspensions did that';
