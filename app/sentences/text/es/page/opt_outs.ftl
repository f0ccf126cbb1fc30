## Opt-outs by number, for admins: the list.

opt-outs = Bajas
what-opt-outs-do = Nadie de tu organización puede enviar mensajes a estos números, en ninguna campaña. Los archivos de contactos que se suben se comparan con esta lista.
phone-number-or-last-digits = Número o últimos dígitos
search-by-number = Escribe un número de teléfono, o al menos sus últimos cuatro dígitos.
no-opt-outs-yet = Todavía no hay bajas
opt-outs-appear-here = Aquí aparecen los números que se dan de baja, con una palabra clave o de otra forma.
number-is-not-opted-out = Este número no está dado de baja.
no-opt-out-found = No se encontró ninguna baja
search-another-number = Revisa el número, o busca por sus últimos cuatro dígitos.
# $number: +12025550123.
number-was-opted-out-before = { $number } estuvo dado de baja.
see-its-history = Ver su historial

## Who or what recorded an opt-out, in a word or two.

origin-stop-word = Palabra clave
origin-texter = En una conversación
origin-admin = A mano
origin-import = De un archivo
origin-carrier = Operador
recorded-by-the-contact = El contacto
recorded-by-the-carrier = El operador rechazó un mensaje

## Adding and importing.

add-opt-outs = Agregar números
numbers-to-opt-out = Números de teléfono
how-numbers-are-added = Uno por línea, o separados por comas, como los escribe la gente. Sus conversaciones se cierran.
opt-out-numbers = Dar de baja
too-many-numbers-by-hand = Agrega como máximo { $most } números a la vez; para más, importa un archivo.
opt-outs-are-added = { $count ->
    [0] No se agregó ningún número.
    [one] { $count } número queda dado de baja.
   *[other] { $count } números quedan dados de baja.
 }
were-opted-out-before = { $count ->
    [one] { $count } número ya estaba dado de baja.
   *[other] { $count } números ya estaban dados de baja.
 }
import-opt-outs = Importar un archivo
# What stands between ` is the name of a column, which is English in every file.
what-an-opt-out-file-needs = Un archivo CSV con una columna `cell` (o `phone`, `mobile`…), o solo con números. Las demás columnas no se leen. Las filas que no son números de teléfono se muestran con el motivo.
import-file = Importar
# $present: name, city.
header-lacks-numbers = La primera línea no tiene una columna cell. Nombra { $present }.
opt-out-file-is-empty = El archivo está vacío. Su primera línea tiene que nombrar una columna cell.
# $line is a number.
number-is-in-an-earlier-row = La línea { $line } tiene el mismo número.
back-to-the-opt-outs = Volver a las bajas

## What came of a file.

opt-outs-were-imported = { $count ->
    [one] { $count } número dado de baja
   *[other] { $count } números dados de baja
 }
newly-opted-out = Dados de baja ahora
already-opted-out = Dados de baja antes
rows-without-a-number = Sin número
rows-not-recorded = Filas que quedaron fuera
and-more-rows-left-out = { $count ->
    [one] Y { $count } fila más que quedó fuera.
   *[other] Y { $count } filas más que quedaron fuera.
 }

## A number, and lifting its opt-out.

opted-out-now = Dado de baja
not-opted-out-now = No está dado de baja
lift-this-opt-out = Anular esta baja
what-lifting-an-opt-out-does = Se le pueden enviar mensajes de nuevo. Si en una campaña nadie le ha escrito todavía, los voluntarios pueden pedir su mensaje inicial. Donde esperaba contestación, vuelve a esperarla. Las demás conversaciones que la baja cerró siguen cerradas.
carrier-blocks-until-start = El propio contacto se dio de baja, así que su operador bloquea tus mensajes hasta que envíe START a tu número.
reason-of-the-lift = Motivo
where-the-reason-stands = Se guarda en el historial de este número y en el registro de auditoría.
reason-is-missing = Escribe un motivo.
reason-is-too-long = Un motivo tiene como máximo { $most } caracteres.
lift-opt-out = Anular la baja
opt-out-is-lifted = La baja se anuló. Se le pueden enviar mensajes de nuevo.
history-of-the-number = Historial
opt-out-was-lifted = Baja anulada
