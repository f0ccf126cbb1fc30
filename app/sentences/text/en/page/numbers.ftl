## The numbers and Messaging Services that an organization texts from.

phone-numbers = Phone numbers
how-numbers-are-chosen = New conversations are spread evenly over the numbers in use. A conversation keeps its number for good, and replies to a number that is out of use still arrive. A Messaging Service counts as one number; Twilio chooses one of its own for each contact.
no-numbers-yet = No phone numbers yet
no-texts-without-a-number = Nothing can be sent until there is a number in use. Add the first one below.
number-in-use = In use
number-out-of-use = Out of use
# What it is, in front of who carries its texts; a product of Twilio.
messaging-service = Messaging Service
# The services that carry texts.
service-twilio = Twilio
service-simulated = Simulated
texts-on-their-way = { $texts ->
    [0] nothing on its way
    [one] { $texts } text on its way
   *[other] { $texts } texts on their way
 }
# $moment is a moment.
last-text-at = last text { $moment }
no-text-lately = no text lately
try-number = Try
try-this-number = Try { $number }
take-out-of-use = Take out of use
take-this-number-out-of-use = Take out of use: { $number }
use-again = Use again
use-this-number-again = Use again: { $number }
texts-a-second = Texts a second, at most
no-limit-of-batons = No limit
save-rate-of = Save the rate of { $number }
number-sends-so-many-a-second = { $texts ->
    [one] at most { $texts } text a second
   *[other] at most { $texts } texts a second
 }
# Beside a checkbox.
nobody-new-is-texted-without-it = It is the last number in use, and campaigns are running. Without it no one can be texted for the first time.

## The form that adds a number.

add-a-number = Add a number
add-a-number-or-messaging-service = Add a number or a Messaging Service
phone-number-or-messaging-service = Phone number or Messaging Service
add-number = Add
number-of-the-account = A number like (202) 555-0123, or with a country code like +44 20 7946 0018; or the SID of a Messaging Service, which begins with MG.
who-carries-its-texts = Message service
texts-are-only-simulated = This server has no Twilio account, so its texts are only simulated. The person who runs the server sets TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.

## The page of one number, or of one Messaging Service.

change-number = Change or remove
change-this-number = Change or remove { $number }
# $service: Twilio, or Simulated.
texts-are-carried-by = Its texts are carried by: { $service }
# On a button. $service: Twilio, or Simulated.
change-to-service = Change to { $service }
# Beside checkboxes.
texts-will-reach-contacts = From now on, texts from it go to the phones of real contacts, and their replies come to Baton.
texts-will-reach-nobody = From now on, texts from it reach no phone, and replies to what it has sent do not come to Baton.
what-removing-a-number-does = It is gone from the list of your organization. Any organization on this server can add it.
remove-number = Remove
take-it-out-of-use-first = It is in use. Take it out of use first, then remove it.
number-has-texts = It has texts, and conversations keep it for their replies, so it cannot be removed. Take it out of use, so that no new conversation gets it.

## The country of numbers.

numbers-without-a-country-code = Numbers without a country code
are-read-as-numbers-of = Are read as numbers of
what-the-region-does = In files of contacts, and in the form above. Contacts that exist keep their numbers.

## What was just done.

number-is-added = The number is added, and in use. Try it before you launch a campaign.
number-is-taken-out-of-use = The number is out of use. Conversations that have it keep it.
number-is-used-again = The number is in use again.
region-is-saved = The country of numbers is saved.
rate-is-saved = The rate of the number is saved.
number-service-is-changed = The message service of the number is changed. Try the number before it sends.
number-is-removed = The number is removed.
tried-number-works = The number works: texts can be sent from it, and replies come to Baton.
tried-number-is-simulated = The number is simulated: nothing is sent, and simulated contacts answer.
messaging-service-is-added = The Messaging Service is added, and in use. Try it before you launch a campaign.
messaging-service-is-taken-out-of-use = The Messaging Service is out of use. Conversations that have it keep it.
messaging-service-is-used-again = The Messaging Service is in use again.
rate-of-messaging-service-is-saved = The rate of the Messaging Service is saved.
service-of-messaging-service-is-changed = Another message service carries the texts of the Messaging Service now. Try it before it sends.
messaging-service-is-removed = The Messaging Service is removed.
tried-messaging-service-works = The Messaging Service works: texts can be sent from it, and replies come to Baton.
tried-messaging-service-is-simulated = The Messaging Service is simulated: nothing is sent, and simulated contacts answer.

