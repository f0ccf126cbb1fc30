## Lo que vino con un mensaje, en un hilo.

picture = Foto
# $name: el nombre del contacto.
picture-from = Foto de { $name }
audio = Audio
video = Video
document = Documento
contact-card = Tarjeta de contacto
# En una lista, por un archivo que no se muestra.
attachment = Archivo adjunto
file-that-is-not-shown = Un archivo que Baton no muestra

## Por qué no se muestra.

carrier-does-not-answer = El operador no contesta. Inténtalo de nuevo en un momento.
carrier-refused-the-account = El operador no aceptó la cuenta de Baton. Avisa a un administrador.
carrier-has-it-no-more = El operador ya no tiene este archivo.
carrier-is-not-configured = Baton no tiene cuenta con el operador que entregó este archivo. Avisa a un administrador.
its-type-is-not-shown = Baton no muestra archivos de este tipo.
it-is-too-large = Este archivo pesa más de 5 MB y Baton no lo muestra.
