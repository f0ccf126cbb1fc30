## La cabecera y el pie de cada página.

# Describe el producto a los buscadores.
what-this-is = Mensajes para campañas: envía mensajes iniciales y contesta cada respuesta.
skip = Saltar al contenido
# Nombra la navegación para quienes oyen la página.
main-navigation = Principal
assignment-requests = Solicitudes
sign-out = Cerrar sesión
# Nombra el formulario del pie, que tiene un botón por idioma.
language = Idioma

## Páginas que dicen por qué no hay ninguna.

no-access-title = No tienes acceso a esta página
page-not-found-title = No se encontró la página
not-available-title = Baton no está disponible
something-went-wrong-title = Algo salió mal
try-again = Intentar de nuevo
go-to-home-page = Ir a la página de inicio
