## Títulos de las páginas de administradores, y enlaces a ellas.

people = Personas
replies-nobody-can-answer = Respuestas que nadie puede contestar
unmatched-texts = Mensajes sin conversación
# De conversaciones que llevan una etiqueta de escalamiento.
escalated = Escaladas
# El botón que abre el menú de las páginas que se usan pocas veces.
set-up = Configurar
