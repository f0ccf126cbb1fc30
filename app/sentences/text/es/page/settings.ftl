## Settings of the organization.

settings = Configuración
settings-are-saved = Se guardó la configuración.
# $link leads to Assignment Control.
what-assignment-control-sets = Configuración de toda la organización. Quién puede pedir mensajes, qué lee mientras las solicitudes están desactivadas, los límites y el nivel de aprobación de los nuevos miembros están en { $link }.
organization = Organización
new-campaigns-text-from = Inicio del horario de las campañas nuevas
new-campaigns-text-until = Fin del horario de las campañas nuevas
what-default-hours-mean = Hora local de cada contacto, como 09:00. Las campañas que ya existen conservan su horario.
midnight-is-24 = Desde esta hora no se envían mensajes, como 21:00; 24:00 es medianoche.
time-zone-of-new-campaigns = Zona horaria de las campañas nuevas
what-default-zone-means = Para los contactos cuya zona no se conoce. Escribe una zona horaria como America/New_York. Si la dejas vacía, cada campaña nueva debe indicar la suya.
texters-see-last-names = Los voluntarios ven los apellidos
what-hidden-last-names-mean = Si está desactivado, los voluntarios y supervoluntarios solo ven el nombre de pila de los contactos; los administradores ven ambos. Un guion que usa el apellido se completa de todos modos, porque lo leerá el contacto.
goodbye-of-opt-outs = Despedida para los contactos que se dan de baja
what-goodbye-means = Se envía cuando un voluntario da de baja a un contacto, dentro del horario de mensajes y nunca después de que el propio contacto pida la baja. Si la dejas vacía, no se envía nada.

## What is wrong with a field.

# $fields: {nickname}, {zip}.
goodbye-has-no-field = No existe el campo { $fields } en todas las campañas. Se enviaría tal como está aquí.
# $fields: {firstName}, {lastName}. $example: {firstName|neighbor}.
goodbye-needs-a-default = Puede faltar el valor de { $fields }, y quedaría un hueco en el mensaje. Agrega lo que se debe escribir en su lugar, como { $example }.
goodbye-is-not-valid = Usa solo letras, dígitos, signos y saltos de línea.
time-of-day-is-not-valid = Escribe una hora como 09:00.
texting-hours-end-first = El horario de mensajes debe terminar después de empezar.
time-zone-is-unknown = No existe una zona horaria con este nombre. Escribe una como America/New_York.
