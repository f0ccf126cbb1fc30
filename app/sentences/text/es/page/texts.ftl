## Títulos de las páginas de un voluntario, y enlaces a ellas.

my-texts = Mis mensajes
past-conversations = Conversaciones anteriores
closed-conversations = Conversaciones cerradas
# $campaign es el título de una campaña.
replies-to-answer-on = Respuestas por contestar de { $campaign }
past-conversations-on = Conversaciones anteriores de { $campaign }
past-conversations-on-all = Conversaciones anteriores de todas las campañas
closed-conversations-on = Conversaciones cerradas de { $campaign }
closed-conversations-on-all = Conversaciones cerradas de todas las campañas

## Listas de conversaciones.

# Va antes de cuántas no, y por qué: 2 en campañas en pausa.
can-be-answered-now = { $count ->
    [one] { $count } se puede contestar ahora
   *[other] { $count } se pueden contestar ahora
 }
no-name = Sin nombre
opted-out-mark = Está de baja
campaign-archived-mark = Campaña archivada
next-page = Página siguiente
no-past-conversations = No hay conversaciones anteriores
past-conversations-appear-here = Aquí aparece lo que has enviado y contestado.
no-closed-conversations = No hay conversaciones cerradas
closed-conversations-appear-here = Aquí aparecen las conversaciones que has cerrado y aquellas cuyo contacto está de baja.

## La página que pregunta si se liberan las respuestas por hoy.

nothing-to-release = Nada que liberar
no-releasable-replies = No tienes respuestas que puedan volver a la lista común.

## Lo que dice de las respuestas que se liberan, antes y después.

others-can-request = Otros voluntarios pueden pedirlas, primero la espera más larga. Tus borradores se guardan para ellos.
no-one-can-request-them = Nadie puede pedirlas por ahora; un administrador puede cambiarlo.
no-one-can-request-some = Pero nadie puede pedir { NUMBER($count) } de ellas por ahora; un administrador puede cambiarlo.
not-before-texting-hours-begin = { $count ->
    [one] { $count } de ellas está fuera del horario de mensajes del contacto: nadie puede pedirla antes de que empiece.
   *[other] { $count } de ellas están fuera del horario de mensajes del contacto: nadie puede pedirlas antes de que empiece.
 }
# $what: 2 en campañas en pausa; 1 que se escaló a un equipo.
stays-with-you = Se queda contigo: { $what }.
went-back = { $count ->
    [0] No tenías respuestas que pudieran volver a la lista común.
    [one] { $count } respuesta volvió a la lista común.
   *[other] { $count } respuestas volvieron a la lista común.
 }
came-back = Tienes de nuevo { $back ->
    [one] { $back } respuesta
   *[other] { $back } respuestas
 }{ $kept ->
    [0] .
    [one] ; { $kept } ya la tomó, contestó o escaló otra persona.
   *[other] ; { $kept } ya las tomaron, contestaron o escalaron otras personas.
 }

## Lo que se acaba de hacer.

initial-message-was-sent = Se envió tu mensaje inicial.
reply-was-sent = Se envió tu respuesta.
tags-were-saved = Se guardaron las etiquetas.
conversation-is-open-again = Esta conversación está abierta de nuevo.
# Sigue al nombre del contacto, que está en negrita.
name-has-opted-out = está de baja. Nadie de tu organización puede enviarle mensajes.
# De la despedida a quien se acaba de dar de baja. $fields: {firstName}, {site}.
last-text-had-unfilled-fields = El último mensaje no se envió: todavía contenía { $fields }.
last-text-was-too-long = El último mensaje no se envió: era más largo de lo que se permite.
