## La página para iniciar sesión, y por qué se rechaza además de los errores.

sign-in = Iniciar sesión
every-reply-gets-an-answer = Cada respuesta recibe contestación.
what-baton-does = Las respuestas que esperan demasiado vuelven a la lista común, para que las atiendan otros voluntarios activos.
email = Correo electrónico
password = Contraseña
no-account-yet = ¿Aún no tienes cuenta? Un administrador de tu organización puede invitarte.
no-email-address = Esto no es una dirección de correo electrónico. Revísala e inténtalo de nuevo.
# $most es un número.
password-is-too-long = Una contraseña tiene como máximo { $most } bytes. Revisa la tuya e inténtalo de nuevo.
