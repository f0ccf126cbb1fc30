## Lo que tienen varios formularios de administradores.

title = Título
search = Buscar
search-by-part-of-title = Busca por una parte del título.
name-or-email = Nombre o correo electrónico
first-page = Primera página
there-are-more = Hay más. Usa la búsqueda para encontrar el resto.
you-have-unsaved-changes = Tienes cambios sin guardar.
discard-changes = Descartar los cambios
# Va encima de un formulario que otra persona guardó mientras tanto, con sus campos debajo.
what-is-saved-now = Esto es lo que está guardado ahora:

has-to-be-confirmed = Todavía no se cambió nada. Confírmalo donde está marcado y pulsa el botón otra vez.
# Lo que alguien escribió, o el nombre de una columna.
quoted = «{ $text }»

## Por qué no es válido un campo.

title-is-missing = Escribe un título.
title-cannot-be-read = Escribe un título con al menos una letra o un dígito, y sin caracteres que no se ven.
# $most y $length son números.
title-is-too-long = Un título puede tener como máximo { $most } caracteres; este tiene { $length }.
# $most y $length son números.
description-is-too-long = Una descripción puede tener como máximo { $most } caracteres; esta tiene { $length }.
# $from y $to son números.
number-is-not-valid = Escribe un número entero de { $from } a { $to }.
limit-is-not-valid = Escribe un número entero de 1 a 100,000, o deja el campo vacío para no poner límite.
date-is-incomplete = Escribe la fecha completa, o bórrala.
file-is-missing = Elige un archivo.
