## Between its messages: when the contact opted out, and when that was lifted. A moment follows.

opted-out-by-stop-word = Opted out by a stop word
opted-out-by-member = Opted out by { $name }
opted-out-by-hand = Opted out by an admin
opted-out-by-a-file = Opted out by a file of opt-outs
opted-out-by-the-carrier = Opted out: the carrier refused a text
lifted-by-the-contact = The contact lifted their opt-out
lifted-by-member = Opt-out lifted by { $name }
lifted-by-hand = Opt-out lifted by an admin
