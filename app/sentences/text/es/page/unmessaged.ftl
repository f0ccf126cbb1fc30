## La eliminación de los contactos de una campaña a quienes no se ha escrito.

delete-unmessaged-contacts = Eliminar contactos sin mensajes
what-deleting-unmessaged-does = Se quitan de la campaña los contactos a quienes no se envió nada y que no escribieron nada. No se puede deshacer; a quien se elimina se le puede volver a subir. Las respuestas se atienden como antes.
unmessaged-would-be-deleted = { $count ->
    [one] A { $count } contacto no se le ha escrito; se eliminaría.
   *[other] A { $count } contactos no se les ha escrito; se eliminarían.
 }
# Sigue a cuántos contactos se eliminarían.
unmessaged-with-texters = { $count ->
    [one] { $count } de ellos es un mensaje inicial que ahora tiene un voluntario y va a perder.
   *[other] { $count } de ellos son mensajes iniciales que ahora tienen voluntarios y van a perder.
 }
contacts-would-stay = { $count ->
    [one] A { $count } contacto se le escribió, o escribió él, y se queda.
   *[other] A { $count } contactos se les escribió, o escribieron ellos, y se quedan.
 }
nobody-is-unmessaged = No hay a quién eliminar: a todos los contactos de esta campaña se les escribió, o escribieron ellos.
campaign-has-no-contacts = No hay a quién eliminar: esta campaña no tiene contactos.
campaigns-title = El título de la campaña
type-the-title-to-delete = Para eliminarlos, escribe «{ $title }».
title-does-not-confirm = No se eliminó a nadie. Escribe el título de la campaña, «{ $title }», para eliminarlos.
delete-contacts = Eliminar contactos
unmessaged-were-deleted = { $count ->
    [0] No se eliminó a nadie.
    [one] Se eliminó { $count } contacto sin mensajes.
   *[other] Se eliminaron { $count } contactos sin mensajes.
 }
unmessaged-are-being-deleted = Los contactos se están eliminando, y eso sigue aunque salgas de esta página. Vuelve a cargarla para ver quiénes quedan.
