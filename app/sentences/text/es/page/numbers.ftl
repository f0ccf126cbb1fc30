## The numbers and Messaging Services that an organization texts from.

phone-numbers = Números de teléfono
how-numbers-are-chosen = Las conversaciones nuevas se reparten por igual entre los números en uso. Cada conversación conserva su número, y las respuestas a un número fuera de uso siguen llegando. Un Messaging Service cuenta como un número; Twilio elige uno de los suyos para cada contacto.
no-numbers-yet = Todavía no hay números de teléfono
no-texts-without-a-number = No se puede enviar nada hasta que haya un número en uso. Agrega el primero aquí abajo.
number-in-use = En uso
number-out-of-use = Fuera de uso
# What it is, in front of who carries its texts; a product of Twilio.
messaging-service = Messaging Service
# The services that carry texts.
service-twilio = Twilio
service-simulated = Simulado
texts-on-their-way = { $texts ->
    [0] nada en camino
    [one] { $texts } mensaje en camino
   *[other] { $texts } mensajes en camino
 }
# $moment is a moment.
last-text-at = último mensaje { $moment }
no-text-lately = ningún mensaje reciente
try-number = Probar
try-this-number = Probar { $number }
take-out-of-use = Dejar de usar
take-this-number-out-of-use = Dejar de usar: { $number }
use-again = Volver a usar
use-this-number-again = Volver a usar: { $number }
texts-a-second = Mensajes por segundo, como máximo
no-limit-of-batons = Sin límite
save-rate-of = Guardar el ritmo de { $number }
number-sends-so-many-a-second = { $texts ->
    [one] como máximo { $texts } mensaje por segundo
   *[other] como máximo { $texts } mensajes por segundo
 }
# Beside a checkbox.
nobody-new-is-texted-without-it = Es el último número en uso y hay campañas activas. Sin él no se puede escribir a nadie por primera vez.

## The form that adds a number.

add-a-number = Agregar un número
add-a-number-or-messaging-service = Agregar un número o un Messaging Service
phone-number-or-messaging-service = Número de teléfono o Messaging Service
add-number = Agregar
number-of-the-account = Un número como (202) 555-0123, o con código de país como +44 20 7946 0018; o el SID de un Messaging Service, que empieza con MG.
who-carries-its-texts = Servicio de mensajes
texts-are-only-simulated = Este servidor no tiene cuenta de Twilio, así que sus mensajes solo se simulan. La persona que administra el servidor configura TWILIO_ACCOUNT_SID y TWILIO_AUTH_TOKEN.

## The page of one number, or of one Messaging Service.

change-number = Cambiar o quitar
change-this-number = Cambiar o quitar { $number }
# $service: Twilio, or Simulated.
texts-are-carried-by = Sus mensajes los lleva: { $service }
# On a button. $service: Twilio, or Simulated.
change-to-service = Cambiar a { $service }
# Beside checkboxes.
texts-will-reach-contacts = A partir de ahora, los mensajes enviados desde él llegan a los teléfonos de contactos reales, y sus respuestas llegan a Baton.
texts-will-reach-nobody = A partir de ahora, los mensajes enviados desde él no llegan a ningún teléfono, y las respuestas a lo que ya envió no llegan a Baton.
what-removing-a-number-does = Desaparece de la lista de tu organización. Cualquier organización de este servidor puede agregarlo.
remove-number = Quitar
take-it-out-of-use-first = Está en uso. Primero deja de usarlo y después quítalo.
number-has-texts = Tiene mensajes y las conversaciones lo conservan para sus respuestas, así que no se puede quitar. Deja de usarlo para que ninguna conversación nueva lo reciba.

## The country of numbers.

numbers-without-a-country-code = Números sin código de país
are-read-as-numbers-of = Se leen como números de
what-the-region-does = En los archivos de contactos y en el formulario de arriba. Los contactos que ya existen conservan sus números.

## What was just done.

number-is-added = Se agregó el número y está en uso. Pruébalo antes de lanzar una campaña.
number-is-taken-out-of-use = El número está fuera de uso. Las conversaciones que lo tienen lo conservan.
number-is-used-again = El número vuelve a estar en uso.
region-is-saved = Se guardó el país de los números.
rate-is-saved = Se guardó el ritmo del número.
number-service-is-changed = Se cambió el servicio de mensajes del número. Pruébalo antes de que envíe.
number-is-removed = Se quitó el número.
tried-number-works = El número funciona: se pueden enviar mensajes desde él y las respuestas llegan a Baton.
tried-number-is-simulated = El número es simulado: no se envía nada y contestan contactos simulados.
messaging-service-is-added = Se agregó el Messaging Service y está en uso. Pruébalo antes de lanzar una campaña.
messaging-service-is-taken-out-of-use = El Messaging Service está fuera de uso. Las conversaciones que lo tienen lo conservan.
messaging-service-is-used-again = El Messaging Service vuelve a estar en uso.
rate-of-messaging-service-is-saved = Se guardó el ritmo del Messaging Service.
service-of-messaging-service-is-changed = Ahora otro servicio de mensajes lleva los mensajes del Messaging Service. Pruébalo antes de que envíe.
messaging-service-is-removed = Se quitó el Messaging Service.
tried-messaging-service-works = El Messaging Service funciona: se pueden enviar mensajes desde él y las respuestas llegan a Baton.
tried-messaging-service-is-simulated = El Messaging Service es simulado: no se envía nada y contestan contactos simulados.

