## La lista de etiquetas.

search-tags = Buscar etiquetas
no-tag-found = No se encontró ninguna etiqueta
no-tags-yet = Todavía no hay etiquetas
what-tags-do = Las etiquetas normales ordenan las conversaciones. Las conversaciones con una etiqueta de escalamiento solo pasan a los equipos que la tienen.
# $link lleva a los equipos.
what-escalation-does = Las conversaciones escaladas nunca se liberan; solo las reciben los { $link } que tienen la etiqueta.
# Va como $link en «solo las reciben los equipos».
teams-in-a-sentence = equipos
new-tag = Nueva etiqueta
create-tag = Crear etiqueta
# Los tipos de etiquetas.
kind-escalation = Escalamiento
kind-standard = Normal
tag-in-short = { $conversations ->
    [0] Sin uso
    [one] En { $conversations } conversación
   *[other] En { $conversations } conversaciones
 }
escalation-tag-in-short = { $conversations ->
    [0] Sin uso
    [one] En { $conversations } conversación
   *[other] En { $conversations } conversaciones
 } · { $teams ->
    [0] ningún equipo la tiene, así que nadie las recibe
    [one] { $teams } equipo la tiene
   *[other] { $teams } equipos la tienen
 }

## La página de una etiqueta.

type-of-tag = Tipo
escalation-tag = Etiqueta de escalamiento
what-an-escalation-tag-does = Solo los equipos con esta etiqueta reciben sus conversaciones.
its-type-can-be-changed = Ninguna conversación tiene esta etiqueta, así que puedes cambiar su tipo libremente.
as-a-standard-tag = { $count ->
    [one] { $count } conversación
   *[other] { $count } conversaciones
 } con esta etiqueta. Si pasa a ser una etiqueta normal, las conversaciones sin otra etiqueta de escalamiento vuelven a las listas comunes, y los equipos pierden la etiqueta.
as-an-escalation-tag = { $count ->
    [one] { $count } conversación
   *[other] { $count } conversaciones
 } con esta etiqueta. Si pasa a ser una etiqueta de escalamiento, desde entonces solo pasan a los equipos que la tienen. Los voluntarios conservan las que tienen.
delete-this-tag = Eliminar esta etiqueta
no-conversation-has-it = Ninguna conversación tiene esta etiqueta.
delete-tag = Eliminar etiqueta
tag-cannot-be-deleted = { $count ->
    [one] No se puede eliminar: { $count } conversación con esta etiqueta la perdería. Cambia su título, o conviértela en una etiqueta normal.
   *[other] No se puede eliminar: { $count } conversaciones con esta etiqueta la perderían. Cambia su título, o conviértela en una etiqueta normal.
 }

## Lo que se acaba de hacer.

tag-is-created = Se creó la etiqueta.
tag-is-saved = Se guardó la etiqueta.
tag-is-deleted = Se eliminó la etiqueta.
conversations-changed-with-tag = { $count ->
    [one] Cambió { $count } conversación con esta etiqueta: está escalada, o ya no lo está.
   *[other] Cambiaron { $count } conversaciones con esta etiqueta: están escaladas, o ya no lo están.
 }

## Lo que se rechaza.

another-tag-has-this-title = Hay otra etiqueta con este título.
tag-with-this-title-exists = Ya hay una etiqueta con este título.
# $most es un número.
too-many-tags = Una organización puede tener como máximo { $most } etiquetas. Elimina una que no se use.
tag-is-in-use = Esta etiqueta está en uso, así que no se eliminó. Cambia su título, o conviértela en una etiqueta normal.
