## Control de asignación: sus listas comunes.

what-assignment-control-does = Quién puede pedir mensajes, y qué recibe. Los voluntarios ven las listas comunes en este orden, si hay algo en ellas.
assignment-control-is-saved = Se guardó Control de asignación.
pools = Listas comunes
# $link lleva a los equipos: Crea un equipo.
each-team-has-a-pool = Cada equipo tiene su propia lista común. { $link } y aparecerá aquí.
create-a-team = Crea un equipo
# La lista común de todos.
general = General
who-draws-from-general = Para todos los voluntarios, de todas las campañas que no están restringidas a equipos. Va al final.
counted-members = { $count ->
    [one] { $count } miembro
   *[other] { $count } miembros
 }
enabled = Activada
# El tipo de mensajes que tiene una lista común: respuestas o mensajes iniciales.
pool-type = Tipo
kind-replies = Respuestas
kind-initial-messages = Mensajes iniciales
most-per-request = Máximo por solicitud

## Quién puede pedir.

requests = Solicitudes
requests-enabled = Solicitudes activadas
what-disabled-requests-mean = Si están desactivadas, los voluntarios ven el mensaje de abajo en lugar del formulario de solicitud.
message-while-disabled = Mensaje mientras las solicitudes están desactivadas
approval-level-of-new-members = Nivel de aprobación de los miembros nuevos
# $link lleva a las personas: Personas.
set-level-of-members = Configura el nivel de los miembros actuales en { $link }.

## Límites.

limits = Límites
finish-replies-first = Primero terminar las respuestas
what-finishing-first-means = Los voluntarios que tienen respuestas por contestar no pueden pedir más hasta que las hayan contestado.
most-open-replies = Máximo de respuestas sin contestar
what-most-open-replies-means = Cuántas respuestas sin contestar puede tener un voluntario.
most-texts-in-a-day = Máximo de mensajes por voluntario en 24 horas
what-most-texts-means = Cuántas conversaciones puede recibir un voluntario con el formulario de solicitud, con las escaladas que toma.
no-limit = Sin límite

## Por qué no es válido un campo.

# $most y $length son números.
message-is-too-long = Como máximo { $most } caracteres; este tiene { $length }.
message-is-missing = Escribe un mensaje. Los voluntarios lo ven en lugar del formulario de solicitud.
choose-a-level = Elige uno de estos niveles.
choose-a-type = Elige un tipo.
