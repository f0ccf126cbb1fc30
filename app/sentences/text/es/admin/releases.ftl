## Los formularios para liberar.

release-unhandled-replies = Liberar respuestas sin atender
unhandled-replies-go-back = Las respuestas que un voluntario no ha atendido a tiempo vuelven a la lista común, para que las pidan otros voluntarios activos. La espera cuenta desde que el contacto escribió o desde que el voluntario recibió la respuesta, lo que sea más reciente.
unsent-messages-go-back = Los mensajes iniciales que se asignaron y nunca se enviaron vuelven a la lista común, para que los pidan otros voluntarios activos.
# Los botones que liberan: en una campaña, y en todas.
execute-operation = Ejecutar operación
release = Liberar
also-restricted-to-teams = También campañas restringidas a equipos
only-within-texting-hours-now = Solo contactos que están ahora en su horario de mensajes
also-auto-assign-off = También campañas con la asignación automática desactivada
not-until-auto-assign-is-on = Los voluntarios no pueden pedir estas respuestas hasta que se active la asignación automática.
release-anyway = Liberar de todos modos, aunque la asignación automática está desactivada en esta campaña

## Cuánto tiempo debe haber esperado una conversación.

# Va encima de los intervalos que se pueden elegir: 15 min, 30 min, 1 h.
waiting-for-at-least = En espera durante al menos
# La opción de escribir un intervalo propio.
custom = Otro
custom-interval = Otro intervalo
unit = Unidad
# Las unidades que siguen al número de un intervalo propio.
hours = horas
minutes = minutos
choose-or-enter-a-time = Elige o escribe un tiempo, por ejemplo 1 hora.
enter-a-number = Escribe un número, por ejemplo 8.
use-whole-minutes = Usa minutos enteros.
shortest-interval = El intervalo más corto es de 5 minutos.
longest-interval = El intervalo más largo es de 7 días.

## Lo que se liberaría.

preview = Vista previa
counting = Contando…
choose-a-valid-interval = Elige un intervalo válido para ver qué se liberaría.
# $interval: 1 h.
waiting-times = Tiempos de espera, intervalo { $interval }
# Cada uno va antes de una lista de tiempos de espera.
replies-by-waiting-time = respuestas por tiempo sin que su voluntario las conteste:
unsent-messages-by-waiting-time = mensajes sin enviar por tiempo de espera:
not-released-and-why = No se libera, y por qué:
texters-cannot-request-all = Los voluntarios no pueden pedir todo esto
# Enlaces a donde eso se arregla.
turn-auto-assign-on = Activar la asignación automática
assignment-control = Control de asignación
teams = Equipos
change-the-due-date = Cambiar la fecha límite
try-again = Intentar de nuevo

## Una liberación en curso o terminada. $done, $all, $on y $kept son números, cuyo sustantivo se elige con los demás.

releasing = Liberando…
continues-without-window = Continúa aunque cierres esta ventana.
may-close-window = Puedes cerrar esta ventana. La liberación está en el historial de liberaciones.
release-history = Historial de liberaciones
close = Cerrar
releases-in-progress = Liberaciones en curso
# Un enlace, donde hay más de las que se muestran.
more-releases-in-history = Más en el historial de liberaciones
# Quién liberó lo que no liberó ninguna persona.
automatic = Automático
details = Detalles
progress = Progreso
conversations-a-second = { $count ->
    [one] { $count } conversación por segundo
   *[other] { $count } conversaciones por segundo
 }
cancel-release = Cancelar la liberación
cancelling = Cancelando…
undoing = Deshaciendo…
returns-replies = Devuelve las respuestas que nadie ha tomado todavía.
returns-unsent-messages = Devuelve los mensajes sin enviar que nadie ha tomado todavía.
returns-conversations = Devuelve las conversaciones que nadie ha tomado todavía.
# De una acción en bloque de Revisión de mensajes, haga lo que haga.
returns-bulk-changes = Deshace solo lo que nadie ha cambiado desde entonces.
releasing-replies = Liberando: { NUMBER($done) } de { $all ->
    [one] { $all } respuesta
   *[other] { $all } respuestas
 }
