## Leer un archivo de contactos: qué necesita y qué está mal en todo él.

# Lo que va entre ` es el nombre de una columna, que está en inglés en todos los archivos.
what-a-file-needs = Un archivo CSV con una columna `cell` y, por lo general, `firstName` y `lastName`; `zip` o `timeZone` dicen a qué horas se puede escribir a cada contacto. Cada una de las demás columnas se convierte en un campo personalizado. Las filas que no se pueden agregar se muestran con el motivo.
file-is-a-workbook = El archivo es una hoja de cálculo, no un CSV. Guárdalo como «CSV UTF-8» e impórtalo de nuevo.
header-is-not-utf8 = La línea de encabezados tiene letras con una codificación dañada. Guarda el archivo como «CSV UTF-8» e impórtalo de nuevo.
columns-mean-the-same = Tanto «{ $one }» como «{ $other }» pueden ser la columna { $field }. Quita una de las dos o cámbiale el nombre.
# $column: firsstName. $field: firstName.
did-you-mean = ¿Querías que «{ $column }» fuera { $field }?

## Por qué no se agregó una fila.

row-is-not-utf8 = La fila tiene letras con una codificación dañada. Guarda el archivo como «CSV UTF-8» e impórtalo de nuevo.
is-no-phone-number = No es un número de teléfono.
number-cannot-exist = Un número así no puede existir: le faltan o le sobran dígitos, o tiene un código de área que no existe.
number-was-rounded = Una hoja de cálculo acortó el número y se perdieron dígitos. Da formato de texto a la columna en su origen y expórtala de nuevo.
number-has-an-extension = Tiene una extensión, a la que no se puede escribir.
cell-has-two-numbers = Hay dos números en una celda. Deja aquel al que se va a escribir.
number-has-letters = Hay letras entre sus dígitos.
number-lacks-its-area-code = No tiene código de área.
area-code-is-unknown = No existe el código de área { $code }.
number-is-toll-free = Es un número gratuito, que no es el celular de nadie.
number-is-premium-rate = Es un número de tarifa especial, que no es el celular de nadie.
number-is-a-service = Pertenece a un servicio y no es el celular de nadie.
# $country: GB, o +800 donde no hay país.
number-is-foreign = Es un número de otro país ({ $country }).
# $line es un número.
cell-is-in-an-earlier-row = La línea { $line } tiene el mismo número. Se tomó la primera fila de cada hogar.
cell-is-on-the-campaign = El número ya está en esta campaña.

## Qué mirar en una fila que se agregó.

row-has-text-behind-its-columns = La fila tiene más columnas que la línea de encabezados. Se omitió lo que hay detrás de la última.
row-had-nul = La fila contenía un carácter que no es texto (NUL). Se omitió.
zone-of-row-is-unknown = No es una zona horaria, o no está clara. Se usó el código postal o el código de área.

## El resultado.

missing-cells = Sin celular
invalid-rows = Rechazados
what-stood-there = En el archivo
rows-to-look-at = Filas que se agregaron, por revisar
contacts-by-zone-source = Zonas horarias de los contactos
zone-by-column = Del archivo
zone-by-zip = Por código postal
zone-by-area-code = Por código de área
zone-by-campaign = La de la campaña
