## Lo que haría ahora el modo de asignación automática, antes de guardarlo.

# Encabeza cuántas respuestas se liberarían, y qué impediría repartir respuestas.
with-these-settings-now = Con esta configuración ahora
these-settings-are-not-saved = Esta configuración todavía no se ha guardado.
nothing-while-auto-release-is-off = La liberación automática está desactivada: no se liberaría ninguna respuesta automáticamente.
nothing-while-auto-assign-is-off = La asignación automática está desactivada: no se liberaría ninguna respuesta automáticamente, y los voluntarios no podrían pedir ninguna.
nothing-keeps-replies-back = Nada impide que los voluntarios pidan las respuestas de esta campaña.

## Por qué los voluntarios no pueden pedir las respuestas de una campaña; cada una lleva detrás un enlace a donde se arregla.

obstacle-not-started = La campaña no se ha lanzado.
obstacle-archived = La campaña está archivada.
obstacle-paused = La campaña está en pausa.
obstacle-requests-disabled = Las solicitudes están desactivadas en tu organización.
obstacle-no-replies-pool = Ninguna lista común activada tiene respuestas.
obstacle-no-pool-draws = Ni General ni la lista común de uno de sus equipos tiene las respuestas de esta campaña.
obstacle-no-team-chosen = La campaña está restringida a equipos, pero no se ha elegido ninguno.
obstacle-no-team-pool = La campaña está restringida a equipos, y ninguna lista común activada de esos equipos tiene respuestas.
obstacle-no-team-members = Los equipos cuyas listas comunes podrían tener sus respuestas no tienen miembros que puedan pedir mensajes.
# Le sigue un momento.
obstacle-outside-hours = Los contactos están fuera de su horario de mensajes. Empieza:

## Lo mismo como marca en la lista.

mark-requests-disabled = Nadie puede pedir sus respuestas: las solicitudes están desactivadas
mark-no-replies-pool = Nadie puede pedir sus respuestas: ninguna lista común tiene respuestas
mark-no-pool-draws = Nadie puede pedir sus respuestas: ninguna lista común las tiene
mark-no-team-chosen = Nadie puede pedir sus respuestas: no se ha elegido ningún equipo
mark-no-team-pool = Nadie puede pedir sus respuestas: ninguna lista común de sus equipos las tiene
mark-no-team-members = Nadie puede pedir sus respuestas: sus equipos no tienen miembros que puedan pedir mensajes
mark-outside-hours = Fuera del horario de mensajes
