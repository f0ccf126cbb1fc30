## La lista de campañas.

campaigns = Campañas
no-campaigns-yet = Aún no hay campañas
campaigns-appear-here = Crea una con «Nueva campaña».
new-campaign = Nueva campaña

## La página de una campaña: sus cifras.

state = Estado
who-can-request = Voluntarios
everyone-can-request = Todos
nobody-can-request-yet = Nadie todavía

## Lo que se acaba de hacer.

autoassign-mode-is-saved = Se guardó el Modo de asignación automática.
script-and-due-date-are-saved = Se guardaron el guion y la fecha límite.
teams-are-saved = Se guardaron los equipos.
campaign-is-launched = Se lanzó la campaña. Ya se pueden enviar mensajes iniciales.
# También se lanzó.
campaign-is-launched-past-its-due-date = Se lanzó la campaña. Su fecha límite ya pasó, así que no se asignan mensajes iniciales a los voluntarios hasta que se cambie.
campaign-is-created = Se creó la campaña, como borrador.
title-and-hours-are-saved = Se guardaron el título y el horario.
campaign-was-archived = La campaña está archivada. No se envía, se asigna ni se libera nada en ella.
campaign-was-unarchived = La campaña ya no está archivada y sigue como antes.
# Otra persona la desarchivó antes, o se pulsó dos veces.
campaign-was-not-archived = La campaña no estaba archivada, así que no se cambió nada.
campaign-was-paused = La campaña está en pausa. No se envía, se asigna ni se libera nada en ella hasta que se reanude.
campaign-was-resumed = La campaña se reanudó. Los mensajes que esperaban salen dentro del horario de mensajes.
# Otra persona la reanudó antes, o se pulsó dos veces.
campaign-was-not-paused = La campaña no estaba en pausa, así que no se cambió nada.
campaign-is-copied = Esta es la copia, un borrador. Aún no tiene contactos.

## Sus liberaciones.

release-card = Liberación
what-a-release-does = Las conversaciones que los voluntarios no han atendido vuelven a la lista común, para que puedan pedirlas otros voluntarios activos. Primero ves una vista previa.

## Su lanzamiento.

launch = Lanzar
nothing-sent-until-launch = No se puede enviar ningún mensaje hasta que se lance la campaña.
# Está lo que hace falta para lanzarla; sigue a su nombre.
is-there = Ya está.
script = Guion
phone-number = Número de teléfono
texting-hours = Horario de mensajes
no-contacts-yet = Aún no hay contactos.
no-script-yet = Aún no hay guion.
no-number-yet = Tu organización aún no tiene ninguno.
write-the-script = Escribir el guion
auto-assign-is-off-note = La asignación automática está desactivada
# Sigue al aviso de que la asignación automática está desactivada.
launched-without-auto-assign = Puedes lanzarla así, pero los voluntarios no podrán pedir sus mensajes.
pool-of-initial-messages = Una lista común de mensajes iniciales
pool-of-replies = Una lista común de respuestas
# Sigue a «Una lista común de respuestas» o «Una lista común de mensajes iniciales».
no-pool-hands-it-out = Ninguna lista común activada reparte a nadie lo de esta campaña, o las solicitudes están desactivadas. Activa las solicitudes y una lista común, o agrega la campaña a un equipo que tenga una lista común activada y miembros que puedan pedir mensajes.
# Sigue a «Fecha límite».
has-passed-already = Ya pasó, así que no se asignarán mensajes iniciales a los voluntarios.
turn-auto-assign-on = Activar la asignación automática con el lanzamiento, para que los voluntarios puedan pedir sus mensajes
fields-of-the-script = Campos del guion
# Sigue a «Campos del guion».
fields-are-checked-later = Se comprobarán cuando haya contactos.
# $fields: {nickname}, {zip}.
no-contact-has = Ningún contacto tiene { $fields }.
correct-the-script = Corregir el guion
blank-fields = Campos vacíos
# $field: {firstName}. $names: Ada, Grace, Alan.
field-is-blank-for = { $count ->
    [one] { $field } está vacío en un contacto: { $names }.
   *[other] { $field } está vacío en { $count } contactos, por ejemplo { $names }.
 }
# $field: como arriba. No se encontró enseguida a nadie en quien esté vacío.
field-is-blank-for-some = { $count ->
    [one] { $field } está vacío en un contacto.
   *[other] { $field } está vacío en { $count } contactos.
 }
# $example: {firstName|neighbor}.
what-blank-fields-mean = Un mensaje así solo se puede enviar cuando su voluntario haya escrito algo en ese lugar. O pon en el guion un texto por defecto: { $example }.
something-is-missing = Todavía falta algo.
is-already-launched = Esta campaña ya se lanzó.
saved-meanwhile-is-not-launched = No se lanzó: otra persona cambió esta campaña mientras la tenías abierta. Se lanzaría lo que está aquí ahora: revísalo y luego lánzala.
archived-cannot-be-launched = Esta campaña está archivada. Primero desarchívala.
# $missing: contactos y un guion.
cannot-be-launched-yet = Esta campaña aún no se puede lanzar. Todavía necesita { $missing }.
needs-contacts = contactos
needs-a-script = un guion
needs-a-number = un número de teléfono
# $fields: {nickname}, {zip}.
needs-fields = contactos que tengan { $fields }
one-and-other = { $one } y { $other }
# $from: 9:00 a.m. $until: 9:00 p.m. $zone: America/New_York.
hours-in-zone = { $from } a { $until }, { $zone }

