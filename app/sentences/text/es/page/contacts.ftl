## Subir contactos.

upload-contacts = Subir contactos
csv-file = Archivo CSV
upload = Subir

## El resultado de una subida.

contacts-were-added = { $count ->
    [one] Se agregó { $count } contacto
   *[other] Se agregaron { $count } contactos
 }
rows-in-the-file = Filas del archivo
added-contacts = Agregados
duplicate-contacts = Duplicados
opted-out-contacts = De baja
rows-not-added = Filas que no se agregaron
line-in-file = Línea
reason = Motivo
and-more-rows = { $count ->
    [one] Y { $count } fila más que no se agregó.
   *[other] Y { $count } filas más que no se agregaron.
 }

## Por qué no se importó un archivo: un título y una frase.

nothing-was-imported = No se importó nada
back-to-the-campaign = Volver a la campaña
is-no-upload = Esto no es una subida. Elige un archivo e inténtalo de nuevo.
# $most es un número.
file-is-too-large = El archivo tiene más de { $most } MB. No se importó nada; divídelo e importa las partes.
archived-takes-no-contacts = Esta campaña está archivada. Desarchívala antes de agregarle contactos.
# $why está en inglés, y es lo que dijo la red o el lector del formulario.
file-ended-too-early = El archivo no se pudo leer hasta el final: { $why }. No se importó nada.
file-is-empty = El archivo está vacío. Su primera línea tiene que nombrar una columna cell, y firstName y lastName si hay nombres.
# $most es un número.
header-is-too-long = La línea de encabezados tiene más de { $most } kB; quizá unas comillas no se cierran nunca.
# $most es un número.
file-has-too-many-columns = El archivo tiene más de { $most } columnas. Quita las que no hagan falta.
# $missing: «lastName» o «cell». $present: firstName, phone.
header-lacks-columns = La línea de encabezados no tiene la columna { $missing }. Tiene que nombrar cell, y firstName y lastName si hay nombres; nombra { $present }.
one-or-other = { $one } o { $other }
column-is-named-twice = La línea de encabezados nombra dos veces la columna «{ $column }». Quita una de las dos o cámbiale el nombre.
# $most es un número.
column-name-is-too-long = La columna «{ $column }» tiene un nombre de más de { $most } caracteres.

## Por qué no se agregó una fila.

cell-is-missing = Falta el número de celular.
row-has-other-columns = La fila tiene { $fields ->
    [one] { $fields } columna
   *[other] { $fields } columnas
 } y la línea de encabezados tiene { NUMBER($expected) }.
# $lines es un número mayor que 1.
row-over-lines-has-other-columns = La fila tiene { $fields ->
    [one] { $fields } columna
   *[other] { $fields } columnas
 }, la línea de encabezados tiene { NUMBER($expected) }, y la fila ocupa { $lines } líneas; quizá unas comillas no se cierran nunca.
# $most es un número.
row-has-too-many-columns = La fila tiene más de { $most } columnas.
# $most es un número, $lines uno mayor que 1.
row-over-lines-has-too-many-columns = La fila tiene más de { $most } columnas y ocupa { $lines } líneas; quizá unas comillas no se cierran nunca.
# $most es un número.
field-is-too-long = «{ $column }» tiene más de { $most } caracteres.
# $most es un número.
row-is-too-long = La fila tiene más de { $most } kB.
# $most es un número, $lines uno mayor que 1.
row-over-lines-is-too-long = La fila tiene más de { $most } kB y ocupa { $lines } líneas; quizá unas comillas no se cierran nunca.
