## El correo con un enlace para elegir una contraseña nueva. Cada mensaje es un párrafo.

password-mail-subject = Elige una contraseña nueva para Baton
# $name es de la persona.
password-mail-greeting = Hola, { $name }:
# $organization es su nombre, $address la dirección del servidor.
password-mail-reason = alguien pidió una contraseña nueva para tu cuenta en { $organization }, en la página «¿Olvidaste tu contraseña?» de { $address }.
password-mail-link = Con este enlace la eliges:
password-mail-limit = Sirve una vez, durante una hora. Si pides otro, solo sirve ese.
password-mail-ignore = Si no fuiste tú, ignora este correo: nada ha cambiado y tu contraseña sigue sirviendo.
