## Modo de asignación automática de una campaña: sus dos interruptores.

auto-assign = Asignación automática
auto-release = Liberación automática
auto-assign-is-on = Activada: los voluntarios pueden pedir las conversaciones de esta campaña.
auto-assign-is-off = Desactivada: los voluntarios no pueden pedir las conversaciones de esta campaña.
# $interval: 30 minutos.
auto-release-is-on = Activada: las respuestas que no se atienden en { $interval } se liberan automáticamente.
auto-release-is-off = Desactivada: las respuestas se quedan con su voluntario hasta que alguien las libere.
what-auto-assign-does = Los voluntarios pueden pedir las conversaciones de esta campaña.
what-auto-release-does = Mientras esté activada, las respuestas que un voluntario no atiende a tiempo se liberan automáticamente.
auto-release-needs-auto-assign = La liberación automática no hace nada mientras la asignación automática está desactivada, porque los voluntarios no podrían pedir las respuestas. Activa también la asignación automática.
# Encabeza los motivos, cada uno con un enlace a donde se arregla.
no-one-can-request-its-replies = Los voluntarios no pueden pedir ahora las respuestas de esta campaña

## Su ventana.

working = Un momento…
settings-are-saved = Guardado.
load-their-settings = Cargar su configuración
save = Guardar

## Qué está haciendo la liberación automática.

auto-release-on-mark = Autoliberación
auto-release-paused-mark = Liberación automática en pausa
auto-release-failed-mark = Falló la liberación automática
nothing-to-release-yet = Aún no hay nada que liberar.
# Le sigue un momento.
next-release-at = Próx.:
campaign-has-not-started = La campaña no se ha lanzado.
campaign-is-archived = La campaña está archivada.
campaign-is-paused = La campaña está en pausa.
nothing-is-assigned = La asignación automática está desactivada.
# Le sigue un momento.
outside-texting-hours-until = Fuera del horario de mensajes hasta
# Le sigue un momento.
next-try-at = Próximo intento:
# Le sigue un momento.
last-auto-release = Últ.: { $count ->
    [one] { $count } respuesta
   *[other] { $count } respuestas
 },
