## How long messages are kept.

how-long-messages-are-kept = How long messages are kept
what-keeping-messages-means = This many days after a campaign is archived, its messages are erased for good, sent and received. Figures, contacts and opt-outs stay. Messages of campaigns that are not archived are kept.
days-until-messages-are-erased = Days until messages are erased
kept-for-good-when-empty = From 30 to 3,650; left empty, they are kept for good.
kept-days-are-not-valid = Enter a whole number of days from 30 to 3,650, or leave it empty.
# $count: archived campaigns.
messages-would-be-erased = { $count ->
    [one] The messages of one archived campaign are older and would be erased within the hour.
   *[other] The messages of { $count } archived campaigns are older and would be erased within the hour.
 } Confirm that: it cannot be undone.
erase-them = Erase them for good
how-long-is-saved = This setting is saved.

## In the place of a message.

message-was-erased = This message was erased: your organization does not keep messages of archived campaigns for so long.
