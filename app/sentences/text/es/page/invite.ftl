## Enlaces de invitación, para administradores.

invite-links = Enlaces de invitación
what-invite-links-do = Quien tiene un enlace se une con él a tu organización, con el rol, los equipos y el nivel de aprobación que elijas aquí.
new-invite-link = Nuevo enlace de invitación
make-link = Crear enlace
no-invite-links-yet = Todavía no hay enlaces de invitación
make-the-first-link = Crea un enlace y envíalo a quienes deban unirse.
invite-link-for = Enlace para { $role }
invite-link-title = Enlace de invitación
link-is-made = Se creó el enlace. Envíalo a quienes deban unirse.
link-is-revoked = Se revocó el enlace. Ya nadie puede unirse con él.
revoke = Revocar

## Lo que da un enlace.

invited-role = Rol
role-is-not-one-you-may-give = Elige un rol que no esté por encima del tuyo.
invited-level = Nivel de aprobación
level-of-the-organization = Como para todos los miembros nuevos
level-is-not-valid = Elige un nivel de aprobación.
invited-teams-hint = Quienes se unan pasan a estar en estos equipos.
how-long-it-is-valid = Válido durante
valid-for-days = { $days ->
    [one] { $days } día
   *[other] { $days } días
 }
days-are-not-valid = Elige durante cuánto tiempo es válido el enlace.
how-many-may-join = Cuántas personas pueden unirse
what-no-number-means = Un número entero hasta { $most }. Si lo dejas vacío, puede unirse cualquier cantidad de personas.
uses-are-not-valid = Escribe un número entero de 1 a { $most }, o déjalo vacío.

## Un enlace de la lista.

used-times =
    { $uses ->
        [one] se unió { NUMBER($uses) }
       *[other] se unieron { NUMBER($uses) }
    }
used-of =
    { $uses ->
        [one] se unió { NUMBER($uses) } de { NUMBER($most) }
       *[other] se unieron { NUMBER($uses) } de { NUMBER($most) }
    }
# $moment es un momento.
link-ends-at = válido hasta { $moment }
# $moment es un momento.
link-ended-at = fue válido hasta { $moment }
made-by = creado por { $name }
made-at-the-command-line = creado en la línea de comandos
new-members-level = nivel de aprobación como para todos los miembros nuevos
level-given = nivel de aprobación «{ $level }»
invite-is-open = Abierto
invite-is-revoked = Revocado
invite-is-expired = Vencido
invite-is-used-up = Agotado
invite-ended-with-its-maker = Terminó cuando cambió el rol de quien lo creó

## La página de un enlace.

the-link = Enlace
who-may-join-by-it = Envíalo solo a quienes deban unirse: cualquiera que lo tenga puede hacerlo.
qr-code-of-the-link = Código QR del enlace
only-an-owner-sees-it = Este enlace da un rol por encima del tuyo; solo un propietario puede verlo y revocarlo.
link-works-no-more = Ya nadie puede unirse con este enlace. Crea otro si alguien todavía debe unirse.
