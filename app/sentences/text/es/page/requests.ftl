## El resultado de una solicitud.

replies-assigned = { $count ->
    [one] { $count } respuesta asignada
   *[other] { $count } respuestas asignadas
 }
initial-messages-assigned = { $count ->
    [one] { $count } mensaje inicial asignado
   *[other] { $count } mensajes iniciales asignados
 }
assigned-all-there-is = { NUMBER($assigned) } de { NUMBER($wanted) }: no había más
assigned-most-replies = { NUMBER($assigned) } de { NUMBER($wanted) }: es el máximo de respuestas que un voluntario puede tener a la vez
assigned-most-in-a-day = { NUMBER($assigned) } de { NUMBER($wanted) }: es el máximo de mensajes que un voluntario puede recibir en 24 horas
no-replies-left = No quedaban respuestas por asignar. Inténtalo de nuevo en un momento.
no-initial-messages-left = No quedaban mensajes iniciales por asignar. Inténtalo de nuevo en un momento.
# $what: 2 respuestas.
asked-for = Pediste { $what }. Un administrador tiene que aprobarlo.
denied-by = { $name } rechazó tu solicitud.
denied-because = { $name } rechazó tu solicitud: { $reason }
# Va como $name donde ya no se sabe quién la rechazó.
somebody = Alguien
# Lo que se pide: 2 respuestas de General.
from-pool = { $what } de { $pool }

## Por qué no se puede pedir nada: un título y qué hacer.

requests-disabled-title = Las solicitudes están desactivadas
ask-when-enabled = Pregunta a un administrador cuándo se activarán.
cannot-request-title = No puedes pedir mensajes
ask-if-you-should = Habla con un administrador si crees que deberías poder.
answer-first-title = Primero contesta tus respuestas
# $replies: 3 respuestas.
answer-first = Tienes { $replies }. Cuando hayas contestado, podrás pedir más.
too-many-title = Tienes el máximo de respuestas a la vez
# $replies: 3 respuestas.
answer-some = Un voluntario puede tener { $replies } a la vez. Contesta algunas y podrás pedir más.
limit-reached-title = Llegaste a tu límite
# $again es un lapso de tiempo: 2 h 10 min.
day-is-full = Un voluntario puede recibir { $most ->
    [one] { $most } mensaje
   *[other] { $most } mensajes
 } en 24 horas, y ya recibiste esa cantidad. Podrás pedir más en { $again }.
a-minute = un minuto
no-texts-title = No hay mensajes disponibles en este momento
updates-by-itself = Esta página se actualizará sola cuando haya mensajes que pedir.