## Su guion y su fecha límite.

script-and-due-date = Guion y fecha límite
script-of-initial-message = Guion del mensaje inicial
# $fields: {nickname}, {zip}.
contacts-have-no-field = Ningún contacto tiene { $fields }. Los mensajes con ese campo no se pueden enviar.
# $example: {firstName|neighbor}.
a-default-for-what-is-blank = { $example } es el nombre, o «neighbor» donde esté vacío.
# Le sigue una lista de campos.
filled-in-for-each-contact = Se completan para cada contacto:
due-date = Fecha límite
what-due-date-means = El último día en que se asignan mensajes iniciales. Las respuestas se siguen asignando después. Déjala vacía si no hay fecha límite.
due-date-has-passed = La fecha límite ya pasó, así que ya no se asignan mensajes iniciales.
save-script-and-due-date = Guardar guion y fecha límite
# $most y $length son números.
script-is-too-long = Un guion puede tener como máximo { $most } caracteres; este tiene { $length }.
due-date-is-no-date = Escribe una fecha como 2026-11-03, o déjala vacía.
launched-needs-a-script = Esta campaña ya se lanzó, así que necesita un guion.

## Sus plantillas.

canned-responses = Plantillas
what-canned-responses-do = Textos que los voluntarios pueden poner en su cuadro de respuesta y cambiar antes de enviarlos. Los campos del guion también se completan aquí.
# $number: 2.
canned-response-number = Plantilla { $number }
new-canned-response = Plantilla nueva
canned-response-title = Título
canned-response-text = Texto
canned-response-position = Mover a la posición
remove-canned-response = Quitarla al guardar
save-canned-responses = Guardar plantillas
canned-responses-are-saved = Las plantillas se guardaron.
response-needs-a-title = Ponle un título, por el que los voluntarios la encuentren.
# $most y $length son números.
response-title-is-too-long = Un título puede tener como máximo { $most } caracteres; este tiene { $length }.
response-needs-a-text = Escribe su texto, o borra su título.
# $most y $length son números.
response-is-too-long = Una plantilla puede tener como máximo { $most } caracteres; esta tiene { $length }.
# $most: 50.
too-many-responses = Una campaña puede tener como máximo { $most } plantillas.
response-is-there-twice = Una plantilla está dos veces en esta página. Vuelve a cargarla.
fields-of-the-responses = Campos de las plantillas
correct-the-responses = Corregir las plantillas

## Guardar una sección.

section-is-saved = Guardado.
section-is-being-saved = Guardando…
section-cannot-be-saved-now = No se guardó: no hay conexión con el servidor. Lo que escribiste sigue aquí, y se vuelve a intentar.
# $why: una frase.
section-is-not-saved = No se guardó. { $why }
launched-saves-by-its-button = Esta campaña ya se lanzó. Lo que cambies aquí se guarda cuando pulsas su botón, y vale enseguida para quienes están escribiendo ahora.
archived-saves-by-its-button = Esta campaña está archivada. Lo que cambies aquí se guarda cuando pulsas su botón.
unsaved-is-not-launched = No se lanzó: algo de esta página aún no está guardado. Se lanzaría lo último que se guardó.
# $name: Ada Admin. $when: mar, 14 de nov, 10:13 p.m.
saved-meanwhile-by = { $name } guardó esta sección por última vez el { $when }, mientras la tenías abierta. Tu versión, arriba, no está guardada. La suya es:
somebody-saved-meanwhile = Otra persona guardó esta sección mientras la tenías abierta. Tu versión, arriba, no está guardada. La suya es:
save-mine-over-it = Guardar lo mío en su lugar
take-theirs = Tomar lo suyo

## Cuánto espera la gente una respuesta.

how-long-people-wait = Cuánto espera la gente una respuesta
nothing-answered-yet = Aún no se ha contestado nada
waits-appear-here = Cuando los voluntarios hayan contestado respuestas de esta campaña, aquí se verá cuánto esperó la gente.
without-auto-release = Sin liberación automática
with-auto-release = Con liberación automática
no-answers-while-off = No se contestó nada mientras estaba desactivada.
no-answers-while-on = No se contestó nada mientras estaba activada.
median = Mediana
percentile-95 = Percentil 95
under-a-minute = menos de 1 min
of-last-answers = { $answers ->
    [one] De la única contestación hasta ahora.
   *[other] De las últimas { $answers } contestaciones.
 }
# $with y $without: un minuto; 2 h 10 min.
half-had-an-answer = La mitad de quienes escribieron recibió contestación en { $with } o menos con la liberación automática activada, y en { $without } o menos sin ella.

## Su título, horario y zona horaria.

