## Solicitudes que esperan una decisión.

no-pending-requests = No hay solicitudes pendientes
pending-requests-appear-here = Aquí aparecen las solicitudes de los voluntarios que necesitan aprobación.
more-requests = Más solicitudes
has-and-got = Tiene { $held ->
    [one] { $held } respuesta
   *[other] { $held } respuestas
 } ahora; recibió { $today ->
    [one] { $today } mensaje
   *[other] { $today } mensajes
 } en las últimas 24 horas
asked-just-now = pedido ahora mismo
# $age es un lapso de tiempo: 2 h 10 min.
asked-ago = pedido hace { $age }
own-request-waits = Esta es tu propia solicitud: espera a un administrador.
approve = Aprobar
always-approve = Aprobar siempre
# Abre el campo para el motivo.
begin-to-deny = Rechazar…
deny = Rechazar
reason-shown-to = Motivo, que verá { $texter }

## Lo que se acaba de decidir.

replies-assigned-to = { $count ->
    [one] Se asignó { $count } respuesta a { $texter }.
   *[other] Se asignaron { $count } respuestas a { $texter }.
 }
initial-messages-assigned-to = { $count ->
    [one] Se asignó { $count } mensaje inicial a { $texter }.
   *[other] Se asignaron { $count } mensajes iniciales a { $texter }.
 }
nothing-available-in = No hay nada disponible en { $pool } en este momento: la solicitud sigue pendiente.
request-of-is-denied = La solicitud de { $texter } está rechazada.

## Lo que se rechaza.

can-no-longer-get-texts = { $texter } ya no puede recibir mensajes. Rechaza la solicitud.
not-approved-while-disabled = No se asignó nada: las solicitudes están desactivadas. La solicitud de { $texter } sigue pendiente, y se podrá aprobar cuando un administrador active las solicitudes en Control de asignación.
# $replies: 3 respuestas.
not-approved-answer-first = No se asignó nada: { $texter } tiene { $replies } y primero tiene que contestar. La solicitud sigue pendiente.
# $replies: 25 respuestas.
not-approved-too-many = No se asignó nada: { $texter } tiene el máximo de respuestas que un voluntario puede tener a la vez ({ $replies }). La solicitud sigue pendiente.
# $again es un lapso de tiempo: 2 h 10 min.
not-approved-day-is-full = No se asignó nada: { $texter } recibió el máximo de mensajes que un voluntario puede recibir en 24 horas. La solicitud sigue pendiente, y se podrá aprobar en { $again }.
not-approved-pool-disabled = No se asignó nada: { $pool } está desactivada. La solicitud sigue pendiente: recházala, o pide a un administrador que active { $pool } en Control de asignación.
not-approved-pool-changed = No se asignó nada: { $pool } ya no reparte el tipo de mensajes que pidió { $texter }. La solicitud sigue pendiente: recházala, para que { $texter } pueda pedir de nuevo.
not-approved-not-in-team = No se asignó nada: { $texter } ya no está en { $team }. La solicitud sigue pendiente: recházala, para que { $texter } pueda pedir de otra lista común.
# $most es un número.
denial-is-too-long = Un motivo tiene como máximo { $most } caracteres.
