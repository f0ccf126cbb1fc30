## Lo que tiene un voluntario.

answer-next = Contestar la siguiente ({ NUMBER($count) })
my-campaigns = Mis campañas
back-to-first-campaigns = Volver a las primeras campañas
sorted-by-longest-wait = Primero la espera más larga.
more-campaigns = Más campañas
replies-to-answer = { $count ->
    [0] Respuestas por contestar
    [one] { $count } respuesta por contestar
   *[other] { $count } respuestas por contestar
 }
near-their-release = { $count ->
    [one] { $count } de estas se liberará en menos de 10 minutos, a menos que la contestes.
   *[other] { $count } de estas se liberarán en menos de 10 minutos, a menos que las contestes.
 }
nothing-to-answer = Nada por contestar
where-replies-appear = Aquí aparecen las respuestas que puedes contestar ahora.
back-to-first-replies = Volver a las primeras respuestas
more-replies = Más respuestas
# Va antes del tiempo que espera el contacto: 5 min.
waiting = esperando

## Lo que se liberó de un voluntario.

released-from-you = Lo que se liberó de ti
# $what: Se liberaron 3 respuestas tuyas. $at: 14:05. $why: automáticamente, tras 30 minutos sin contestar.
loss-line = { $what } ({ $at }), { $why }.

## El formulario para pedir mensajes.

you-asked-for-more-texts = Pediste más mensajes
people-are-waiting = Hay gente esperando
initial-messages-to-send = Mensajes iniciales por enviar
cancel-request = Cancelar la solicitud
request-is-cancelled = Tu solicitud está cancelada.
from-which-pool = ¿De qué lista común?
# $what: 31 respuestas.
pool-has = { $pool }: { $what }
pool-has-more-than = { $pool }: más de { $what }
longest-wait = la espera más larga: { $wait }
how-many = ¿Cuántos?
request-more-texts = Pedir más mensajes
requesting = Pidiendo…
at-most-at-a-time = Como máximo { $most } a la vez.
longest-wait-first = Primero quien más espera.
earliest-due-date-first = Primero la fecha límite más próxima.
someone-approves-first = Alguien tiene que aprobarlo antes.

## El final del día.

done-for-the-day = ¿Terminaste por hoy?
others-can-answer = Así otros voluntarios pueden contestar tus respuestas.
release-my-replies = Liberar mis respuestas
cancel = Cancelar
# Sigue al número de respuestas, que se destaca: 3 respuestas.
would-go-back = { $count ->
    [one] volvería a la lista común.
   *[other] volverían a la lista común.
 }
undo = Deshacer
