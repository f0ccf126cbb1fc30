## What several forms of admins have.

title = Title
search = Search
search-by-part-of-title = Search by part of a title.
name-or-email = Name or e-mail
first-page = First page
there-are-more = There are more. Search to find them.
you-have-unsaved-changes = You have unsaved changes.
discard-changes = Discard changes
# Stands above a form that somebody else has saved meanwhile, with its fields below it.
what-is-saved-now = This is what is saved now:

has-to-be-confirmed = Nothing was changed yet. Confirm it where it is marked, and press the button again.
# What somebody typed, or the name of a column.
quoted = “{ $text }”

## What is wrong with a field.

title-is-missing = Enter a title.
title-cannot-be-read = Enter a title with at least one letter or digit, and no characters that cannot be seen.
# $most and $length are numbers.
title-is-too-long = A title can have at most { $most } characters; this one has { $length }.
# $most and $length are numbers.
description-is-too-long = A description can have at most { $most } characters; this one has { $length }.
# $from and $to are numbers.
number-is-not-valid = Enter a whole number from { $from } to { $to }.
limit-is-not-valid = Enter a whole number from 1 to 100,000, or leave it empty for no limit.
date-is-incomplete = Enter the whole date, or clear it.
file-is-missing = Choose a file.