releasing-unsent-messages = Liberando: { NUMBER($done) } de { $all ->
    [one] { $all } mensaje sin enviar
   *[other] { $all } mensajes sin enviar
 }
released-replies = { $done ->
    [one] Se liberó { $done } respuesta
   *[other] Se liberaron { $done } respuestas
 } en { $campaigns ->
    [one] { $campaigns } campaña
   *[other] { $campaigns } campañas
 }
released-unsent-messages = { $done ->
    [one] Se liberó { $done } mensaje sin enviar
   *[other] Se liberaron { $done } mensajes sin enviar
 } en { $campaigns ->
    [one] { $campaigns } campaña
   *[other] { $campaigns } campañas
 }
undoing-replies = Deshaciendo: { NUMBER($done) } de { $all ->
    [one] { $all } respuesta devuelta
   *[other] { $all } respuestas devueltas
 }
undoing-unsent-messages = Deshaciendo: { NUMBER($done) } de { $all ->
    [one] { $all } mensaje sin enviar devuelto
   *[other] { $all } mensajes sin enviar devueltos
 }
undone-replies = Se deshizo: { NUMBER($done) } de { $all ->
    [one] { $all } respuesta devuelta
   *[other] { $all } respuestas devueltas
 }
undone-unsent-messages = Se deshizo: { NUMBER($done) } de { $all ->
    [one] { $all } mensaje sin enviar devuelto
   *[other] { $all } mensajes sin enviar devueltos
 }
# A release at a suspension, of replies and unsent messages.
releasing-conversations = Liberando: { NUMBER($done) } de { $all ->
    [one] { $all } conversación
   *[other] { $all } conversaciones
 }
released-conversations = { $done ->
    [one] Se liberó { $done } conversación
   *[other] Se liberaron { $done } conversaciones
 } en { $campaigns ->
    [one] { $campaigns } campaña
   *[other] { $campaigns } campañas
 }
undoing-conversations = Deshaciendo: { NUMBER($done) } de { $all ->
    [one] { $all } conversación devuelta
   *[other] { $all } conversaciones devueltas
 }
undone-conversations = Se deshizo: { NUMBER($done) } de { $all ->
    [one] { $all } conversación devuelta
   *[other] { $all } conversaciones devueltas
 }
# Una acción en bloque de Revisión de mensajes, haga lo que haga.
changing-conversations = Cambiando: { NUMBER($done) } de { $all ->
    [one] { $all } conversación
   *[other] { $all } conversaciones
 }
changed-conversations = { $count ->
    [one] Se cambió { $count } conversación
   *[other] Se cambiaron { $count } conversaciones
 }
# Una segunda ronda: se escribe otra vez a los contactos que no han contestado. En el menú de la campaña, y mientras avanza.
second-pass = Segunda ronda
second-pass-so-far = Segunda ronda: { NUMBER($done) } de { $all ->
    [one] { $all } contacto
   *[other] { $all } contactos
 }
second-pass-took = Segunda ronda: { $count ->
    [one] se escribirá otra vez a { $count } contacto
   *[other] se escribirá otra vez a { $count } contactos
 }
# $what: Se deshizo: 38 de 40 respuestas devueltas.
and-kept-escalated = { $what }; { $kept ->
    [one] { $kept } tiene una etiqueta de escalamiento que los equipos de su voluntario no tienen
   *[other] { $kept } tienen etiquetas de escalamiento que los equipos de sus voluntarios no tienen
 }

# $what: Se deshizo: 38 de 40 respuestas devueltas.
and-kept = { $what }; { $kept ->
    [one] { $kept } ya se había tomado, contestado o eliminado
   *[other] { $kept } ya se habían tomado, contestado o eliminado
 }
# $what: Se liberaron 40 respuestas en 3 campañas.
then-it-was-cancelled = { $what }, y luego se canceló
then-it-failed = { $what }, y luego falló
# $why: No hay conexión con Baton.
earlier-may-not-be-done = Puede que lo que pediste antes no se haya hecho. { $why }
