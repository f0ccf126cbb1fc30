## Unirse a una organización con un enlace.

join-organization = Únete a { $organization }
invited-by-as = { $name } te invita. Tu rol: { $role }.
invited-as = Te han invitado. Tu rol: { $role }.
join = Unirme
join-as = Unirme como { $name } ({ $email })
to-join-with-another-account = Para unirte con otra cuenta, primero cierra la sesión y vuelve a abrir el enlace.
have-an-account = ¿Ya tienes una cuenta?
sign-in-to-join = Inicia sesión
password-for-joining = Elige una contraseña. Si ya tienes una cuenta, escribe la de esa cuenta. Al menos { $least } caracteres; cuatro palabras que no tengan nada que ver entre sí son fáciles de recordar y difíciles de adivinar.
password-is-not-that-of-the-account = Revisa el correo electrónico y la contraseña: ya hay una cuenta con este correo, y esta no es su contraseña.
you-are-a-member-already = Ya eres miembro de { $organization }.
go-to-organization = Ir a { $organization }
you-are-suspended-there = Estás suspendido en esta organización, y un enlace no lo cambia. Pregunta a uno de sus administradores.
link-does-not-work = Este enlace no funciona
link-was-revoked = Fue revocado. Pide otro.
link-has-expired = Ya venció. Pide otro.
link-is-used-up = Ya se usó el máximo de veces. Pide otro.
link-ended-with-its-maker = Quien lo creó ya no puede invitar. Pide otro a otra persona.
link-is-unknown = No está completo o nunca existió. Comprueba que lo abriste entero, o pide otro.

## Varias organizaciones.

other-organization = Otra organización
change-to-organization = Cambiar
other-organization-title = Esta página es de otra organización
form-of-another-organization = Cambiaste a { $organization } en otra ventana después de abrir esta página. No se guardó ni se envió nada. Vuelve atrás, copia lo que escribiste, cambia otra vez a la otra organización y repítelo allí.
page-without-organization-title = Esta página está desactualizada
page-of-another-viewer-title = Otra persona abrió esta página
page-of-another-viewer = Esta página se abrió en otra organización, o la abrió otra persona; en otra ventana ahora estás en { $organization }. No se guardó ni se envió nada.
# Followed by a box with the text.
what-was-typed = Escribiste:
form-without-organization = Te uniste a otra organización después de abrir esta página, que no dice de cuál es. No se guardó ni se envió nada. Ahora estás en { $organization }. Vuelve atrás, copia lo que escribiste, carga la página de nuevo y repítelo.
# Firefox en Android, en Vote Local.
browser-in-organization = { $browser }, en { $organization }
