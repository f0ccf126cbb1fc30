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
# $why: Tienes 3 respuestas. Cuando hayas contestado, podrás pedir más.
texter-reads-now = { $texter } ve ahora: { $why }
# $most es un número.
denial-is-too-long = Un motivo tiene como máximo { $most } caracteres.
