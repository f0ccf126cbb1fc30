## The page of one member.

role = Rol
approval-level = Nivel de aprobación
member-since = Miembro desde
holds-now = Asignado ahora
holds-nothing = Nada
is-on-no-team = Aún no está en ningún equipo.
team = Equipo
add-to-team = Agregar al equipo
find-a-team = Título de un equipo
no-other-team-found = Ningún otro equipo tiene esto en su título.
remove-from-team = Quitar de { $team }

## The list of people.

every-role = Todos los roles

## Their role.

role-of = Rol de { $name }
change-role = Cambiar el rol
this-is-your-own-role = Este es tu propio rol. Si lo bajas, otra persona tiene que volver a subirlo.
role-is-changed = Se cambió el rol.
member-is-above-you = Solo un propietario puede cambiar el rol de un propietario.
role-is-above-yours = No puedes dar un rol superior al tuyo.
is-the-last-owner = Es el único propietario. Primero haz propietaria a otra persona.
suspensions-have-their-own-page = Para suspender a un miembro o levantar una suspensión, usa el botón correspondiente.

## A suspension. $name is the member.

suspend = Suspender
suspend-name = ¿Suspender a { $name }?
links-end-with-suspension = Los enlaces de invitación y de contraseña que haya creado dejan de servir, y no vuelven a servir cuando se levante la suspensión.
what-suspending-does = Se cierran de inmediato sus sesiones en esta organización, y no puede usarla hasta que se levante la suspensión. Quien le conteste mientras tanto pasa a la lista común.
pending-request-is-denied = Se rechaza la solicitud de mensajes que tiene pendiente.
# $what: 2 respuestas · 3 mensajes sin enviar.
holds-in-hand = Asignado ahora: { $what }.
# $what: 3 en campañas archivadas o en borrador.
stays-with-them = No se libera: { $what }.
and-release-everything = Liberar también todo lo que tiene asignado
what-releasing-everything-does = Vuelve a la lista común de inmediato, sin importar el tiempo de espera, el horario de mensajes ni las etiquetas de escalamiento. Durante los 10 minutos siguientes a la liberación se puede deshacer, si la suspensión ya se levantó.
release-what-they-hold = Liberar lo que tiene asignado
release-what-name-holds = Liberar lo que { $name } tiene asignado
there-was-nothing-to-release = No había nada que liberar.
is-suspended-now = El miembro está suspendido y se cerraron sus sesiones en esta organización.
cannot-suspend-yourself = No puedes suspenderte.
cannot-be-suspended = No puedes suspender a { $name }, o ya está suspendido.
is-suspended-already = Este miembro ya está suspendido.
lift-suspension = Levantar la suspensión
# $role: Voluntario.
what-lifting-does = { $name } está suspendido. Al levantar la suspensión recupera el rol «{ $role }». Tiene que volver a iniciar sesión, y lo que se liberó queda liberado.
suspended-above-you = Esta persona está suspendida y su rol estaba por encima del tuyo. Pide a alguien con ese rol que levante la suspensión.
suspension-is-lifted = Se levantó la suspensión.
is-not-suspended = Este miembro no está suspendido.

## The release at a suspension.

# Stands in the release history.
was-suspended = Suspensión de { $name }
suspended-member = Suspendido
# Under the name of the member, as long as the release can be undone.
undone-once-suspension-is-lifted = Solo se puede deshacer una vez levantada la suspensión.
lift-suspension-before-undo = { $name } está suspendido, así que no se le puede devolver nada. Primero levanta la suspensión y luego deshaz.
# Goes behind: Esta conversación fue liberada.
released-at-suspension = porque te suspendieron
