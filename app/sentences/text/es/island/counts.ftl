## Cantidades y lapsos de tiempo.

counted-replies = { $count ->
    [one] { $count } respuesta
   *[other] { $count } respuestas
 }
counted-initial-messages = { $count ->
    [one] { $count } mensaje inicial
   *[other] { $count } mensajes iniciales
 }
# Un lapso de menos de un minuto.
just-now = ahora mismo
interval-minutes = { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
 }
interval-hours = { $hours ->
    [one] { $hours } hora
   *[other] { $hours } horas
 }
