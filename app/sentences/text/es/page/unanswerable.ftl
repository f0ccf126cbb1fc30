## Respuestas que nadie puede contestar.

why-nobody-can-answer = El contacto está de baja, o la campaña está archivada. Los voluntarios no ven estas respuestas. Las de campañas archivadas se pueden mover a una campaña activa.
nothing-here = No hay nada aquí
unanswerable-appear-here = Aquí aparecen las respuestas de contactos que escriben después de darse de baja, o en una campaña archivada.
# El nombre del botón «Listo», para lectores de pantalla.
mark-reply-as-done = Listo: la respuesta de { $contact }
reply-is-done = La respuesta quedó marcada como lista. Vuelve a aparecer aquí si el contacto escribe otra vez.
somebody-can-answer = Ahora los voluntarios pueden contestar esta respuesta, así que no se marcó como lista.
read-before-it-is-done = Este contacto ha escrito otra vez. Lee primero ese mensaje y luego marca la respuesta como lista.

## La página que mueve una respuesta a una campaña activa, y los enlaces a ella.

move-to-another-campaign = Mover a otra campaña
# $contact y $campaign van en negrita, y en este orden.
what-moving-does = La respuesta de { $contact } está en { $campaign }, que está archivada. En una campaña activa vuelve a esperar, para que la pidan voluntarios activos.
running-campaigns = Campañas activas
no-campaign-is-running = No hay ninguna campaña activa
launch-a-campaign-first = Primero lanza o desarchiva una campaña. La respuesta se conserva aquí.
no-running-campaign-found = No se encontró ninguna campaña activa con este título.
nobody-can-request-it = Asignación automática desactivada: nadie puede pedirla hasta que se active
nobody-of-teams-can-request-it = Solo equipos, asignación automática desactivada: nadie puede pedirla hasta que se active
move-here = Mover aquí
move-here-to = Mover aquí: { $campaign }
# Le sigue el enlace para moverla a otra campaña.
nobody-can-answer-here = Esta campaña está archivada, así que nadie puede contestar aquí.
# $campaign va en negrita.
reply-was-moved = La respuesta se movió a { $campaign }. Allí espera a un voluntario.

## Por qué no se mueve.

opted-out-cannot-be-moved = Este contacto está de baja, así que la respuesta no se puede mover.
campaign-is-not-archived = Esta respuesta está en una campaña que no está archivada, así que no se mueve. Quizás otro administrador la movió.
no-longer-waits = Esta conversación ya no espera una respuesta, así que no se mueve.
campaign-no-longer-runs = Esta campaña ya no está activa. Elige otra.
