## Por qué se rechaza un formulario, además de los errores.

form-is-not-valid = Falta algo en este formulario o algo no es válido. Revísalo e inténtalo de nuevo.
cannot-be-stored = No se guardó nada, porque algo es demasiado largo, demasiado grande o tiene un carácter que no se puede guardar. Cámbialo e inténtalo de nuevo.
text-is-empty = Escribe un mensaje antes de enviarlo.
# $most es un número.
text-is-too-long = Un mensaje puede tener como máximo { $most } caracteres.
# $most es un número.
draft-is-too-long = Un borrador puede tener como máximo { $most } caracteres.
# $fields: {firstName}, {site}.
text-has-unfilled-fields = Este mensaje todavía contiene { $fields }. Escribe lo que va en ese lugar, o quítalo.
taken-by-another = Se liberó esta conversación mientras no estabas, y ahora la tiene { $holder }. Tu mensaje quedó guardado como borrador.
no-phone-number = Tu organización todavía no tiene un número de teléfono para enviar mensajes. Avisa a un administrador.
tag-no-longer-exists = Una etiqueta que elegiste ya no existe. Vuelve atrás y elige otra.
ask-for-at-least-one = Pide al menos 1.
enter-how-many = Escribe cuántos quieres, por ejemplo 10.
undo-cannot-be-undone = Lo que se deshizo no se puede rehacer. Libera de nuevo.
release-is-running = Esta liberación sigue en curso. Cancélala, o espera a que termine.
release-was-empty = Esta liberación no liberó nada, así que no hay nada que deshacer.

## Solicitudes que se rechazan antes de llegar a una página: un título y una frase.

cannot-be-read = Esta solicitud no se puede leer
is-compressed = Lo que se envió está comprimido. Envíalo de nuevo sin Content-Encoding.
is-too-long = Esto es demasiado largo
shorten-it = No se guardó nada, porque es demasiado largo. Acórtalo e inténtalo de nuevo.
not-in-time = Esto no llegó a tiempo
not-complete = Esto no llegó completo
was-not-complete = No se guardó nada, porque no llegó completo. Revisa tu red e inténtalo de nuevo.
took-too-long = Esto tardó demasiado
stopped-for-time = Baton se detuvo, porque esto tardó demasiado. Abre la página de nuevo para ver si se hizo antes de volver a intentarlo.
other-address = Esta no es la dirección de este servidor
answers-at = Este servidor solo está en { $url }. Si debe tener otro nombre, ponlo en BATON_PUBLIC_URL y haz que el proxy pase la cabecera Host.
no-host = No se indica ningún host
name-the-host = La solicitud tiene que indicar su host una sola vez, en la cabecera Host.
