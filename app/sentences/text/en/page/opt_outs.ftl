## Opt-outs by number, for admins: the list.

opt-outs = Opt-outs
what-opt-outs-do = No one in your organization can text these numbers, on any campaign. Contacts in uploaded files are checked against this list.
phone-number-or-last-digits = Number or last digits
search-by-number = Enter a phone number, or at least its last four digits.
no-opt-outs-yet = No opt-outs yet
opt-outs-appear-here = Numbers that opt out, by a stop word or otherwise, are listed here.
number-is-not-opted-out = This number is not opted out.
no-opt-out-found = No opt-out found
search-another-number = Check the number, or search by its last four digits.
# $number: +12025550123.
number-was-opted-out-before = { $number } was opted out before.
see-its-history = See its history

## Who or what recorded an opt-out, in a word or two.

origin-stop-word = Stop word
origin-texter = On a conversation
origin-admin = By hand
origin-import = From a file
origin-carrier = Carrier
recorded-by-the-contact = The contact
recorded-by-the-carrier = The carrier refused a text

## Adding and importing.

add-opt-outs = Add numbers
numbers-to-opt-out = Phone numbers
how-numbers-are-added = One on each line, or with commas between them, as people write them. Their conversations are closed.
opt-out-numbers = Opt out
too-many-numbers-by-hand = Add at most { $most } numbers at once; import a file for more.
opt-outs-are-added = { $count ->
    [0] No number was added.
    [one] { $count } number is opted out now.
   *[other] { $count } numbers are opted out now.
 }
were-opted-out-before = { $count ->
    [one] { $count } number was opted out before.
   *[other] { $count } numbers were opted out before.
 }
import-opt-outs = Import a file
# What stands between ` is the name of a column, which is English in every file.
what-an-opt-out-file-needs = A CSV file with a column `cell` (or `phone`, `mobile` …), or with nothing but numbers. Other columns are not read. Rows that are not phone numbers are listed with the reason.
import-file = Import
# $present: name, city.
header-lacks-numbers = The header line has no column cell. It names { $present }.
opt-out-file-is-empty = The file is empty. Its first line has to name a column cell.
# $line is a number.
number-is-in-an-earlier-row = Line { $line } has the same number.
back-to-the-opt-outs = Back to the opt-outs

## What came of a file.

opt-outs-were-imported = { $count ->
    [one] { $count } number opted out
   *[other] { $count } numbers opted out
 }
newly-opted-out = Opted out now
already-opted-out = Opted out before
rows-without-a-number = Without a number
rows-not-recorded = Rows that were left out
and-more-rows-left-out = { $count ->
    [one] And { $count } more row that was left out.
   *[other] And { $count } more rows that were left out.
 }

## A number, and lifting its opt-out.

opted-out-now = Opted out
not-opted-out-now = Not opted out
lift-this-opt-out = Lift this opt-out
what-lifting-an-opt-out-does = They can be texted again. If no one has texted them on a campaign yet, texters can request their initial message. Where they waited for an answer, they wait again. Other conversations that the opt-out closed stay closed.
carrier-blocks-until-start = They opted out themselves, so their carrier blocks your texts until they text START to your number.
reason-of-the-lift = Reason
where-the-reason-stands = It is kept in the history of this number and in the audit log.
reason-is-missing = Enter a reason.
reason-is-too-long = A reason has at most { $most } characters.
lift-opt-out = Lift opt-out
opt-out-is-lifted = The opt-out is lifted. They can be texted again.
history-of-the-number = History
opt-out-was-lifted = Opt-out lifted