title-and-texting-hours = Título y horario
a-draft-comes-first = Empieza como borrador: no se envía nada antes de que la lances. Después siguen los contactos, el guion y los equipos.
campaign-title = Título
campaign-description = Descripción
who-sees-the-description = Los voluntarios la ven debajo del título, en su página de inicio. Puede quedar vacía.
texting-begins = Los mensajes empiezan
texting-ends = Los mensajes terminan
what-texting-hours-mean = Hora local de cada contacto, como 09:00.
time-zone = Zona horaria
whose-zone-it-is = Para los contactos cuya zona no se conoce. Escribe una zona horaria como America/New_York.
time-zone-is-missing = Escribe una zona horaria como America/New_York.
save-title-and-hours = Guardar título y horario
create-campaign = Crear campaña

## Su archivo.

archive = Archivar
unarchive = Desarchivar
campaign-is-archived = Esta campaña está archivada
what-archiving-does = En una campaña archivada no se envía, se asigna ni se libera nada; los mensajes que están por salir esperan. Las conversaciones se quedan con los voluntarios que las tienen. Puedes desarchivarla.
what-unarchiving-does = No se envía, se asigna ni se libera nada en ella. Si la desarchivas, sigue como antes y los mensajes que esperan salen dentro del horario de mensajes; los tiempos de espera incluyen el tiempo en el archivo.
# $count: people who wrote and have no answer yet.
people-wait-on-it = { $count ->
    [one] Una persona espera una respuesta en esta campaña y no recibiría ninguna
   *[other] { $count } personas esperan una respuesta en esta campaña y no recibirían ninguna
 } mientras esté archivada. Confírmalo o haz que antes se les conteste.
archive-all-the-same = Archivarla de todos modos: estas personas no reciben respuesta

## Su pausa.

pause = Poner en pausa
resume = Reanudar
this-campaign-is-paused = Esta campaña está en pausa
what-pausing-does = En una campaña en pausa no se envía, se asigna ni se libera nada; los mensajes que están por salir esperan. Las conversaciones se quedan con los voluntarios que las tienen, y se siguen recibiendo respuestas. Puedes reanudarla.
what-resuming-does = No se envía, se asigna ni se libera nada en ella. Al reanudarla sigue como antes, y los mensajes que esperan salen dentro del horario de mensajes. Los tiempos de espera incluyen la pausa.
# $count: personas que escribieron y aún no tienen respuesta.
people-wait-while-paused = { $count ->
    [one] Una persona espera una respuesta en esta campaña y no la recibe
   *[other] { $count } personas esperan una respuesta en esta campaña y no la reciben
 } mientras está en pausa. Confírmalo, o haz que se les conteste primero.
pause-all-the-same = Ponerla en pausa de todos modos: estas personas no reciben respuesta hasta que se reanude
only-launched-can-be-paused = Solo se puede poner en pausa o reanudar una campaña lanzada y sin archivar.

## Su copia.

copy-campaign = Copiar
what-copying-does = La copia es un borrador con el guion, las plantillas, el horario de mensajes y los equipos de esta campaña, y con su fecha límite si aún no ha pasado. No se copian los contactos, los mensajes ni el Modo de asignación automática.
title-of-the-copy = Título de la copia
# $title: el título de la campaña que se copia.
copy-of = Copia de { $title }

## Los equipos que reciben sus mensajes.

restricted-to-teams = Restringida a equipos
what-chosen-teams-do = Los miembros de los equipos elegidos pueden pedir los mensajes de esta campaña. Si está restringida, nadie más puede.
what-a-restriction-does = Los voluntarios que no están en ninguno de los equipos elegidos no pueden pedir sus mensajes.
there-are-no-teams-yet = Todavía no hay equipos.
# Un enlace que sigue a «Todavía no hay equipos.»
create-one = Crea uno
save-all-the-same = Guardar de todos modos: nadie puede tomar sus respuestas
save-teams = Guardar equipos
no-team-is-chosen = Esta campaña está restringida a equipos, pero no se ha elegido ninguno, así que nadie puede pedir sus mensajes. Elige un equipo o quita la restricción.
chosen-teams-have-no-members = Esta campaña está restringida a equipos, pero los equipos elegidos no tienen miembros, así que nadie puede pedir sus mensajes. Agrega miembros a un equipo o quita la restricción.
nobody-could-take-its-replies = Nadie podría tomar sus respuestas: no se ha elegido ningún equipo que tenga miembros. Elige uno, o confírmalo.
# Sigue al nombre de un equipo.
counted-members-or-none = { $count ->
    [0] sin miembros
    [one] { $count } miembro
   *[other] { $count } miembros
 }

## Lo que hay en una lista común.

replies-or-more = { NUMBER($most) } respuestas o más
initial-messages-or-more = { NUMBER($most) } mensajes iniciales o más
# $wait: 2 h 10 min.
oldest-waits = espera más larga: { $wait }

## Sus archivos.

export-of-campaign = Exportar
what-is-exported = Los contactos con su estado, etiquetas y campos personalizados, o todos los mensajes, en un archivo CSV para una hoja de cálculo. Lo que se haga mientras tanto puede estar o no en él.
export-contacts = Exportar contactos ({ NUMBER($count) })
export-messages = Exportar mensajes
