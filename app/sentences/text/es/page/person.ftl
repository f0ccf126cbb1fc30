## The page of one member.

role = Rol
approval-level = Nivel de aprobación
member-since = Miembro desde
holds-now = Tiene ahora
holds-nothing = Nada
is-on-no-team = Aún no está en ningún equipo.
team = Equipo
add-to-team = Agregar al equipo
remove-from-team = Quitar de { $team }
