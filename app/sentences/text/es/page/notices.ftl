## Lo que se liberó de un voluntario. Ninguna termina en punto.

conversations-were-taken = { $count ->
    [one] Perdiste { $count } conversación
   *[other] Perdiste { $count } conversaciones
 }
replies-were-released = { $count ->
    [one] Se liberó { $count } respuesta tuya
   *[other] Se liberaron { $count } respuestas tuyas
 }
replies-on-campaign-were-released = { $count ->
    [one] Se liberó { $count } respuesta tuya de { $campaign }
   *[other] Se liberaron { $count } respuestas tuyas de { $campaign }
 }
unsent-were-released = { $count ->
    [one] Se liberó { $count } mensaje que no habías enviado
   *[other] Se liberaron { $count } mensajes que no habías enviado
 }
unsent-on-campaign-were-released = { $count ->
    [one] Se liberó { $count } mensaje de { $campaign } que no habías enviado
   *[other] Se liberaron { $count } mensajes de { $campaign } que no habías enviado
 }
replies-and-unsent-were-released = Se liberaron { $replies ->
    [one] { $replies } respuesta tuya
   *[other] { $replies } respuestas tuyas
 } y { $unsent ->
    [one] { $unsent } mensaje que no habías enviado
   *[other] { $unsent } mensajes que no habías enviado
 }
# La última línea debajo, que sí termina en punto.
and-earlier-losses = { $count ->
    [one] Y { $count } anterior.
   *[other] Y { $count } anteriores.
 }

## Quién o qué lo liberó, y por qué. $after: 30 minutos.

released-for-the-day = por ti, al terminar el día
released-automatically = automáticamente
released-automatically-unanswered = automáticamente, tras { $after } sin contestar
released-automatically-unsent = automáticamente, tras { $after } sin enviarse
released-by = por { $name }
released-by-unanswered = por { $name }, tras { $after } sin contestar
released-by-unsent = por { $name }, tras { $after } sin enviarse
taken-for-second-pass = por { $name }, para una segunda ronda
taken-in-review = por { $name }, en Revisión de mensajes

## La tarjeta de una campaña.

answer-replies = Contestar respuestas ({ NUMBER($count) })
send-initial-messages = Enviar mensajes iniciales ({ NUMBER($count) })
counted-past = { $count ->
    [one] { $count } anterior
   *[other] { $count } anteriores
 }
counted-closed = { $count ->
    [one] { $count } cerrada
   *[other] { $count } cerradas
 }
# De una campaña.
paused-until-resumed = En pausa: no se puede enviar nada hasta que se reanude.
# $opens: 9:00 a.m., hora de Nueva York.
outside-hours-until = Fuera del horario de mensajes; abre: { $opens }
# $count contactos de $total; $opens: 9:00 a.m., hora de Nueva York.
some-outside-hours-until = { NUMBER($count) } de { NUMBER($total) } fuera del horario de mensajes; abre: { $opens }
# $opens es una hora del día: 9:00 a.m.
time-in-city = { $opens }, hora de { $city }
new-york = Nueva York
los-angeles = Los Ángeles

## Adónde fue una conversación que se acaba de escalar.

escalated-without-a-team = Escalada como { $tags }. Todavía ningún equipo la atiende, así que avisa a un administrador.
escalated-to-a-team = Escalada a { $teams }; ahora la tiene el equipo que la atiende.
