## La cabecera de una conversación.

next-initial-message = Siguiente mensaje inicial
next-reply = Siguiente respuesta
# Va antes del tiempo que espera el contacto: 5 min.
waiting-for = esperando
# Del botón y la hoja con los datos del contacto, las etiquetas o ambos.
about-and-tags = Datos y etiquetas
about-contact = Datos
tags = Etiquetas
what-is-it-about = ¿De qué trata esta conversación?
save-tags = Guardar etiquetas
goes-to-the-team = Pasa al equipo que se encarga

## Sus mensajes.

messages = Mensajes
no-messages-yet = Aún no hay mensajes
initial-message-not-sent = El mensaje inicial todavía no se ha enviado.
# Quién envió un mensaje que no envió ninguna persona.
sent-automatically = Automático
not-delivered = No entregado
# Lo que quizá quiere decir un mensaje que alguien debería mirar.
may-want-to-opt-out = Quizá no quiere más mensajes
# En una lista. $excerpt: Por favor, sáquenme de su lista
may-want-to-opt-out-and-said = ⚠ Quizá no quiere más mensajes: { $excerpt }
contact-lifted-their-opt-out = Con esto anuló su baja. Se le puede volver a escribir.
# Un momento: las 10:13 de la tarde, UTC.
moment-before-noon = { $weekday }, { $day } de { $month }, { $hour }:{ $minute } a.m. UTC
moment-after-noon = { $weekday }, { $day } de { $month }, { $hour }:{ $minute } p.m. UTC
# Abreviados, como los escriben los navegadores, en su orden y separados por un espacio.
weekdays = lun mar mié jue vie sáb dom
months = ene feb mar abr may jun jul ago sept oct nov dic

## Su pie: el cuadro para responder, o por qué no lo hay.

read-only = Puedes leer esta conversación. No es tuya, así que no se puede enviar nada desde aquí.
# $why: por Ada Admin, tras 1 hora sin respuesta.
released-and-taken = Esta conversación fue liberada { $why }. Ahora la tiene otro voluntario, así que no se puede enviar nada desde aquí.
released-and-taken-while-away = Esta conversación fue liberada mientras no estabas. Ahora la tiene otro voluntario, así que no se puede enviar nada desde aquí.
# Va como { $why } donde se liberó una conversación.
released-by-own-tag = por ti, para el equipo que se encarga de ella
answered-by-reviewer = por { $name }, que respondió en Revisión de mensajes
# $opens: 09:00, hora de Nueva York.
campaign-is-paused-now = Esta campaña está en pausa: no se puede enviar nada hasta que se reanude. Lo que escribas se guarda.
# Después de «Enviar».
campaign-is-paused = Esta campaña está en pausa, así que tu mensaje no se envió. Se guarda como borrador: envíalo cuando la campaña se reanude.
closed-until = Este contacto está fuera del horario de mensajes hasta las { $opens }. Lo que escribas se guarda.
draft-to-copy = Tu borrador, para copiar
