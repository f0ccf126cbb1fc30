## El formulario que envía un enlace de invitación por correo.

send-it-by-mail = Enviarlo por correo
recipients = Direcciones de correo
recipients-hint = Hasta { $most }, una por línea o separadas por comas.
# $left es un número de personas.
uses-left = { $left ->
    [one] Con este enlace puede unirse { $left } persona más.
   *[other] Con este enlace pueden unirse { NUMBER($left) } personas más.
 }
send-invite-mails = Enviar
invite-mails-are-on-their-way = El enlace va en camino a estas direcciones. Llega en unos minutos; puede estar en la carpeta de correo no deseado.
invite-mails-exceed-its-uses = El enlace va en camino, pero a más direcciones de las que pueden unirse con él: quien llegue al final lo encontrará agotado. Crea otro enlace para esas personas.
recipients-are-missing = Escribe al menos una dirección de correo.
too-many-recipients = Como máximo { $most } direcciones a la vez. Envía el enlace a las demás después.
# $others son las palabras, separadas por comas.
no-recipients = Estas no son direcciones de correo: { $others }. Corrígelas o quítalas.
# $most es un número de correos.
too-many-invite-mails = Tu organización puede enviar { $most } invitaciones al día, y ya se agotaron. Inténtalo mañana, o pasa tú el enlace.
invite-mail-needs-an-open-link = Ya nadie puede unirse con este enlace. Crea uno nuevo y envía ese.

## Adonde no llegó.

not-delivered = No entregado
what-to-do-about-undelivered = Revisa estas direcciones, o envía tú el enlace.
# $address es una dirección de correo, $moment un momento.
mail-was-refused = { $address }: el servidor de correo lo rechazó, { $moment }
mail-could-not-be-sent = { $address }: no se pudo enviar durante una hora, hasta { $moment }
# $addresses son direcciones de correo, separadas por comas.
not-delivered-to = No entregado: { $addresses }. Revisa la dirección, o envía tú el enlace.
not-delivered-to-many = { $count ->
    [one] No entregado a { NUMBER($count) } dirección. Revísala, o envía tú el enlace.
   *[other] No entregado a { NUMBER($count) } direcciones. Revísalas, o envía tú el enlace.
 }

## El correo. Cada mensaje es un párrafo.

# $organization es su nombre.
invite-mail-subject = Te invitan a { $organization }
invite-mail-greeting = Hola:
# $name es de quien invita, $organization de la organización.
invite-mail-by = { $name } te invita a enviar mensajes para { $organization } con Baton.
invite-mail-by-nobody = Te invitan a enviar mensajes para { $organization } con Baton.
invite-mail-link = Con este enlace te unes:
# $until: mar, 14 de nov, 10:13 p.m. UTC.
invite-mail-limit = Sirve hasta el { $until }.
invite-mail-ignore = Si no sabes por qué lo recibes, ignóralo: no pasa nada y no se avisa a nadie.
