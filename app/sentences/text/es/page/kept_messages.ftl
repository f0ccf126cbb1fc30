## Cuánto tiempo se guardan los mensajes.

how-long-messages-are-kept = Cuánto tiempo se guardan los mensajes
what-keeping-messages-means = Tantos días después de que se archiva una campaña, sus mensajes se borran para siempre, los enviados y los recibidos. Las cifras, los contactos y las bajas se conservan. Los mensajes de campañas sin archivar se guardan.
days-until-messages-are-erased = Días hasta que se borran los mensajes
kept-for-good-when-empty = De 30 a 3,650; si lo dejas vacío, se guardan para siempre.
kept-days-are-not-valid = Escribe un número entero de días de 30 a 3,650, o déjalo vacío.
# $count: archived campaigns.
messages-would-be-erased = { $count ->
    [one] Los mensajes de una campaña archivada son más antiguos y se borrarían en una hora.
   *[other] Los mensajes de { $count } campañas archivadas son más antiguos y se borrarían en una hora.
 } Confírmalo: no se puede deshacer.
erase-them = Borrarlos para siempre
how-long-is-saved = Se guardó este ajuste.

## En lugar de un mensaje.

message-was-erased = Este mensaje se borró: tu organización no guarda tanto tiempo los mensajes de campañas archivadas.
