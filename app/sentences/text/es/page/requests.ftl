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
asked-for = Pediste { $what }. Un administrador o supervoluntario tiene que aprobarlo.
denied-by = { $name } rechazó tu solicitud.
denied-because = { $name } rechazó tu solicitud: { $reason }
# Va como $name donde ya no se sabe quién la rechazó.
somebody = Alguien
# Lo que se pide: 2 respuestas de General.
from-pool = { $what } de { $pool }
# La lista común permite ahora menos por solicitud de lo que se pidió.
from-pool-at-most = { $what } de { $pool } (ahora como máximo { NUMBER($most) })

## Una solicitud pendiente: qué espera, o por qué no se puede aprobar. $what: 2 respuestas de General.

waiting-for-approval = { $what }. Alguien tiene que aprobarlo; esta página se actualiza sola.
# $message es lo que la organización dice a sus voluntarios.
pending-while-disabled = { $what }. No se puede aprobar mientras las solicitudes están desactivadas. { $message }
# $message: Habla con un administrador si crees que deberías poder.
pending-not-allowed = { $what }. No se puede aprobar porque ya no puedes pedir mensajes. { $message }
# $replies: 3 respuestas.
pending-answer-first = { $what }. Se podrá aprobar cuando hayas contestado lo que tienes: { $replies }.
# $replies: 3 respuestas.
pending-too-many = { $what }. Se podrá aprobar cuando hayas contestado algunas respuestas: un voluntario puede tener { $replies } a la vez.
# $again es un lapso de tiempo: 2 h 10 min.
pending-day-is-full = { $what }. Ya recibiste tantos mensajes como un voluntario puede recibir en 24 horas. Se podrá aprobar en { $again }.
pending-pool-disabled = { $what }. No se puede aprobar mientras { $pool } está desactivada. Cancela la solicitud para pedir de otra lista común, si la hay.
pending-pool-changed = { $what }. No se puede aprobar porque { $pool } reparte ahora otros mensajes. Cancela la solicitud para pedir lo que hay.
pending-not-in-team = { $what }. No se puede aprobar porque ya no estás en { $team }. Cancela la solicitud para pedir de otra lista común.

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
pool-disabled-title = Esta lista común está desactivada
request-of-disabled-pool = Ahora no se puede pedir nada de { $pool }. Pide de otra lista común, si la hay, o habla con un administrador.
pool-changed-title = Esta lista común cambió
pool-changed = { $pool } reparte ahora otros mensajes, así que no se te asignó nada. Mira lo que ofrece el formulario y pide de nuevo.
no-longer-in-team = Ya no estás en { $team }. Habla con un administrador si deberías estar.
no-texts-title = No hay mensajes disponibles en este momento
updates-by-itself = Esta página se actualizará sola cuando haya mensajes que pedir.
