## The second step: the columns of an uploaded file, and its first rows.

check-the-columns = Revisar las columnas
nothing-is-imported-yet = { $file } se subió, pero aún no se importó nada: indica qué es cada columna, mira las primeras filas e impórtalo.
the-file = el archivo
columns-of-the-file = Columnas del archivo
column-in-file = En el archivo
baton-reads-it-as = Baton lo lee como
meaning-of-column = Qué es «{ $heading }»
column-without-name = Columna { $number }, sin nombre
column-first-name = Nombre
column-last-name = Apellido
column-cell = Celular
column-zip = Código postal
column-time-zone = Zona horaria
column-external-id = Identificador externo
column-custom = Campo personalizado
column-ignored = Omitirla
import-contacts = Importar
show-first-rows-again = Mostrar otra vez las primeras filas
discard-the-file = Descartar el archivo
file-is-discarded = El archivo se descartó. No se importó nada.
first-rows = Las primeras filas, tal como se tomarían
name-of-contact = Nombre y apellido
would-not-be-added = No se agregaría:
what-the-import-finds = Los números repetidos en el archivo, los que ya están en la campaña y los que se dieron de baja se detectan al importar.
replace-the-contacts = Reemplazar los contactos que hay ahora en esta campaña: primero se quitan
choose-the-column = Ninguna columna es { $missing }. Elige abajo cuál es.
# Va detrás de «¿Querías que «lat» fuera Apellido?».
if-the-file-has-no-such-name = Si el archivo no tiene esos nombres, omite esa columna o cambia su encabezado en el archivo.
no-column-for-first-names = El archivo no tiene una columna de nombres: quedan en blanco.
no-column-for-last-names = El archivo no tiene una columna de apellidos: quedan en blanco.
no-column-for-names = El archivo no tiene columnas de nombres ni de apellidos: quedan en blanco.
choose-one-of-this-name = Dos columnas se llaman «{ $column }» y serían lo mismo. Omite una de ellas.
choose-one-of-two = Tanto «{ $one }» como «{ $other }» pueden ser { $field }. Elige una de ellas, y otra cosa para la otra.
ignore-the-long-name = La columna «{ $column }» tiene un nombre de más de { $most } caracteres. Omítela, o cambia su nombre en el archivo.
file-has-no-column = El archivo no tiene la columna «{ $column }».
upload-is-gone = Mientras tanto, este archivo se importó o se descartó.
# Se dice en la página de su campaña.
upload-is-not-there = No se importó nada: este archivo ya no está. Mientras tanto se subió otro archivo a la campaña, o este se descartó.
list-was-texted = Ya se ha escrito a contactos de esta campaña, así que no se pueden reemplazar. No se importó nada; agrega el archivo a ellos, o usa otra campaña.
list-was-launched = Mientras tanto, esta campaña se lanzó, así que sus contactos no se pueden reemplazar. No se importó nada; agrega el archivo a ellos, o usa otra campaña.
nobody-to-replace-by = No se puede agregar a nadie de este archivo, así que los contactos que hay en esta campaña se quedan. Revisa qué significan sus columnas y las primeras filas de abajo.
too-many-files-wait = { $most } archivos de tu organización esperan a que se importen. Importa o descarta antes uno de ellos.
file-waits-to-be-imported = Subiste { $file } y no lo importaste.
file-is-being-imported = Se está importando { $file }.
show-how-far-it-is = Ver cuánto falta
import-was-interrupted = La importación se interrumpió; no se importó nada. Importa el archivo otra vez.

## While it is imported.

contacts-are-being-imported = Importando contactos
rows-are-read = { $rows ->
    [one] { $rows } fila leída
   *[other] { $rows } filas leídas
 }
rows-are-being-added = { $rows ->
    [one] Se leyó { $rows } fila y se está agregando
   *[other] Se leyeron las { $rows } filas y se están agregando
 }
import-goes-on = Esta página muestra cuánto falta y, después, el resultado. La importación sigue aunque salgas de aquí.

## The uploads of a campaign.

uploads-of-campaign = Subidas
earlier-uploads = Subidas anteriores
rows-were-not-added = { $count ->
    [one] { $count } fila no agregada
   *[other] { $count } filas no agregadas
 }
contacts-were-taken-out = { $count ->
    [one] deshecha: { $count } contacto quitado
   *[other] deshecha: { $count } contactos quitados
 }
undo-upload = Deshacer la subida
contacts-would-be-removed = { $count ->
    [0] De esta subida no queda nadie a quien no se haya escrito.
    [one] Se quitaría { $count } contacto de esta subida, a quien nadie ha escrito. Quien tenga ese mensaje inicial lo pierde.
   *[other] Se quitarían { $count } contactos de esta subida, a quienes nadie ha escrito. Quienes tengan sus mensajes iniciales los pierden.
 }
texted-contacts-stay = { $count ->
    [one] A { $count } contacto ya se le escribió, y se queda.
   *[other] A { $count } contactos ya se les escribió, y se quedan.
 }
upload-is-undone = La subida se deshizo. Los contactos a quienes se escribió se quedan.
upload-is-being-undone = La subida se está deshaciendo, y eso sigue aunque salgas de esta página. Vuelve a cargarla para ver en Subidas cuántos contactos se quitaron. Los contactos a quienes se escribió se quedan.

## The list of contacts, and one of them.

contacts-of-campaign = Contactos
show-contacts = Ver los contactos
name-cell-or-external-id = Nombre, celular o identificador externo
contacts-begin-anew = El último contacto de la página anterior se cambió o se quitó mientras tanto, así que la lista empieza de nuevo.
no-contact-found = No se encontró a nadie
how-contacts-are-found = Busca por el comienzo de cualquier parte del nombre, con o sin acentos, o de un identificador externo, o por un celular o sus últimos dígitos.
upload-them-there = Sube un archivo en la página de la campaña.
contact-without-name = Sin nombre
zone-of-the-campaign = La zona horaria de la campaña
status-needs-message = Aún no se le escribió
status-messaged = Se le escribió, sin respuesta
status-needs-response = Espera una respuesta
status-convo = Contestado
status-closed = Cerrado
correct-contact = Corregir
contact-is-corrected = El contacto se corrigió.
why-cell-stays = El celular ya no se puede cambiar, porque se le han enviado mensajes.
cell-was-texted = Se han enviado mensajes al número de este contacto, así que ya no se puede cambiar.
empty-zone-is-the-campaigns = Escribe una zona horaria como America/New_York, o déjala vacía para usar la de la campaña.
zone-follows-the-cell = Si se encontró por el celular o el código postal y la dejas como está, se busca otra vez cuando los corriges.
remove-contact = Quitar
what-removing-does = El contacto se quita de esta campaña para siempre.
who-loses-it = { $name } tiene el mensaje inicial y lo perderá.
texted-contact-stays = A este contacto se le envió algo, o él escribió, así que se queda en la campaña.
contact-is-removed = El contacto se quitó.
