## La lista de personas.

no-one-found = No se encontró a nadie
search-by-part = Busca por una parte del nombre o del correo electrónico.
# $level: Requiere aprobación. $link lleva a Control de asignación.
what-approval-levels-do = El nivel de aprobación decide si las solicitudes de mensajes necesitan aprobación. Los miembros nuevos reciben «{ $level }», que se configura en { $link }.
approval-level-of = Nivel de aprobación de { $name }
counted-teams = { $count ->
    [one] { $count } equipo
   *[other] { $count } equipos
 }
levels-are-saved = { $count ->
    [0] No había cambios que guardar.
    [one] Se guardó { $count } nivel de aprobación.
   *[other] Se guardaron { $count } niveles de aprobación.
 }

## Niveles de aprobación.

level-automatic = Automático
level-approval-required = Requiere aprobación
level-not-allowed = No permitido

## Roles.

role-suspended = Suspendido
role-texter = Voluntario
role-supervolunteer = Supervoluntario
role-admin = Administrador
role-owner = Propietario
