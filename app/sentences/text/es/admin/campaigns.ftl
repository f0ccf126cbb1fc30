## La tabla de campañas, y las cifras de cada una.

people-are-waiting-for-an-answer = { $count ->
    [0] Nadie espera una respuesta.
    [one] { $count } persona espera una respuesta.
   *[other] { $count } personas esperan una respuesta.
 }
# Le sigue un lapso de tiempo: 2 h 10 min.
longest-wait-is = La espera más larga:
campaigns-and-who-waits = Campañas y cuántas personas esperan
campaign = Campaña
contacts = Contactos
# Contactos a quienes aún hay que enviar el mensaje inicial.
unsent = Sin enviar
# Respuestas que tiene un voluntario y que no ha contestado.
unhandled = Sin atender
# Respuestas que no tiene nadie.
in-the-pool = Lista común
oldest-wait = Espera más larga
actions = Acciones
no-one-waiting = Nadie espera
# De una campaña archivada.
nothing-is-released = No se libera nada
auto-assign-off-mark = Asignación automática desactivada
teams-only = Solo equipos
# La casilla de una fila.
choose-campaign = Elegir { $campaign }

## El estado de una campaña.

campaign-draft = Borrador
campaign-started = Activa
campaign-paused = En pausa
campaign-archived = Archivada
