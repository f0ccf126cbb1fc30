## El historial de liberaciones.

automatic-releases = Liberaciones automáticas
releases-of-the-same-hour = Liberaciones de la misma hora, primero las más recientes. Abre una para ver qué conversaciones se liberaron, y para deshacerla mientras sea posible.
newest-releases = Liberaciones más recientes
export-csv = Exportar CSV
export-released-conversations = Exportar sus conversaciones
nothing-released-yet = Todavía no se ha liberado nada
releases-are-listed-here = Aquí aparece cada liberación: quién, cuándo, con qué configuración y cuántas conversaciones.
no-releases-found = No se encontraron liberaciones
choose-another-filter = Elige otro filtro para ver otras liberaciones.
filter-does-not-exist = Este filtro no existe. Abre el historial de liberaciones y exporta desde allí.
released-no-replies = Se liberaron 0 respuestas en 0 campañas. No había nada que liberar.
released-no-unsent-messages = Se liberaron 0 mensajes sin enviar en 0 campañas. No había nada que liberar.
# Nombra los enlaces que filtran por quién liberó.
who-released = Quién liberó
all-releases = Todas
releases-by-hand = A mano
releases-by-nobody = Automáticas
releases-by-texters = De voluntarios
undos = Deshechas
all-campaigns = Todas las campañas
show-releases = Mostrar

## Una liberación: sus datos.

release-running = En curso
release-finished = Terminada
release-cancelled = Cancelada
release-failed = Fallida
# $who: Automático. $releases es un número mayor que 1.
so-many-releases = { $who } · { $releases } liberaciones
campaigns-of-release = { $count ->
    [one] { $count } campaña
   *[other] { $count } campañas
 }
# Cada uno sigue a un número de conversaciones, que se destaca.
released-so-many = { $count ->
    [one] liberada
   *[other] liberadas
 }
returned-so-many = { $count ->
    [one] devuelta
   *[other] devueltas
 }
release-of-a-newer-version = Una liberación hecha por una versión más nueva de Baton
kept-escalated-so-many = { $count ->
    [one] { $count } tiene una etiqueta de escalamiento que los equipos de su voluntario no tienen
   *[other] { $count } tienen etiquetas de escalamiento que los equipos de sus voluntarios no tienen
 }
kept-so-many = { $count ->
    [one] { $count } ya se había tomado, contestado o eliminado
   *[other] { $count } ya se habían tomado, contestado o eliminado
 }
release-result = Resultado
who-released-it = Liberada por
release-started = Inicio
release-duration = Duración
release-settings = Configuración
release-is-undone = Deshecha
see-what-was-returned = Ver lo que se devolvió
undo-of = Deshace
see-what-was-released = Ver lo que se liberó
not-released-and-why = No se liberó, y por qué
# De las que cumplían las condiciones cuando empezó la liberación.
no-longer-qualified = { $count ->
    [one] { $count } ya no cumplía las condiciones cuando llegó su turno, por ejemplo porque entretanto se contestó o su campaña se puso en pausa
   *[other] { $count } ya no cumplían las condiciones cuando llegó su turno, por ejemplo porque entretanto se contestaron o sus campañas se pusieron en pausa
 }
# En la fila de varias liberaciones automáticas.
open-list-to-undo = Abre la lista para deshacer las que todavía se pueden deshacer.

## Su configuración, que se enumera con comas. $interval: 1 hora.

waiting-for-at-least-interval = En espera durante al menos { $interval }
with-campaigns-of-teams = con campañas restringidas a equipos
without-campaigns-of-teams = sin campañas restringidas a equipos
only-within-texting-hours = solo contactos en su horario de mensajes
also-outside-texting-hours = también fuera del horario de mensajes
although-auto-assign-was-off = aunque la asignación automática estaba desactivada

## Sus tablas de quién perdió cuántas.

released-from = Liberadas de
returned-to = Devueltas a
by-campaign = Por campaña
texter-of-release = Voluntario
conversations-of-release = Conversaciones
contact-of-release = Contacto
# Quién la tiene ahora.
held-now = Ahora con
held-by-no-one = Nadie
contact-was-deleted = Contacto eliminado

## Lo que no se tocó, cuánto y por qué.

left-out-campaign-closed = { NUMBER($count) } en campañas archivadas o en borrador
left-out-campaign-paused = { NUMBER($count) } en campañas en pausa
left-out-opted-out = { NUMBER($count) } de contactos que se dieron de baja
left-out-escalated = { $count ->
    [one] { $count } que se escaló a un equipo
   *[other] { $count } que se escalaron a un equipo
 }
left-out-composing = { $count ->
    [one] { $count } que se está contestando ahora mismo
   *[other] { $count } que se están contestando ahora mismo
 }
left-out-restricted-to-teams = { NUMBER($count) } en campañas restringidas a equipos
left-out-auto-assign-off = { NUMBER($count) } en campañas con la asignación automática desactivada
left-out-outside-hours = { NUMBER($count) } fuera del horario de mensajes del contacto
left-out-newer = { NUMBER($count) } por motivos que solo conoce una versión más nueva de Baton

## Lo que se liberaría.

update-the-preview = Actualizar la vista previa
unsent-on-one-campaign-only = Los mensajes sin enviar se liberan de una campaña a la vez. Elige una campaña.
release-has-to-be-confirmed = La asignación automática está desactivada en esta campaña. Confirma que quieres liberar de todos modos.
counted-unsent-messages = { $count ->
    [one] { $count } mensaje sin enviar
   *[other] { $count } mensajes sin enviar
 }
