## Mensajes entrantes que no están en ninguna conversación, para administradores: la lista.

why-they-are-unmatched = Mensajes de personas a las que nadie había escrito desde ese número. Los voluntarios no los ven.
unmatched-appear-here = Aquí aparecen los mensajes de personas a quienes nadie ha escrito desde el número al que escriben.
texts-that-are-done-too = Mostrar también los mensajes marcados como listos
without-texts-that-are-done = Ocultar los que están listos
no-sender = Remitente desconocido
done-mark = Listo
# $number: +12025550123, un número de la organización.
came-to-number = A { $number }
# De un botón que dice Dar de baja. $number: +12025550123.
opt-out-of-number = Dar de baja { $number }
mark-as-done = Listo
# De un botón que dice Listo. $sender: +12025550123.
mark-text-as-done = Marcar como listo el mensaje de { $sender }
# De un enlace que dice Mover a un contacto. $sender: +12025550123.
move-text-from = Mover a un contacto el mensaje de { $sender }
text-is-done = El mensaje quedó marcado como listo.
writer-is-opted-out = El número ya está de baja. Nadie de tu organización puede escribirle.
sender-has-no-number = Este mensaje no viene de un número de teléfono, así que no hay ningún número que dar de baja.
# Le sigue el enlace a la conversación.
text-was-moved = El mensaje se movió al contacto, que ahora espera una respuesta.
open-the-conversation = Abrir la conversación

## La página que mueve uno a un contacto.

move-to-a-contact = Mover a un contacto
what-moving-a-text-does = El mensaje se agrega a la conversación del contacto y espera respuesta. Quien tiene la conversación lo ve enseguida; los mensajes siguen yendo al propio número del contacto.
contacts-on-running-campaigns = Contactos de campañas activas
name-or-number = Nombre o número
nobody-has-this-number = Ningún contacto de una campaña activa tiene este número. Busca al contacto por el comienzo de un nombre o el final de un número.
no-contact-on-running-campaigns = No se encontró ningún contacto en las campañas activas. Prueba con el comienzo de un nombre o apellido, o con el final de un número.
# De un botón que dice Mover aquí. $contact: Maya Lin.
move-here-to-contact = Mover aquí: { $contact }, { $campaign }

## Por qué no se mueve.

text-was-moved-already = Este mensaje ya se movió. Quizás otro administrador lo movió.
stop-word-is-not-moved = Este mensaje dice stop, así que no se mueve. Da de baja al contacto en la página de bajas.
opted-out-gets-no-text = Este contacto está de baja, así que el mensaje no se mueve allí.
contacts-campaign-does-not-run = La campaña de este contacto ya no está activa, así que el mensaje no se mueve allí.
