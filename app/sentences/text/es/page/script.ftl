## Lo que dice el script de una página, que lo recibe de ella (`app/src/shell.rs`).

text-is-being-sent = Enviando…
# $text: En la calle Main, 12.
you-wrote = Escribiste: «{ $text }»
no-connection-now = No hay conexión con Baton. Revisa tu red e inténtalo de nuevo.
connection-is-lost = Se perdió la conexión con Baton. Baton sigue intentándolo.
not-done-now = Baton no pudo hacerlo. Inténtalo de nuevo.
not-known-whether-done = No se sabe si se hizo. Vuelve a cargar la página para verlo.
program-not-loaded = No se pudo cargar una parte de Baton, así que esta página no se actualiza sola. Vuelve a cargarla para intentarlo otra vez.
unsaved-changes = Tienes cambios sin guardar. ¿Salir de esta página?
text-was-not-sent = Tu mensaje para { $name } no se envió. { $why }
text-is-not-known = No se sabe si tu mensaje para { $name } se envió.
draft-was-not-saved = Tu borrador para { $name } no se guardó.
back-to = Volver a { $name }
