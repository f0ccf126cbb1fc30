-- The language that a person has chosen, in every organization of theirs. Null: that of their browser. Which there are
-- is known to the program alone (`sentences::Language`), which reads an unknown one as none.
alter table account add column language text;
comment on column account.language is 'the language that the person has chosen, as "en"; null: that of their browser';
