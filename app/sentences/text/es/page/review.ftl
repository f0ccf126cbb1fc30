## Revisión de mensajes: todas las conversaciones, que se buscan con filtros, se leen y se responden.

message-review = Revisión de mensajes
review-lead = Todas las conversaciones de la organización; primero, el último contacto.
review-campaign = Campaña
review-texter = Voluntario
review-nobody = Nadie
review-status = Estado
review-tag = Etiqueta
review-any = Cualquiera
review-idle = Espera desde hace al menos
review-name-or-cell = Nombre o celular
review-words = Palabras en un mensaje
review-escalated = Escaladas
review-failed = Con un mensaje que no se entregó
review-found = Conversaciones encontradas
# $name es el nombre del voluntario.
review-held-by = Con { $name }
review-held-by-nobody = Con nadie
review-no-message = Aún no hay mensajes
review-nothing-found = No se encontró ninguna conversación
review-choose-others = Elige otros filtros o quítalos. Las palabras deben estar completas; de los nombres basta el comienzo.
review-nothing-so-far = No se ha encontrado nada hasta ahora
review-search-goes-on = Se han revisado los contactos más recientes. «Página siguiente» sigue con los anteriores.
review-nothing-there = Aún no hay conversaciones
review-will-be-listed = Sube contactos a una campaña y sus conversaciones aparecerán aquí.
# $filter es el nombre de un filtro.
review-filter-is-invalid = En «{ $filter }» hay algo que no se puede buscar. Corrígelo o quita los filtros.
review-contact-is-invalid = Escribe un nombre o, al menos, los últimos cuatro dígitos de un número.
review-words-are-invalid = Escribe al menos una letra o un dígito, y no más de 200 caracteres.
review-back-to-list = Volver a la lista
review-conversation = Conversación
review-choose-one = Elige una conversación para leerla aquí.

## Responder desde Revisión de mensajes.

review-your-answer = Tu respuesta
review-afterwards = Después de enviar, asignarla
review-afterwards-mine = A mí
review-afterwards-pool = A nadie (vuelve a la lista común)
# $name es el nombre del voluntario.
review-texter-loses-it = { $name } tiene esta conversación y la perderá cuando envíes.
# Va detrás de que por ahora no se puede enviar nada.
review-kept-when-you-send = Lo que escribas se guarda cuando pulses «Enviar».
review-goes-back-to-its-teams = Esta conversación está escalada y tus equipos no atienden sus etiquetas. Puedes contestar, pero vuelve a la lista común.
review-was-answered = Tu respuesta se envió.
first-text-is-its-texters = Aún no se ha enviado nada a este contacto. El mensaje inicial lo envía el voluntario que tiene la conversación.
review-afterwards-is-missing = Di si la conversación pasa a ser tuya o se queda en la lista común.
