## Cifras: de una campaña, de un miembro y de la organización.

figures = Cifras
show-figures = Ver cifras
# $title: Voto anticipado.
figures-of = Cifras de { $title }
# Le sigue un momento.
figures-as-of = Actualizado:
# $month: nov. $day: 14.
day-of-month = { $day } de { $month }
# $month: nov. $day: 14. $year: 2023.
day-of-year = { $day } de { $month } de { $year }

## Una campaña.

figures-of-contacts = Contactos
how-many = Número
contacts-of-figures = Contactos
initial-messages-sent = Recibieron un mensaje inicial
contacts-who-replied = Contestaron
replies-handled = Atendidos
replies-waiting = Esperan contestación
replies-unanswered-when-archived = Sin contestar cuando se archivó la campaña
contacts-opted-out = De baja
what-contacts-mean = Atendidos: contestados, cerrados o de baja desde que escribieron por última vez. En un borrador o una campaña archivada nadie espera.
figures-of-texts = Mensajes a los contactos
texts-sent = Enviados
texts-delivered = Entregados
texts-on-the-way = En camino
texts-failed = Fallidos
what-sent-means = Enviados: el servicio de mensajes los ha aceptado, incluidos los entregados. Entregados: ha informado de que llegaron a un teléfono. No todos los teléfonos y operadores lo dicen.
many-texts-were-filtered = { $texts ->
    [one] Los operadores han filtrado { $texts } mensaje de esta campaña como no deseado, más de tres de cada cien. Cambia sus palabras, quita los enlaces acortados y comprueba que el número esté registrado con los operadores.
   *[other] Los operadores han filtrado { $texts } mensajes de esta campaña como no deseados, más de tres de cada cien. Cambia sus palabras, quita los enlaces acortados y comprueba que el número esté registrado con los operadores.
 }
figures-of-failures = Por qué fallaron los mensajes
failure-reason = Motivo
other-reasons = Otros motivos
time-to-answer = Tiempo hasta la contestación
auto-release-of-figures = Liberación automática
auto-release-was-off = Desactivada
auto-release-was-on = Activada
answers-counted = Contestaciones
percentile-90 = Percentil 90
what-times-to-answer-mean = Desde el primer mensaje sin contestar hasta la contestación. De las últimas 10,000 contestaciones en cada caso.

## A lo largo del tiempo.

figures-over-time = A lo largo del tiempo
initial-messages = Mensajes iniciales
first-replies = Primeras respuestas
answers-sent = Contestaciones
all-texts = Mensajes
figures-by-day = Por día, en la zona horaria { $zone }.
# $day: 14 de nov.
figures-by-hour = Por hora, { $day }, en la zona horaria { $zone }.
only-the-last-days = Los días anteriores no se muestran.
# $what: Mensajes iniciales. $first, $last y $when: 14 de nov, o 14:00.
chart-in-words = { $what }, { $first } – { $last }: { NUMBER($total) } en total, { NUMBER($most) } como máximo ({ $when }).
# Tras lo que se dibuja: Mensajes iniciales.
chart-scale = hasta { NUMBER($most) }
chart-of-nothing = { $what }, { $first } – { $last }: ninguno.
# Un solo período.
chart-of-one = { $what }, { $when }: { NUMBER($count) }.
as-a-table = En una tabla
figures-day = Día
figures-hour = Hora
nothing-over-time-yet = Todavía nada
over-time-appears-here = Cuando se hayan enviado mensajes, aparecerán aquí por hora y por día.

## Un miembro.

over-the-last-days = En los últimos { NUMBER($days) } días.
replies-answered = Respuestas contestadas
median-time-to-answer = Mediana hasta la contestación
no-answer-given = Ninguna contestación
replies-held-now = Respuestas asignadas ahora
conversations-lost = Perdidas por liberación
what-lost-means = Perdidas por liberación: conversaciones que una liberación le quitó, también las que se devolvieron al deshacerla. Las que liberó por su cuenta no se cuentan.

## La organización.

active-texters = Voluntarios activos
people-waiting = Personas que esperan
answers-in-last-hour = Contestaciones en la última hora
time-to-answer-all = Tiempo hasta contestar a todos
no-pace = No se sabe
nobody-waits = Nadie espera contestación.
# $answers: en la última hora. $time: 2 h 30 min.
how-long-at-this-pace = { $answers ->
    [one] Una persona recibió contestación en la última hora. A este ritmo se tarda { $time } en contestar a quienes esperan ahora.
   *[other] { $answers } personas recibieron contestación en la última hora. A este ritmo se tarda { $time } en contestar a quienes esperan ahora.
 }
no-one-answered = Nadie recibió contestación en la última hora, así que no hay un cálculo para quienes esperan.
who-is-active = Voluntarios activos
active-means = Activos: enviaron un mensaje en los últimos { NUMBER($minutes) } minutos.
nobody-is-active = No hay nadie activo
active-appear-here = Aquí aparece quien acabe de enviar un mensaje.
# $shown: 50. $active: 120.
most-active-are-shown = Los { NUMBER($shown) } que más enviaron, de { NUMBER($active) }.
sent-in-last-hour = Enviados en la última hora
replies-held = Respuestas asignadas
over-the-last-two-weeks = Las últimas dos semanas
figures-of-campaigns-are-there = Cada campaña tiene sus propias cifras: «Cifras» en su menú, en la página de campañas.
