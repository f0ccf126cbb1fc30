## La lista de equipos.

search-teams = Buscar equipos
no-team-found = No se encontró ningún equipo
no-teams-yet = Todavía no hay equipos
what-a-team-is = Un equipo tiene su propia lista común: sus miembros pueden pedir mensajes de sus campañas y reciben conversaciones con sus etiquetas de escalamiento.
# $link lleva a Control de asignación.
what-teams-decide = Quién puede pedir mensajes de qué campañas, y quién recibe qué etiquetas de escalamiento. Elige si la lista común de un equipo tiene respuestas o mensajes iniciales en { $link }.
new-team = Nuevo equipo
create-team = Crear equipo
pool-enabled = Lista común activada
pool-disabled = Lista común desactivada
pool-and-escalation-tags = Lista común y etiquetas de escalamiento
# $priority es un número.
team-in-short = { $members ->
    [0] Sin miembros todavía
    [one] { $members } miembro
   *[other] { $members } miembros
 } · { $campaigns ->
    [one] { $campaigns } campaña
   *[other] { $campaigns } campañas
 } · prioridad { $priority }

## La página de un equipo.

title-and-priority = Título y prioridad
priority = Prioridad
what-priority-means = De 0 a 1,000. Los números más bajos van primero en el formulario de solicitud.
# $link lleva a Control de asignación.
its-pool-is-enabled = Su lista común está activada. Elige qué contiene en { $link }.
# $link lleva a Control de asignación.
its-pool-is-disabled = Su lista común está desactivada, así que los voluntarios no la ven. Elige qué contiene en { $link }.
delete-this-team = Eliminar este equipo

## Sus listas.

members = Miembros
what-members-see = Ven la lista común de este equipo en el formulario de solicitud, antes de General.
team-has-no-members = Este equipo todavía no tiene miembros, así que nadie puede pedir de su lista común.
no-one-with-this-name = No se encontró a nadie con este nombre.
add-a-member = Agregar un miembro
what-campaigns-are-for = Los miembros pueden pedir mensajes de estas campañas.
team-has-no-campaigns = Este equipo todavía no tiene campañas, así que su lista común está vacía.
no-campaign-with-this-title = No se encontró ninguna campaña con este título.
add-a-campaign = Agregar una campaña
escalation-tags = Etiquetas de escalamiento
who-gets-escalated = Una conversación con etiquetas de escalamiento solo pasa a voluntarios cuyos equipos las tienen todas.
team-has-no-escalation-tags = Este equipo todavía no tiene etiquetas de escalamiento.
no-other-escalation-tags = No hay otras etiquetas de escalamiento. Crea etiquetas en la página Etiquetas.
add-an-escalation-tag = Agregar una etiqueta de escalamiento
nothing-of-team-found = Nada de este equipo coincide con tu búsqueda.
add = Agregar
add-name = Agregar { $name }
remove = Quitar
remove-name = Quitar { $name }

## El estado de una campaña en una lista así.

draft-campaign-for-teams = Borrador, solo equipos
started-campaign-for-teams = Activa, solo equipos
unassigned-campaign = Activa, sin asignación automática
unassigned-campaign-for-teams = Activa, sin asignación automática, solo equipos

## Lo que se acaba de hacer.

team-is-created = Se creó el equipo. Agrega miembros y campañas, y después activa su lista común en Control de asignación.
team-is-saved = Se guardó el equipo.
team-is-deleted = Se eliminaron el equipo y su lista común.
added-to-team = Se agregó al equipo.
removed-from-team = Se quitó del equipo.

## La página que pregunta antes de quitar algo de un equipo, o de eliminar el equipo.

remove-this-member = ¿Quitar a este miembro de { $team }?
remove-this-campaign = ¿Quitar esta campaña de { $team }?
remove-this-tag = ¿Quitar esta etiqueta de { $team }?
remove-all-the-same = Quitar de todos modos: nadie puede tomar estas respuestas
removal-has-to-be-confirmed = Confirma que nadie puede tomar estas respuestas, o cancela.
delete-name = ¿Eliminar { $name }?
delete-team-all-the-same = Eliminar de todos modos: nadie puede tomar las respuestas de estas campañas
delete-team = Eliminar equipo
pool-goes-with-team = También se elimina su lista común. Los miembros conservan las conversaciones que tienen, pero pierden la lista común y las etiquetas de escalamiento de este equipo.
texts-in-its-pool = { $count ->
    [0] Su lista común está vacía en este momento.
    [one] Hay { $count } mensaje en su lista común ahora. Todavía se puede pedir desde otras listas comunes con las mismas campañas.
   *[other] Hay { $count } mensajes en su lista común ahora. Todavía se pueden pedir desde otras listas comunes con las mismas campañas.
 }
campaigns-left-to-nobody = { $count ->
    [one] { $count } campaña está restringida a equipos, y ningún otro de sus equipos tiene miembros. Nadie puede pedir sus mensajes hasta que uno los tenga o se quite la restricción.
   *[other] { $count } campañas están restringidas a equipos, y ningún otro de sus equipos tiene miembros. Nadie puede pedir sus mensajes hasta que uno los tenga o se quite la restricción.
 }
requests-will-be-denied = { $count ->
    [one] { $count } solicitud espera aprobación y será rechazada, con esto como motivo.
   *[other] { $count } solicitudes esperan aprobación y serán rechazadas, con esto como motivo.
 }
# El motivo que leen los voluntarios cuyas solicitudes se rechazaron por eso.
team-was-deleted = El equipo { $team } fue eliminado, y su lista común con él.

## Lo que se rechaza.

choose-one-part = Elige un miembro, una campaña o una etiqueta.
another-team-has-this-title = Hay otro equipo con este título.
team-with-this-title-exists = Ya hay un equipo con este título.
# $most es un número.
too-many-teams = Una organización puede tener como máximo { $most } equipos. Elimina uno que ya no necesites.
team-would-leave-campaigns-to-nobody = Nadie podría pedir las respuestas de las campañas que solo tiene este equipo. Confírmalo, o agrega antes otro equipo a esas campañas.
