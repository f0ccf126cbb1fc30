## Los primeros pasos de una instalación: la primera organización y su propietario.

set-up-baton = Configura Baton
what-setting-up-does = Así se crea tu organización, de la que serás propietario.
setup-code = Código de un solo uso
where-the-setup-code-is = El servidor lo muestra al arrancar. Quien administra el servidor lo encuentra al final de su registro.
setup-code-is-wrong = Este no es el código que mostró el servidor. Revísalo e inténtalo de nuevo.
organization-name = Nombre de la organización
name-of-the-owner = Tu nombre
organization-name-is-not-valid = Escribe un nombre de 1 a 200 caracteres, con al menos una letra o un dígito, y sin caracteres que no se ven.
email-has-an-account = Alguien ya inicia sesión con esta dirección. Escribe otra.
create-organization = Crear organización
# El formulario se envió dos veces, o lo enviaron dos personas: en la página para iniciar sesión.
organization-is-there-already = La organización ya existe. Inicia sesión.

## Lo que necesita una organización antes de enviar mensajes, en su página de campañas.

what-to-do-next = Qué hacer ahora
step-number = Agrega un número desde el que enviar mensajes.
step-people = Invita a personas que envíen mensajes.
step-pools = Elige qué listas comunes tienen mensajes iniciales y cuáles respuestas. Cada una tiene un tipo: crea un equipo para el otro.
step-campaign = Crea una campaña y lánzala.
go-on-with-the-draft = Seguir con el borrador
step-is-done = Hecho:
step-is-open = Por hacer:
