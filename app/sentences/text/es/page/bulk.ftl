## Acciones en bloque de Revisión de mensajes: lo que se hace a muchas conversaciones de una vez.

bulk-change-several = Cambiar varias
# Va delante de las conversaciones de que se trata.
bulk-which = Qué conversaciones
bulk-these = Las que están marcadas
bulk-all-that-match = Todas las que cumplen los filtros
# Va sobre lo que se puede hacer.
bulk-what = Qué hacer
bulk-choose = Elegir
bulk-reassign = Reasignar
bulk-unassign = Dejar sin asignar, en la lista común
bulk-add-tag = Poner una etiqueta
bulk-remove-tag = Quitar una etiqueta
bulk-close = Cerrar
bulk-opt-out = Dar de baja
# A quién van las conversaciones.
bulk-receiver = A
bulk-preview = Vista previa
# $name es el nombre del contacto.
bulk-tick = Marcar { $name }
bulk-choose-conversations = Marca primero las conversaciones, o elige todas las que cumplen los filtros.
bulk-choose-change = Elige qué hacer.
bulk-choose-receiver = Elige quién recibe las conversaciones.
bulk-choose-tag = Elige la etiqueta.
bulk-member-cannot-text = Este miembro ya no puede enviar mensajes. Elige otro.

## Su título, en su propia página y en el historial.

bulk-reassign-to = Reasignar a { $name }
bulk-add-tag-named = Poner la etiqueta «{ $tag }»
bulk-remove-tag-named = Quitar la etiqueta «{ $tag }»

## Lo que hace.

bulk-reassign-lead = Las conversaciones pasan a { $name }, y su tiempo de espera empieza de nuevo. Quienes las tienen ahora las pierden, y se les avisa.
bulk-unassign-lead = Las conversaciones vuelven a la lista común, donde los voluntarios activos pueden pedirlas. Quienes las tienen ahora las pierden, y se les avisa.
bulk-add-tag-lead = Cada conversación recibe la etiqueta. Si la etiqueta escala, los voluntarios cuyo equipo no se ocupa de ella pierden la conversación.
bulk-remove-tag-lead = Cada conversación pierde la etiqueta, sin importar quién la puso.
bulk-close-lead = Las conversaciones se cierran sin contestarlas. Quienes las tienen las conservan, y lo próximo que escriban sus contactos las abre de nuevo.
bulk-opt-out-lead = Los contactos se dan de baja enseguida, en todas las campañas de la organización. No se envía ninguna despedida.

## La vista previa.

bulk-would-change = { $count ->
    [one] Se cambiará { $count } conversación
   *[other] Se cambiarán { $count } conversaciones
 }
bulk-would-change-none = No se cambiaría ninguna de estas conversaciones.
bulk-from-whom = De quién
# $name: Ann Lee. $count: 12.
bulk-loser = { $name }: { NUMBER($count) }
bulk-left-alone = No se cambian, y por qué
bulk-changes-meanwhile = Las conversaciones que cambien antes de que pulses el botón no se tocan.
bulk-can-be-undone = Puedes deshacerlo durante diez minutos.
bulk-do-it = Aplicar
bulk-only-its-maker = Solo puede hacerlo quien lo preparó.
bulk-counting = Contando las conversaciones…
bulk-looked-at = { $count ->
    [one] Se ha mirado { $count } conversación hasta ahora
   *[other] Se han mirado { $count } conversaciones hasta ahora
 }
bulk-count-waits = La cuenta sigue aunque cierres esta página. Todavía no se cambia nada.
bulk-nothing-to-do = No hay nada que hacer: no queda ninguna conversación que se cambiaría.

## Mientras avanza, y su resultado.

# La lista de lo que quien lee acaba de cambiar, para quien no puede verla.
bulk-recent = Tus cambios recientes en bloque
# Despliega los que no se muestran enseguida.
bulk-recent-more = { $count ->
    [one] { $count } cambio en bloque más
   *[other] { $count } cambios en bloque más
 }

bulk-goes-on = Sigue aunque cierres esta página.
bulk-stop = Detener
bulk-stopping = Deteniendo…
bulk-had-changed = { $count ->
    [one] { $count } había cambiado entretanto y no se cambió
   *[other] { $count } habían cambiado entretanto y no se cambiaron
 }
bulk-nothing-was-changed = No se cambió nada: todas las conversaciones habían cambiado entretanto.
bulk-undo-returns = Solo se deshace lo que nadie ha cambiado desde entonces.
bulk-back = Volver a Revisión de mensajes
# Sigue a un número de conversaciones, que se destaca.
bulk-changed-so-many = { $count ->
    [one] cambiada
   *[other] cambiadas
 }
# Por qué se anularon las bajas.
bulk-opt-out-was-undone = Se deshizo la baja en Revisión de mensajes.

## De qué conversaciones se trataba.

bulk-chosen-one-by-one = Elegidas una por una
bulk-all-conversations = Todas las conversaciones
# $filters: Campaña: Voto anticipado, Estado: Cerrada.
bulk-all-matching = Todas las que cumplían: { $filters }
# $label: Campaña. $value: Voto anticipado.
bulk-filter = { $label }: { $value }

## Lo que no se tocó, cuánto y por qué.

left-out-already-theirs = { NUMBER($count) } que ya tiene este voluntario
left-out-with-nobody = { NUMBER($count) } sin voluntario
left-out-already-closed = { $count ->
    [one] { $count } que ya está cerrada
   *[other] { $count } que ya están cerradas
 }
left-out-already-tagged = { $count ->
    [one] { $count } que ya lleva la etiqueta
   *[other] { $count } que ya llevan la etiqueta
 }
left-out-not-tagged = { NUMBER($count) } sin la etiqueta
left-out-other-teams = { NUMBER($count) } en campañas de equipos a los que no pertenece este voluntario
