## El cuadro para responder.

your-reply = Tu respuesta
your-initial-message = Tu mensaje inicial
send = Enviar
sending = Enviando…
open-it-again = Ábrela de nuevo
# Contiene el nombre de quien empezó el borrador: todo va en negrita.
name-started-this-draft = { $name } empezó este borrador.
change-it-before-you-send = Puedes cambiarlo antes de enviarlo.
saving-the-draft = Guardando el borrador…
draft-saved = Borrador guardado
draft-not-saved-yet = El borrador aún no se ha guardado
characters-and-segments = { $characters ->
    [one] { $characters } carácter
   *[other] { $characters } caracteres
 }, { $segments ->
    [one] { $segments } segmento
   *[other] { $segments } segmentos
 }

## Lo que se pone en el cuadro.

# Del botón que abre el guion y las plantillas.
responses = Plantillas
use-straight-quotes = Usar comillas rectas, para menos segmentos

## Un mensaje que no se envió, en la página que se muestre en ese momento.

# $why: No hay conexión con Baton. Revisa tu red e inténtalo de nuevo.

## Dar de baja, y cerrar.

opt-out = Dar de baja
close-conversation = Cerrar

## Quién tiene la conversación.

released-and-yours-again = Se liberó esta conversación y ahora es tuya otra vez. Lo que hayas escrito queda guardado como borrador.
changed-elsewhere = Se envió un mensaje en esta conversación desde que la abriste, así que no se puede enviar nada desde aquí. Lo que hayas escrito queda guardado como borrador.
not-yours-any-more = Esta conversación ya no es tuya, así que no se puede enviar nada desde aquí.

## Cuánto tiempo sigue siendo suya. Lo que solo se oye lo dice en los últimos minutos.

less-than-a-minute-is-left = Queda menos de un minuto para contestar.
less-than-minutes-are-left = Quedan menos de { NUMBER($minutes) } minutos para contestar.
released-any-moment = Se liberará en cualquier momento
released-in-minutes = Se libera en { NUMBER($minutes) } min
released-any-moment-unless = Se liberará en cualquier momento, a menos que contestes
released-in-minutes-unless = Se libera en { NUMBER($minutes) } min, a menos que contestes
minutes-left-to-undo = Quedan { NUMBER($minutes) } min para deshacer
