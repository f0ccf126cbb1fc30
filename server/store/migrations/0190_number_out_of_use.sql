-- Numbers that new conversations do not get any more.

alter table sending_number add column out_of_use_at timestamptz;

comment on column sending_number.out_of_use_at is
    'null: in use, so that new conversations get it; else conversations that have it keep it, and what is answered to it is received';
