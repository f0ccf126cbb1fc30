## Uploading contacts.

upload-contacts = Upload contacts
csv-file = CSV file
upload = Upload

## What came of an upload.

contacts-were-added = { $count ->
    [one] { $count } contact added
   *[other] { $count } contacts added
 }
rows-in-the-file = Rows in the file
added-contacts = Added
duplicate-contacts = Duplicates
opted-out-contacts = Opted out
rows-not-added = Rows that were not added
line-in-file = Line
reason = Reason
and-more-rows = { $count ->
    [one] And { $count } more row that was not added.
   *[other] And { $count } more rows that were not added.
 }

## Why a file was not imported: a title and a sentence.

nothing-was-imported = Nothing was imported
back-to-the-campaign = Back to the campaign
is-no-upload = This is not an upload. Choose a file and try again.
# $most is a number.
file-is-too-large = The file is larger than { $most } MB. Nothing was imported; split it and import the parts.
archived-takes-no-contacts = This campaign is archived. Unarchive it before adding contacts to it.
# $why is English, and what the network or the reader of the form said.
file-ended-too-early = The file could not be read to its end: { $why }. Nothing was imported.
file-is-empty = The file is empty. Its first line has to name a column cell, and firstName and lastName if there are names.
# $most is a number.
header-is-too-long = The header line is longer than { $most } kB; perhaps a quotation mark is never closed.
# $most is a number.
file-has-too-many-columns = The file has more than { $most } columns. Remove those that are not needed.
# $missing: “lastName” or “cell”. $present: firstName, phone.
header-lacks-columns = The header line has no column { $missing }. It has to name cell, and firstName and lastName if there are names; it names { $present }.
one-or-other = { $one } or { $other }
column-is-named-twice = The header line names the column “{ $column }” twice. Remove or rename one of them.
# $most is a number.
column-name-is-too-long = The column “{ $column }” has a name longer than { $most } characters.

## Why a row was not added.

cell-is-missing = The cell is missing.
row-has-other-columns = The row has { $fields ->
    [one] { $fields } column
   *[other] { $fields } columns
 } where the header line has { NUMBER($expected) }.
# $lines is a number over 1.
row-over-lines-has-other-columns = The row has { $fields ->
    [one] { $fields } column
   *[other] { $fields } columns
 } where the header line has { NUMBER($expected) }, and runs over { $lines } lines; perhaps a quotation mark is never closed.
# $most is a number.
row-has-too-many-columns = The row has more than { $most } columns.
# $most is a number, $lines one over 1.
row-over-lines-has-too-many-columns = The row has more than { $most } columns, and runs over { $lines } lines; perhaps a quotation mark is never closed.
# $most is a number.
field-is-too-long = “{ $column }” is longer than { $most } characters.
# $most is a number.
row-is-too-long = The row is longer than { $most } kB.
# $most is a number, $lines one over 1.
row-over-lines-is-too-long = The row is longer than { $most } kB, and runs over { $lines } lines; perhaps a quotation mark is never closed.
