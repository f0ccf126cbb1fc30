-- An admin moves a reply of an archived campaign to one that runs.
alter type assignment_reason add value 'moved';
