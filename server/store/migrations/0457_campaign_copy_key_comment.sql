comment on column campaign.copy_key is
    'of the form that made it, as a copy or anew, so that two presses make one; null: no form, or one without a key';
