## The second step: the columns of an uploaded file, and its first rows.

check-the-columns = Check the columns
# $file: contacts.csv, or “the file”.
nothing-is-imported-yet = { $file } is uploaded, but not imported yet. Say what its columns are, look at the first rows, and import it.
the-file = the file
columns-of-the-file = Columns of the file
column-in-file = In the file
baton-reads-it-as = Baton reads it as
# $heading: the name of a column in the file.
meaning-of-column = What “{ $heading }” is
# $number: which column of the file it is.
column-without-name = Column { $number }, without a name
column-first-name = First name
column-last-name = Last name
column-cell = Cell
column-zip = ZIP code
column-time-zone = Time zone
column-external-id = External id
column-custom = Custom field
column-ignored = Leave it out
import-contacts = Import
show-first-rows-again = Show the first rows again
discard-the-file = Discard the file
file-is-discarded = The file is discarded. Nothing was imported.
first-rows = The first rows, as they would be taken
name-of-contact = Name
would-not-be-added = Not added:
what-the-import-finds = Numbers that are in the file twice, are on the campaign already or have opted out are found when it is imported.
replace-the-contacts = Replace the contacts that are on this campaign now: they are removed first
# $missing: “First name” or “Cell”.
choose-the-column = No column is { $missing }. Choose below which one it is.
# Behind “Did you mean “lat” to be Last name?”
if-the-file-has-no-such-name = If the file has no such names, leave that column out or rename it in the file.
no-column-for-first-names = The file has no column for first names: they stay blank.
no-column-for-last-names = The file has no column for last names: they stay blank.
no-column-for-names = The file has no columns for names: they stay blank.
choose-one-of-this-name = Two columns are called “{ $column }” and would be the same. Leave one of them out.
# $field: Cell.
choose-one-of-two = Both “{ $one }” and “{ $other }” may be { $field }. Choose one of them, and something else for the other.
# $most is a number.
ignore-the-long-name = The column “{ $column }” has a name longer than { $most } characters. Leave it out, or rename it in the file.
file-has-no-column = The file has no column “{ $column }”.
upload-is-gone = This file was imported or discarded meanwhile.
# Said on the page of its campaign.
upload-is-not-there = Nothing was imported: this file is no longer there. Another file was uploaded to the campaign meanwhile, or this one was discarded.
list-was-texted = Contacts of this campaign have been texted already, so they cannot be replaced. Nothing was imported; add the file to them, or use another campaign.
list-was-launched = This campaign was launched meanwhile, so its contacts cannot be replaced. Nothing was imported; add the file to them, or use another campaign.
nobody-to-replace-by = No one in this file can be added, so the contacts that are on this campaign stay. Look at what its columns mean and at the first rows below.
# $most is a number.
too-many-files-wait = { $most } files of your organization wait to be imported. Import or discard one of them first.
file-waits-to-be-imported = You have uploaded { $file } and not imported it.
file-is-being-imported = The import of { $file } is under way.
show-how-far-it-is = Show how far it is
import-was-interrupted = The import was interrupted; nothing was imported. Import the file again.

## While it is imported.

contacts-are-being-imported = Importing contacts
rows-are-read = { $rows ->
    [one] { $rows } row read
   *[other] { $rows } rows read
 }
rows-are-being-added = { $rows ->
    [one] The { $rows } row is read and is being added
   *[other] All { $rows } rows are read and are being added
 }
import-goes-on = This page shows how far it is, and then what came of it. The import goes on if you leave.

## The uploads of a campaign.

uploads-of-campaign = Uploads
earlier-uploads = Earlier uploads
rows-were-not-added = { $count ->
    [one] { $count } row not added
   *[other] { $count } rows not added
 }
contacts-were-taken-out = { $count ->
    [one] undone: { $count } contact removed
   *[other] undone: { $count } contacts removed
 }
undo-upload = Undo the upload
contacts-would-be-removed = { $count ->
    [0] No one is left of this upload who was not texted.
    [one] { $count } contact of this upload, whom no one has texted, would be removed. Whoever holds that initial message loses it.
   *[other] { $count } contacts of this upload, whom no one has texted, would be removed. Whoever holds their initial messages loses them.
 }
texted-contacts-stay = { $count ->
    [one] { $count } contact was texted, and stays.
   *[other] { $count } contacts were texted, and stay.
 }
upload-is-undone = The upload is undone. Contacts who were texted stay.
upload-is-being-undone = The upload is being undone, and that goes on when you leave this page. Load it again to see under Uploads how many contacts are removed. Contacts who were texted stay.

## The list of contacts, and one of them.

contacts-of-campaign = Contacts
show-contacts = Show the contacts
name-cell-or-external-id = Name, cell or external id
contacts-begin-anew = The last contact of the page before was changed or removed meanwhile, so the list begins anew.
no-contact-found = No one found
how-contacts-are-found = Search by the beginning of any part of a name, with or without accents, or of an external id, or by a cell or its last digits.
upload-them-there = Upload a file on the page of the campaign.
contact-without-name = Without a name
zone-of-the-campaign = The campaign’s time zone
status-needs-message = Not texted yet
status-messaged = Texted, no answer
status-needs-response = Waits for an answer
status-convo = Answered
status-closed = Closed
correct-contact = Correct
contact-is-corrected = The contact is corrected.
why-cell-stays = The cell cannot be changed any more, because texts went to it.
cell-was-texted = Texts went to the number of this contact, so it cannot be changed any more.
empty-zone-is-the-campaigns = Enter a time zone like America/New_York, or leave it empty for the campaign’s.
zone-follows-the-cell = If it was found by the cell or the ZIP code and you leave it as it is, it is found again when you correct those.
remove-contact = Remove
what-removing-does = The contact is taken off this campaign for good.
# $name: a texter.
who-loses-it = { $name } has the initial message and will lose it.
texted-contact-stays = Something was sent to this contact, or came in, so it stays on the campaign.
contact-is-removed = The contact is removed.
