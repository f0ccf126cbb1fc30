## Conversaciones escaladas que nadie tiene: su lista, y el enlace a ella en la página de un voluntario.

what-escalated-are = Conversaciones con una etiqueta de escalamiento que atienden tus equipos, y que nadie tiene. Toma una para leerla y contestarla.
what-all-escalated-are = Conversaciones con una etiqueta de escalamiento que nadie tiene. Los miembros de los equipos que atienden sus etiquetas las toman aquí.
escalated-appear-here = Si alguien escala una conversación, espera aquí hasta que alguien la tome.
escalated-by = la escaló { $name }
take-escalated = Tomar
# De un botón que dice Tomar. $contact: Maya Lin.
take-escalated-of = Tomar la conversación con { $contact }
read-conversation = Leer
# De un enlace que dice Leer. $contact: Maya Lin.
read-conversation-of = Leer la conversación con { $contact }
escalated-wait = { $count ->
    [one] { $count } conversación escalada espera a que alguien la tome
   *[other] { $count } conversaciones escaladas esperan a que alguien las tome
 }
# $most es un número.
many-escalated-wait = Más de { NUMBER($most) } conversaciones escaladas esperan a que alguien las tome

## Por qué no se toma una.

only-its-teams-take-it = Solo los miembros de los equipos que atienden sus etiquetas pueden tomar esta conversación.
escalated-no-more = Esta conversación ya no está escalada, o su contacto está de baja, así que no se tomó.
escalated-is-taken = Otra persona ya tomó esta conversación.
its-campaign-does-not-run = La campaña de esta conversación está en pausa o archivada, así que ahora no se puede tomar.
its-campaign-hands-nothing-out = La asignación automática está desactivada en la campaña de esta conversación, así que no se puede tomar. Un administrador puede activarla en el Modo de asignación automática.
# $opens: 9:00 a.m.
not-taken-outside-hours = Es demasiado tarde o demasiado temprano para escribir a este contacto, así que ahora no se puede tomar la conversación. Su horario empieza: { $opens }, hora del contacto.
