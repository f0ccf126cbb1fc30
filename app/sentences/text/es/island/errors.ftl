## Por qué se rechaza lo que se pidió: en las páginas, y en sus islas.

session-ended = Tu sesión terminó. Inicia sesión de nuevo.
credentials-do-not-match = Este correo electrónico y esta contraseña no coinciden. Revísalos e inténtalo de nuevo.
account-is-suspended = Tu cuenta está suspendida. Pide a un administrador de tu organización que levante la suspensión.
too-many-attempts = { $seconds ->
    [one] Demasiados intentos. Espera { NUMBER($seconds) } segundo e inténtalo de nuevo.
   *[other] Demasiados intentos. Espera { NUMBER($seconds) } segundos e inténtalo de nuevo.
 }
role-does-not-allow-this = Tu rol en esta organización no permite esto. Pide a un administrador o a un propietario que lo haga o que cambie tu rol.
does-not-exist = Esto no existe, o no está en tu organización.
conversation-changed = Esta conversación cambió desde que la abriste. Tu mensaje quedó guardado como borrador. Abre la conversación de nuevo, lee lo que hay de nuevo y envía.
conversation-changed-hands = Esta conversación cambió de manos desde que la abriste, así que no se guardó nada. Ábrela de nuevo desde tus mensajes.
contact-has-opted-out = Este contacto está de baja. Nadie de tu organización puede enviarle mensajes.
campaign-is-not-running = Esta campaña no está activa. Tu mensaje quedó guardado como borrador.
# $opens es una hora del día: 9:00 a.m.
outside-texting-hours = Este contacto está fuera de su horario de mensajes. Tu mensaje quedó guardado como borrador; envíalo cuando abra el horario: { $opens }, hora del contacto.
requests-are-disabled = Las solicitudes están desactivadas en este momento. Pregunta a un administrador cuándo se activarán.
request-is-pending = Ya tienes una solicitud pendiente. Espera a que se decida, o cancélala para hacer otra.
request-was-decided = Esta solicitud ya fue aprobada, rechazada o cancelada.
settings-were-saved-meanwhile = Otra persona guardó esta configuración mientras la tenías abierta, así que tus cambios no se guardaron. Revisa los suyos y guarda de nuevo si todavía quieres hacerlo.
someone-else-is-changing-this = Otra persona está cambiando esto en este momento, así que no se cambió nada. Inténtalo de nuevo en unos segundos.
undo-time-is-over = Una liberación solo se puede deshacer durante 10 minutos, y ese tiempo ya pasó.
release-was-undone = Esta liberación ya se deshizo.
could-not-be-done = Baton no pudo hacer esto en este momento. No se cambió nada; inténtalo de nuevo en un momento.
no-connection = No hay conexión con Baton. Revisa tu red e inténtalo de nuevo.
many-are-signing-in = Muchas personas están iniciando sesión en este momento. Inténtalo de nuevo en unos segundos.
