## La página de la propia cuenta.

your-account = Tu cuenta
your-name = Nombre
who-sees-your-name = Tu nombre lo ven otras personas de tus organizaciones, y los guiones usan tu nombre de pila.
name-is-not-valid = Escribe un nombre de 1 a 200 caracteres, con al menos una letra.
your-name-is-saved = Se guardó tu nombre.
# Nombra el formulario, porque el pie de cada página tiene uno que se llama «Idioma».
your-language = Tu idioma
your-language-is-saved = Se guardó tu idioma.

## La contraseña.

change-password = Cambiar contraseña
current-password = Contraseña actual
new-password = Contraseña nueva
# $least es un número.
what-a-password-needs = Al menos { $least } caracteres. Cuatro palabras que no tengan nada que ver entre sí son fáciles de recordar y difíciles de adivinar.
password-is-wrong = Esta no es tu contraseña actual.
# $least es un número.
password-is-too-short = Usa al menos { $least } caracteres.
# $most es un número.
new-password-is-too-long = Usa como máximo { $most } bytes.
password-is-guessable = Esta contraseña es fácil de adivinar o está en una lista de contraseñas filtradas. Elige otra, por ejemplo cuatro palabras que no tengan nada que ver entre sí.
password-was-changed = Tu contraseña se cambió hace un momento.
password-is-the-same = Esta es la contraseña que ya tienes. Elige otra.
your-password-is-changed = Se cambió tu contraseña y se cerró tu sesión en todos los demás navegadores.

## Las sesiones.

where-you-are-signed-in = Dónde tienes la sesión iniciada
this-browser = Este navegador
unknown-browser = Navegador desconocido
# Firefox en Android.
browser-on = { $browser } en { $system }
# $since y $last son momentos.
signed-in-and-used = Inicio de sesión: { $since }; último uso: { $last }
# $since es un momento.
signed-in-at = Inicio de sesión: { $since }
sign-out-everywhere = Cerrar sesión en todas partes
what-signing-out-everywhere-does = Cierra tu sesión en todos estos navegadores, también en este. Si es posible que alguien más sepa tu contraseña, cámbiala también.
you-are-signed-out-everywhere = Se cerró tu sesión en todas partes.