no-replies = Ninguna respuesta
no-unsent-messages = Ningún mensaje sin enviar
# Sigue a la cantidad, que se destaca: 3 respuestas.
on-campaigns-would-go-back = en { $campaigns ->
    [one] { $campaigns } campaña
   *[other] { $campaigns } campañas
 } { $count ->
    [one] volvería a la lista común.
   *[other] volverían a la lista común.
 }
# Cada uno sigue a una de las dos: Ninguna respuesta, Ningún mensaje sin enviar.
none-can-be-released = se puede liberar: la campaña está archivada o no se ha lanzado.
none-while-paused = se puede liberar mientras la campaña está en pausa.
none-waited-that-long = lleva tanto tiempo sin que su voluntario la atienda. No se liberaría nada.
none-assigned-that-long = lleva tanto tiempo asignado. No se liberaría nada.
# Cuántas han esperado de 5 min a 15 min; la última línea no tiene fin.
waited-between = { $from } a { $until }: { NUMBER($count) }
waited-longer = { $from } o más: { NUMBER($count) }

## Por qué los voluntarios no pueden pedir lo que se libera, y qué lo arregla.

requests-are-disabled-for-all = Las solicitudes están desactivadas en tu organización. Actívalas, para que los voluntarios puedan pedir lo que se libera.
no-pool-has-replies = Ninguna lista común activada tiene respuestas. Activa una, por ejemplo General, para que los voluntarios puedan pedirlas.
no-pool-has-initial-messages = Ninguna lista común activada tiene mensajes iniciales. Asigna el tipo mensajes iniciales a una en Control de asignación, para que los voluntarios puedan pedirlos.
auto-assign-is-off = La asignación automática está desactivada en esta campaña: los voluntarios no pueden pedir lo que se libera hasta que se active.
replies-with-auto-assign-off = { $count ->
    [one] { $count } respuesta está
   *[other] { $count } respuestas están
 } en campañas con la asignación automática desactivada. Activa la asignación automática en esas campañas, o déjalas fuera.
unsent-with-auto-assign-off = { $count ->
    [one] { $count } mensaje sin enviar está
   *[other] { $count } mensajes sin enviar están
 } en campañas con la asignación automática desactivada. Activa la asignación automática en esas campañas, o déjalas fuera.
replies-without-a-pool = { $count ->
    [one] { $count } respuesta está en campañas sin una lista común de donde pedirla: ni General ni ninguno de sus equipos la tiene.
   *[other] { $count } respuestas están en campañas sin una lista común de donde pedirlas: ni General ni ninguno de sus equipos las tiene.
 } Activa General, o la lista común de uno de sus equipos, y asígnale el tipo respuestas en Control de asignación.
unsent-without-a-pool = { $count ->
    [one] { $count } mensaje sin enviar está en campañas sin una lista común de donde pedirlo: ni General ni ninguno de sus equipos lo tiene.
   *[other] { $count } mensajes sin enviar están en campañas sin una lista común de donde pedirlos: ni General ni ninguno de sus equipos los tiene.
 } Activa General, o la lista común de uno de sus equipos, y asígnale el tipo mensajes iniciales en Control de asignación.
replies-no-team-can-request = { $count ->
    [one] { $count } respuesta está restringida a equipos, y ningún equipo puede pedirla
   *[other] { $count } respuestas están restringidas a equipos, y ningún equipo puede pedirlas
 }: el equipo necesita una lista común activada con respuestas y un miembro que pueda pedir. Activa la lista común en Control de asignación, o agrega miembros en Equipos.
unsent-no-team-can-request = { $count ->
    [one] { $count } mensaje sin enviar está restringido a equipos, y ningún equipo puede pedirlo
   *[other] { $count } mensajes sin enviar están restringidos a equipos, y ningún equipo puede pedirlos
 }: el equipo necesita una lista común activada con mensajes iniciales y un miembro que pueda pedir. Activa la lista común en Control de asignación, o agrega miembros en Equipos.
replies-restricted-to-teams = { $count ->
    [one] { $count } respuesta está restringida a equipos. Solo los miembros de esos equipos pueden pedirla.
   *[other] { $count } respuestas están restringidas a equipos. Solo los miembros de esos equipos pueden pedirlas.
 }
unsent-restricted-to-teams = { $count ->
    [one] { $count } mensaje sin enviar está restringido a equipos. Solo los miembros de esos equipos pueden pedirlo.
   *[other] { $count } mensajes sin enviar están restringidos a equipos. Solo los miembros de esos equipos pueden pedirlos.
 }
unsent-past-due-date = { $count ->
    [one] Para { $count } mensaje sin enviar ya pasó la fecha límite de la campaña, después de la cual no se asignan mensajes iniciales. Elige una fecha posterior, o ninguna, para que los voluntarios puedan pedirlo.
   *[other] Para { $count } mensajes sin enviar ya pasó la fecha límite de la campaña, después de la cual no se asignan mensajes iniciales. Elige una fecha posterior, o ninguna, para que los voluntarios puedan pedirlos.
 }
replies-outside-hours = { $count ->
    [one] { $count } respuesta está fuera del horario de mensajes de su contacto. Los voluntarios podrán pedirla cuando empiece el horario.
   *[other] { $count } respuestas están fuera del horario de mensajes de sus contactos. Los voluntarios podrán pedirlas cuando empiece el horario.
 }
unsent-outside-hours = { $count ->
    [one] { $count } mensaje sin enviar está fuera del horario de mensajes de su contacto. Los voluntarios podrán pedirlo cuando empiece el horario.
   *[other] { $count } mensajes sin enviar están fuera del horario de mensajes de sus contactos. Los voluntarios podrán pedirlos cuando empiece el horario.
 }
