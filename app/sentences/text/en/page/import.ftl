## Reading a file of contacts: what it needs, what is wrong with it as a whole.

# What stands between ` is the name of a column, which is English in every file.
what-a-file-needs = A CSV file with a column `cell`, and usually `firstName` and `lastName`; `zip` or `timeZone` tell when each contact may be texted. Every other column becomes a custom field. Rows that cannot be added are listed with the reason.
file-is-a-workbook = The file is a spreadsheet, not CSV. Save it as “CSV UTF-8” and import it again.
header-is-not-utf8 = The header line has letters in a damaged encoding. Save the file as “CSV UTF-8” and import it again.
columns-mean-the-same = Both “{ $one }” and “{ $other }” may be the column { $field }. Remove one of them, or give it another name.
# $column: firsstName. $field: firstName.
did-you-mean = Did you mean “{ $column }” to be { $field }?

## Why a row was not added.

row-is-not-utf8 = The row has letters in a damaged encoding. Save the file as “CSV UTF-8” and import it again.
is-no-phone-number = It is not a phone number.
number-cannot-exist = Such a number cannot exist: it has too few or too many digits, or an area code that does not exist.
number-was-rounded = A spreadsheet has shortened the number, and digits are lost. Format the column as text where it comes from, and export it again.
number-has-an-extension = It has an extension, which cannot be texted.
cell-has-two-numbers = There are two numbers in one cell. Keep the one to text.
number-has-letters = There are letters among its digits.
number-lacks-its-area-code = It has no area code.
area-code-is-unknown = There is no area code { $code }.
number-is-toll-free = It is toll-free, which is not a cell.
number-is-premium-rate = It is a premium-rate number, which is not a cell.
number-is-a-service = It belongs to a service, and is not a cell.
# $country: GB, or +800 where there is no country.
number-is-foreign = It is a number of another country ({ $country }).
# $line is a number.
cell-is-in-an-earlier-row = Line { $line } has the same number. The first row of a household was taken.
cell-is-on-the-campaign = The number is on this campaign already.

## What to look at in a row that was added.

row-has-text-behind-its-columns = The row has more columns than the header line. What comes after the last one was left out.
row-had-nul = The row had a character that is not text (NUL). It was left out.
zone-of-row-is-unknown = This is not a time zone, or is ambiguous. The ZIP code or the area code was used instead.

## What came of it.

missing-cells = Without a cell
invalid-rows = Rejected
what-stood-there = In the file
rows-to-look-at = Rows that were added, to be checked
contacts-by-zone-source = Time zones of the contacts
zone-by-column = From the file
zone-by-zip = By ZIP code
zone-by-area-code = By area code
zone-by-campaign = The campaign’s
