## La cabecera de una conversación.

next-initial-message = Siguiente mensaje inicial
next-reply = Siguiente respuesta
previous-conversation = Anterior
# Va antes del tiempo que espera el contacto: 5 min.
waiting-for = esperando
# Del botón y la hoja con los datos del contacto, las etiquetas o ambos.
about-and-tags = Datos y etiquetas
about-contact = Datos
campaign-of-conversation = Campaña
tags = Etiquetas
what-is-it-about = ¿De qué trata esta conversación?
save-tags = Guardar etiquetas
goes-to-the-team = Pasa al equipo que la atiende

## Lo que se puede poner en el cuadro de respuesta.

# De la hoja.
script-and-canned-responses = Guion y plantillas
what-choosing-does = Lo que elijas va al cuadro de respuesta, donde puedes cambiarlo. Lo que hayas escrito se queda ahí, delante.

## Sus mensajes.

messages = Mensajes
no-messages-yet = Aún no hay mensajes
initial-message-not-sent = El mensaje inicial todavía no se ha enviado.
# De una conversación larga, y de la página a la que lleva.
show-earlier-messages = Mostrar mensajes anteriores
earlier-messages = Mensajes anteriores
# Quién envió un mensaje que no envió ninguna persona.
sent-automatically = Automático
# Qué fue de un mensaje.
delivery-queued = En cola
delivery-sent = Enviado
delivery-delivered = Entregado
# $why: No se puede comunicar con el teléfono (30003).
delivery-failed = No entregado: { $why }
# $code: el número que el operador da a un motivo, 30003.
failure-opted-out = El contacto se dio de baja con el operador ({ $code }).
failure-unreachable = No se puede comunicar con el teléfono ({ $code }).
failure-filtered = El operador lo filtró como no deseado ({ $code }).
failure-blocked = El teléfono o el operador del contacto bloquea los mensajes ({ $code }).
failure-no-mobile = El número del contacto no es de un celular ({ $code }).
failure-not-valid = El número del contacto no es válido ({ $code }).
failure-unregistered = El número que envía no está registrado con los operadores ({ $code }).
failure-limit-reached = Se enviaron más mensajes de los que los operadores aceptan por día o a la vez ({ $code }).
failure-account-not-active = La cuenta del servicio de mensajes está suspendida ({ $code }).
failure-country-not-allowed = La cuenta del servicio de mensajes no puede enviar a este país ({ $code }).
failure-sender-not-usable = El servicio de mensajes no puede enviar desde el número o Messaging Service desde el que se iba a enviar ({ $code }).
failure-other = El operador no lo entregó ({ $code }).
failure-without-reason = El operador no dijo por qué.
failure-opted-out-before = El contacto ya estaba de baja antes de que se enviara.
failure-paused = La campaña se pausó antes de que se enviara.
failure-number-gone = El número desde el que se iba a enviar ya no es de la organización.
failure-not-accepted = El operador no lo aceptó o no contestó.
failure-erased = Se borró antes de que se enviara.
failure-not-configured = El servidor no está configurado para el servicio de mensajes del número.
failure-outside-hours = El horario de mensajes del contacto terminó antes de que se enviara.
failure-archived = La campaña se archivó antes de que se enviara.
failure-opt-out-lifted = La baja se anuló antes de que se enviara.
# Lo que quizá quiere decir un mensaje que alguien debería mirar.
may-want-to-opt-out = Quizá no quiere más mensajes
# En una lista. $excerpt: Por favor, sáquenme de su lista
may-want-to-opt-out-and-said = ⚠ Quizá no quiere más mensajes: { $excerpt }
contact-lifted-their-opt-out = Con esto anuló su baja. Se le puede volver a escribir.
# Un momento: las 10:13 de la tarde, UTC.
moment-before-noon = { $weekday }, { $day } de { $month }, { $hour }:{ $minute } a.m. UTC
moment-after-noon = { $weekday }, { $day } de { $month }, { $hour }:{ $minute } p.m. UTC
# Una hora del día.
time-before-noon = { $hour }:{ $minute } a.m.
time-after-noon = { $hour }:{ $minute } p.m.
midnight = medianoche
# Abreviados, como los escriben los navegadores, en su orden y separados por un espacio.
weekdays = lun mar mié jue vie sáb dom
months = ene feb mar abr may jun jul ago sept oct nov dic

## Su cierre a mano, y la vuelta atrás.

conversation-is-closed = Esta conversación está cerrada. Se abrirá de nuevo cuando el contacto escriba. Puedes reabrirla aquí.
# In the place of the reason why not, when that is gone; the way to the reply box follows.
conversation-can-be-answered-now = Ya puedes contestar en esta conversación.
conversation-was-closed = La conversación con { $name } está cerrada.
reopen = Reabrir
send-before-you-close = Todavía no se envió nada en esta conversación, así que no hay nada que cerrar.
read-before-you-close = Hay algo nuevo en esta conversación, así que no se cerró. Léelo primero, y ciérrala después si todavía quieres.

## Su pie: el cuadro para responder, o por qué no lo hay.

read-only = Puedes leer esta conversación. No es tuya, así que no se puede enviar nada desde aquí.
# $why: por Ada Admin, tras 1 hora sin respuesta.
released-and-free = Se liberó esta conversación { $why }. Nadie la ha tomado todavía: si envías un mensaje, vuelve a ser tuya.
released-and-free-without-reason = Se liberó esta conversación. Nadie la ha tomado todavía: si envías un mensaje, vuelve a ser tuya.
released-and-taken = Se liberó esta conversación { $why }. Ahora la tiene { $holder }, así que no se puede enviar nada desde aquí.
released-and-taken-without-reason = Se liberó esta conversación. Ahora la tiene { $holder }, así que no se puede enviar nada desde aquí.
# Nadie la tiene, y quien lee no puede recuperarla.
released-and-not-yours = Se liberó esta conversación { $why }. Ya no es tuya, así que no se puede enviar nada desde aquí.
# Tras una de las que no dejan enviar nada, donde está el cuadro para responder.
text-is-kept-as-draft = Lo que hayas escrito queda guardado como borrador.
# Va como { $why } donde se liberó una conversación.
released-by-own-tag = por ti, para el equipo que la atiende
released-by-escalation = por { $name }, que la escaló
answered-by-reviewer = por { $name }, que contestó en Revisión de mensajes
# $opens: 9:00 a.m., hora de Nueva York.
campaign-is-paused-now = Esta campaña está en pausa: no se puede enviar nada hasta que se reanude.
campaign-is-archived-now = Esta campaña está archivada: no se puede enviar nada.
# Después de «Enviar».
campaign-is-paused = Esta campaña está en pausa. Tu mensaje quedó guardado como borrador: envíalo cuando la campaña se reanude.
closed-until = Este contacto está fuera del horario de mensajes; abre: { $opens }.
# Va detrás de una de estas.
what-you-write-is-kept = Lo que escribas se guarda.
draft-to-copy = Tu borrador, para copiar
