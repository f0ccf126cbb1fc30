## Numbers of things, and spans of time.

counted-replies = { $count ->
    [one] { $count } reply
   *[other] { $count } replies
 }
counted-initial-messages = { $count ->
    [one] { $count } initial message
   *[other] { $count } initial messages
 }
# A span of time of less than a minute.
just-now = just now
interval-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }
interval-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
 }