## What is refused.

enter-a-phone-number = Escribe un número de teléfono como (202) 555-0123, o con su código de país como +44 20 7946 0018.
enter-a-messaging-service = Escribe el SID del Messaging Service como aparece en la consola de Twilio: MG y 32 dígitos o letras de la a a la f.
number-is-yours-already = Tu organización ya tiene este número.
number-is-taken = Otra organización de este servidor ya escribe desde este número.
messaging-service-is-yours-already = Tu organización ya tiene este Messaging Service.
messaging-service-is-taken = Otra organización de este servidor ya escribe desde este Messaging Service.
# $most is a number.
too-many-numbers = Una organización puede tener como máximo { $most } números de teléfono.
region-is-unknown = Elige un país de la lista.
a-number-is-being-tried = Se está probando otro número. Espera el resultado y vuelve a intentarlo.
rate-is-not-valid = Escribe un número entero del 1 al 1,000, o nada para no poner límite.
number-texted-contacts = Hay contactos que tienen mensajes desde él y pueden contestar, así que sigue con Twilio. Deja de usarlo para que ninguna conversación nueva lo reciba.
number-has-texts-on-their-way = Hay mensajes en camino desde él. Deja de usarlo, espera hasta que la lista diga que no hay nada en camino y vuelve a intentarlo.
confirm-the-other-service = Confirma que quieres cambiar el servicio de mensajes.
confirm-the-removal = Confirma que quieres quitarlo.
last-number-has-to-be-confirmed = Confirma que quieres dejar de usar el último número.

## What a try of a number or of a Messaging Service finds. $number is the number, or the SID of the service.

number-is-simulated = { $number } es simulado: no se envía nada.
number-works = { $number } funciona: se pueden enviar mensajes desde él y las respuestas llegan a Baton.
number-has-no-account = { $number } es un número de Twilio, pero este servidor no tiene cuenta de Twilio. La persona que administra el servidor configura TWILIO_ACCOUNT_SID y TWILIO_AUTH_TOKEN.
twilio-refuses-the-credentials = No se puede probar { $number }: Twilio no acepta las credenciales de la cuenta. La persona que administra el servidor corrige TWILIO_ACCOUNT_SID y TWILIO_AUTH_TOKEN.
twilio-account-is-not-active = { $number } no puede enviar: la cuenta de Twilio está suspendida o cerrada. Busca el motivo en la consola de Twilio.
number-is-not-in-the-account = { $number } no es un número de la cuenta de Twilio de este servidor. Cómpralo allí o pásalo a la cuenta.
number-cannot-text = { $number } no puede enviar mensajes: en Twilio no tiene capacidad de SMS. Elige otro número.
number-has-no-webhook = { $number } puede enviar, pero las respuestas no llegan: no hay ninguna dirección para los mensajes entrantes. En la consola de Twilio, pon { $webhook } con el método POST en el número; si pertenece a un Messaging Service, ponla allí.
# $entered is the URL that replies go to now, with its method.
number-has-another-webhook = { $number } puede enviar, pero las respuestas no llegan: van a { $entered }. En la consola de Twilio, pon { $webhook } con el método POST en el número; si pertenece a un Messaging Service, ponla allí.
messaging-service-has-no-account = { $number } es un Messaging Service de Twilio, pero este servidor no tiene cuenta de Twilio. La persona que administra el servidor configura TWILIO_ACCOUNT_SID y TWILIO_AUTH_TOKEN.
messaging-service-is-unknown = { $number } no es un Messaging Service de la cuenta de Twilio de este servidor. Compáralo con el SID en la consola de Twilio.
messaging-service-has-no-senders = { $number } no puede enviar: no tiene ningún número. Agrega uno en la consola de Twilio.
messaging-service-has-no-webhook = { $number } puede enviar, pero las respuestas no llegan: no hay ninguna dirección para los mensajes entrantes. En la consola de Twilio, abre Integration del Messaging Service, elige enviar un webhook y pon { $webhook } como URL con el método POST.
# $entered is the URL that replies go to now, with its method.
messaging-service-has-another-webhook = { $number } puede enviar, pero las respuestas no llegan: van a { $entered }. En la consola de Twilio, abre Integration del Messaging Service y pon { $webhook } como URL con el método POST.
messaging-service-defers-to-its-numbers = { $number } puede enviar, pero cada uno de sus números decide adónde van las respuestas. En la consola de Twilio, abre Integration del Messaging Service, elige enviar un webhook y pon { $webhook } como URL con el método POST.
number-is-managed-by-an-application = { $number } puede enviar, pero una TwiML App decide adónde van las respuestas. En la consola de Twilio, saca el número de la app y pon { $webhook } con el método POST para los mensajes entrantes, o ponla en la app.
twilio-was-not-reached = No se pudo probar { $number }: no se alcanzó a Twilio. Comprueba que este servidor tenga internet y vuelve a intentarlo.
twilio-did-not-answer = No se pudo probar { $number }: Twilio no respondió a tiempo. Vuelve a intentarlo en un minuto.
# $reason is in English.
twilio-answered-otherwise = No se pudo probar { $number }. Twilio respondió: { $reason }
