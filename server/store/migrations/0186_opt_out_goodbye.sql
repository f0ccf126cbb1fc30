-- What is texted last to a contact whom a member opts out.

alter table organization
    add column opt_out_goodbye text not null default '',
    add constraint organization_opt_out_goodbye check (char_length(opt_out_goodbye) <= 320);

comment on column organization.opt_out_goodbye is 'with marks of SCRIPT_FIELDS; empty: none is sent';
