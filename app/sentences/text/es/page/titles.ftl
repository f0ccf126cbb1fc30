## Títulos de las páginas de administradores, y enlaces a ellas.

campaigns-title = Campañas
release-history-title = Historial de liberaciones
assignment-control = Control de asignación
teams = Equipos
people = Personas
replies-nobody-can-answer = Respuestas que nadie puede contestar
# El botón que abre el menú de las páginas que se usan pocas veces.
set-up = Configurar