## What is refused.

enter-a-phone-number = Enter a phone number like (202) 555-0123, or with its country code like +44 20 7946 0018.
enter-a-messaging-service = Enter the SID of the Messaging Service as the Twilio Console shows it: MG and 32 digits or letters from a to f.
number-is-yours-already = Your organization already has this number.
number-is-taken = Another organization on this server already texts from this number.
messaging-service-is-yours-already = Your organization already has this Messaging Service.
messaging-service-is-taken = Another organization on this server already texts from this Messaging Service.
# $most is a number.
too-many-numbers = An organization can have at most { $most } phone numbers.
region-is-unknown = Choose a country from the list.
a-number-is-being-tried = Another number is being tried. Wait for its result, and try again.
rate-is-not-valid = Enter a whole number from 1 to 1,000, or nothing for no limit.
number-texted-contacts = Contacts have texts from it and may answer, so it stays with Twilio. Take it out of use, so that no new conversation gets it.
number-has-texts-on-their-way = Texts from it are on their way. Take it out of use, wait until the list says that nothing is on its way, and try again.
confirm-the-other-service = Confirm that you want to change the message service.
confirm-the-removal = Confirm that you want to remove it.
last-number-has-to-be-confirmed = Confirm that you want to take the last number out of use.

## What a try of a number or of a Messaging Service finds. $number is the number, or the SID of the service.

number-is-simulated = { $number } is simulated: nothing is sent.
number-works = { $number } works: texts can be sent from it, and replies come to Baton.
number-has-no-account = { $number } is a number of Twilio, but this server has no Twilio account. The person who runs the server sets TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.
twilio-refuses-the-credentials = { $number } cannot be tried: Twilio does not accept the account’s credentials. The person who runs the server corrects TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.
twilio-account-is-not-active = { $number } cannot send: the Twilio account is suspended or closed. Look into the Twilio Console for the reason.
number-is-not-in-the-account = { $number } is not a number of this server’s Twilio account. Buy it there, or move it to the account.
number-cannot-text = { $number } cannot send texts: at Twilio it has no SMS capability. Choose another number.
number-has-no-webhook = { $number } can send, but replies do not arrive: no address is entered for incoming messages. In the Twilio Console, enter { $webhook } with the method POST for the number; if it belongs to a Messaging Service, enter it there.
# $entered is the URL that replies go to now, with its method.
number-has-another-webhook = { $number } can send, but replies do not arrive: they go to { $entered }. In the Twilio Console, enter { $webhook } with the method POST for the number; if it belongs to a Messaging Service, enter it there.
messaging-service-has-no-account = { $number } is a Messaging Service of Twilio, but this server has no Twilio account. The person who runs the server sets TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.
messaging-service-is-unknown = { $number } is not a Messaging Service of this server’s Twilio account. Compare it with the SID in the Twilio Console.
messaging-service-has-no-senders = { $number } cannot send: there is no number in its sender pool. Add one in the Twilio Console.
messaging-service-has-no-webhook = { $number } can send, but replies do not arrive: no address is entered for incoming messages. In the Twilio Console, open Integration of the Messaging Service, choose to send a webhook, and enter { $webhook } as the request URL with the method POST.
# $entered is the URL that replies go to now, with its method.
messaging-service-has-another-webhook = { $number } can send, but replies do not arrive: they go to { $entered }. In the Twilio Console, open Integration of the Messaging Service, and enter { $webhook } as the request URL with the method POST.
messaging-service-defers-to-its-numbers = { $number } can send, but each of its numbers decides by itself where replies go. In the Twilio Console, open Integration of the Messaging Service, choose to send a webhook instead, and enter { $webhook } as the request URL with the method POST.
number-is-managed-by-an-application = { $number } can send, but a TwiML App decides where replies go. In the Twilio Console, take the number out of the app and enter { $webhook } with the method POST for incoming messages, or enter it in the app.
twilio-was-not-reached = { $number } could not be tried: Twilio was not reached. Check that this server reaches the internet, and try again.
twilio-did-not-answer = { $number } could not be tried: Twilio did not answer in time. Try again in a minute.
# $reason is in English.
twilio-answered-otherwise = { $number } could not be tried. Twilio answered: { $reason }
