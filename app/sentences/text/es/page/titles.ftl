## Títulos de las páginas de administradores, y enlaces a ellas.

people = Personas
replies-nobody-can-answer = Respuestas que nadie puede contestar
# El botón que abre el menú de las páginas que se usan pocas veces.
set-up = Configurar
