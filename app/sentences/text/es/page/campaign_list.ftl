## Las pestañas de la página de campañas.

# El nombre de las pestañas.
which-campaigns = Qué campañas
current-campaigns = Actuales
draft-campaigns = Borradores
archived-campaigns = Archivadas

## Su búsqueda, su orden y sus filtros.

part-of-the-title = Parte del título
order-of-campaigns = Orden
oldest-wait-first = Primero la espera más larga
newest-first = Primero las más nuevas
most-unhandled-first = Primero las de más sin atender
earliest-due-date-first = Primero la fecha límite más próxima
filters-of-campaigns = Filtros
where-somebody-waits = Alguien espera respuesta
where-the-due-date-has-passed = La fecha límite ya pasó
where-no-pool-hands-out = Ninguna lista común tiene sus respuestas
# De un interruptor: asignación automática, liberación automática.
on-or-off = Activada o no
only-on = Activada
only-off = Desactivada
apply-the-filters = Aplicar
clear-the-filters = Quitar

## Donde no hay nada en la lista.

no-campaign-found = No se encontró ninguna campaña
search-for-other-campaigns = Busca otra cosa o quita los filtros.
no-current-campaigns = No hay ninguna campaña activa
launch-a-draft = Una campaña está aquí desde que se lanza hasta que se archiva.
no-draft-campaigns = No hay borradores
no-archived-campaigns = No hay campañas archivadas
archived-appear-here = Aquí aparecen las campañas archivadas, que se pueden recuperar.

## Sus filas.

# Antes de cuántas personas esperan, donde puede haber más campañas.
on-these-campaigns = En estas campañas:
# $month: nov. $day: 3. $year: 2026.
due-on = Vence el { $day } de { $month } de { $year }
was-due-on = Venció el { $day } de { $month } de { $year }
# $teams: Legal, Español.
only-these-teams = Solo { $teams }
teams-only-without-members = Solo equipos, y ninguno tiene miembros

## El menú de una fila.

edit-campaign = Editar
turn-its-auto-assign-on = Activar la asignación automática
turn-its-auto-assign-off = Desactivar la asignación automática

## Las elegidas.

# También seguido de dos puntos y cuántas son.
chosen-campaigns = Campañas elegidas
choose-campaigns-to-change = Elige campañas con sus casillas para cambiarlas juntas.
choose-all-of-this-page = { $count ->
    [one] Elegir la única de esta página
   *[other] Elegir las { $count } de esta página
 }
choose-none = No elegir ninguna
no-campaign-is-chosen = No se eligió ninguna campaña
no-such-change = Esto no se puede hacer con campañas. Vuelve atrás y elige otra vez.
auto-assign-on-for-chosen = { $count ->
    [0] Activar la asignación automática de ninguna campaña
    [one] Activar la asignación automática de { $count } campaña
   *[other] Activar la asignación automática de { $count } campañas
 }
auto-assign-off-for-chosen = { $count ->
    [0] Desactivar la asignación automática de ninguna campaña
    [one] Desactivar la asignación automática de { $count } campaña
   *[other] Desactivar la asignación automática de { $count } campañas
 }
autoassign-mode-of-chosen = { $count ->
    [0] Modo de asignación automática de ninguna campaña
    [one] Modo de asignación automática de { $count } campaña
   *[other] Modo de asignación automática de { $count } campañas
 }
archive-chosen = { $count ->
    [0] No archivar ninguna campaña
    [one] Archivar { $count } campaña
   *[other] Archivar { $count } campañas
 }
what-is-chosen-is-set-on-each = Lo que elijas se pone en cada una de estas campañas. El interruptor que dejes como está sigue como lo tenga cada una.
leave-as-it-is = Dejar como está
# Lo que tiene una campaña antes de guardar nada. $interval: 30 minutos.
now-both-are-off = Ahora: asignación automática desactivada, liberación automática desactivada.
now-only-auto-assign-is-on = Ahora: asignación automática activada, liberación automática desactivada.
now-only-auto-release-is-on = Ahora: asignación automática desactivada, liberación automática después de { $interval }.
now-both-are-on = Ahora: asignación automática activada, liberación automática después de { $interval }.
auto-release-would-be-off = Con lo que elegiste, la liberación automática quedaría desactivada: no se liberaría ninguna respuesta automáticamente.
auto-assign-would-be-off = Con lo que elegiste, la asignación automática quedaría desactivada: no se liberaría ninguna respuesta automáticamente, y los voluntarios no podrían pedir ninguna.
saved-since-it-was-shown = Alguien la guardó después de que abriste esta página, así que se queda como está. Para cambiarla, elígela otra vez.
is-like-that-already = Ya está así y no cambia.
people-wait-here = { $count ->
    [one] { $count } persona espera respuesta.
   *[other] { $count } personas esperan respuesta.
 }
archive-also-where-people-wait = { $count ->
    [one] Archivar también donde { $count } persona espera respuesta, que no la recibe mientras esté archivada
   *[other] Archivar también donde se espera respuesta: { $count } personas, que no la reciben mientras esté archivada
 }

## Qué fue de ellas.

auto-assign-was-turned-on = { $count ->
    [0] No se activó la asignación automática de ninguna campaña.
    [one] Se activó la asignación automática de { $count } campaña.
   *[other] Se activó la asignación automática de { $count } campañas.
 }
auto-assign-was-turned-off = { $count ->
    [0] No se desactivó la asignación automática de ninguna campaña.
    [one] Se desactivó la asignación automática de { $count } campaña.
   *[other] Se desactivó la asignación automática de { $count } campañas.
 }
autoassign-mode-was-saved = { $count ->
    [0] No se guardó el Modo de asignación automática de ninguna campaña.
    [one] Se guardó el Modo de asignación automática de { $count } campaña.
   *[other] Se guardó el Modo de asignación automática de { $count } campañas.
 }
campaigns-were-archived = { $count ->
    [0] No se archivó ninguna campaña.
    [one] Se archivó { $count } campaña.
   *[other] Se archivaron { $count } campañas.
 }
# $titles: Voto anticipado, Por correo.
left-because-somebody-waits = No se archivaron, porque alguien espera respuesta: { $titles }.
left-because-saved-meanwhile = No se cambiaron, porque otra persona las guardó mientras tanto: { $titles }. Revísalas y elígelas otra vez.
left-because-already = Ya estaban así: { $titles }.
left-for-now = No se pudieron cambiar ahora, inténtalo otra vez: { $titles }.
left-not-found = { $count ->
    [one] { $count } campaña no existe.
   *[other] { $count } campañas no existen.
 }
