## Settings of the organization.

settings = Settings
settings-are-saved = The settings are saved.
# $link leads to Assignment Control.
what-assignment-control-sets = Settings for the whole organization. Who may request texts, what they read while requests are disabled, the limits and the approval level of new members are under { $link }.
organization = Organization
new-campaigns-text-from = New campaigns text from
new-campaigns-text-until = New campaigns text until
what-default-hours-mean = Local time of each contact, like 09:00. Campaigns that exist keep their hours.
midnight-is-24 = No texts from this time of day on, like 21:00; 24:00 is midnight.
time-zone-of-new-campaigns = Time zone of new campaigns
what-default-zone-means = For contacts whose own zone is not known. Enter a time zone like America/New_York. If you leave it empty, each new campaign needs its own.
texters-see-last-names = Texters see last names
what-hidden-last-names-mean = When off, texters and supervolunteers see only the first names of contacts; admins see both. A script that names the last name is still filled in, because the contact is to read it.
goodbye-of-opt-outs = Goodbye to contacts who are opted out
what-goodbye-means = Sent when a texter opts a contact out, within texting hours, and never after the contact’s own stop word. Left empty, none is sent.

## What is wrong with a field.

# $fields: {nickname}, {zip}.
goodbye-has-no-field = Not every campaign has the field { $fields }, so it would be sent unfilled. Take it out.
# $fields: {firstName}, {lastName}. $example: {firstName|neighbor}.
goodbye-needs-a-default = { $fields } may be blank, which would leave a gap in the text. Add what to write instead, like { $example }.
goodbye-is-not-valid = Use letters, digits, signs and line breaks only.
time-of-day-is-not-valid = Enter a time of day like 09:00.
texting-hours-end-first = Texting hours have to end after they begin.
time-zone-is-unknown = There is no time zone of this name. Enter one like America/New_York.
