## Settings of the organization.

settings = Settings
settings-are-saved = The settings are saved.
# $link leads to Assignment Control.
what-assignment-control-sets = What holds for the whole organization. Who may request texts, what they read while requests are disabled, the limits and the approval level of new members are under { $link }.
organization = Organization
new-campaigns-text-from = New campaigns text from
new-campaigns-text-until = New campaigns text until
what-default-hours-mean = Local time of each contact, like 09:00. Campaigns that exist keep their hours.
midnight-is-24 = No texts from this time of day on, like 21:00; 24:00 is midnight.
time-zone-of-new-campaigns = Time zone of new campaigns
what-default-zone-means = For contacts whose own zone is not known. An IANA name like America/New_York; left empty, each new campaign has to name its own.
texters-see-last-names = Texters see last names
what-hidden-last-names-mean = When off, texters and supervolunteers see only the first names of contacts; admins see both. A script that names the last name is still filled in, because the contact is to read it.

## What is wrong with a field.

time-of-day-is-not-valid = Enter a time of day like 09:00.
texting-hours-end-first = Texting hours have to end after they begin.
time-zone-is-unknown = There is no time zone of this name. Enter one like America/New_York.
