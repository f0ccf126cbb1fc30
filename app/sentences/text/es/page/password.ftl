## Una contraseña olvidada, y el enlace para elegir otra.

forgotten-password = ¿Olvidaste tu contraseña?
what-a-password-mail-does = Escribe tu correo electrónico y recibirás un enlace para elegir una contraseña nueva.
ask-an-admin-for-a-link = Pide a un administrador de tu organización un enlace de contraseña. Con él eliges una contraseña nueva.
send-link = Enviar enlace
password-mail-is-on-its-way = Si alguien inicia sesión con esta dirección, ya se le está enviando un enlace. Llega en unos minutos; mira también en la carpeta de correo no deseado.
choose-new-password = Elige una contraseña nueva
# $name y $email son de la persona.
new-password-of = Para { $name }, que inicia sesión con { $email }.
save-password-and-sign-in = Guardar e iniciar sesión
what-a-new-password-ends = Se cierra tu sesión en todos los demás navegadores.
link-has-ended = Este enlace ya no sirve
why-a-link-has-ended = Un enlace de contraseña sirve una vez, durante una hora, y solo sirve el último. Si ya elegiste una contraseña con él, inicia sesión con ella. Si no, pide otro enlace.

## La página en la que un administrador crea un enlace para otra persona.

# $name es de una persona.
password-link-for = Enlace de contraseña para { $name }
what-a-password-link-does = Quien abre el enlace elige una contraseña nueva y queda con la sesión iniciada. Sirve una vez, durante una hora; hasta entonces vale la contraseña anterior. Un enlace anterior deja de servir.
make-password-link = Crear un enlace de contraseña
make-another-password-link = Crear otro enlace
password-link-is-made = El enlace, que solo se muestra ahora
what-to-do-with-the-link = Cópialo ahora y dáselo a esta persona y a nadie más, por un mensaje que solo lea ella.
no-link-for-yourself = Tu propia contraseña la cambias en la página de tu cuenta. Si la olvidaste, pide un enlace a otro administrador.
no-link-while-suspended = Esta persona está suspendida y no puede iniciar sesión. Primero levanta la suspensión.
no-link-above-you = El rol de esta persona está por encima del tuyo. Pide un enlace a alguien de su rol.
no-link-into-another-organization = Esta persona también pertenece a otra organización, que el enlace abriría igualmente. Puede recibir uno por correo, con «¿Olvidaste tu contraseña?» en la página para iniciar sesión, o de quien administra el servidor.
