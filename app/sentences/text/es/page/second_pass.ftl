## La segunda ronda de una campaña: su página, y cómo la muestra el historial.

what-a-second-pass-does = Se escribe otra vez a los contactos que recibieron un mensaje y no han contestado: vuelven a ser mensajes iniciales, que los voluntarios pueden pedir. Lo que se envió se queda en la conversación.
see-whom-it-would-take = Ver a quiénes incluiría
last-text-at-least-days-ago = Días desde el último mensaje, como mínimo
what-days-of-a-second-pass-mean = De 0 a 365. Con 0 no importa cuándo se les escribió por última vez.
second-pass-days-are-not-valid = Escribe un número entero de días, de 0 a 365.
start-the-second-pass = Iniciar la segunda ronda
second-pass-would-take = { $count ->
    [one] { $count } contacto no ha contestado; se le escribiría otra vez.
   *[other] { $count } contactos no han contestado; se les escribiría otra vez.
 }
second-pass-would-take-nobody = No se escribiría otra vez a nadie.
second-pass-needs-a-running-campaign = No se escribiría otra vez a nadie: la campaña está archivada o no se ha lanzado.
# Sigue a cuántos contactos hay.
they-are-with-texters = { $count ->
    [one] { $count } voluntario los tiene ahora y los perderá.
   *[other] { $count } voluntarios los tienen ahora y los perderán.
 }
second-pass-while-paused = La campaña está en pausa: los voluntarios no pueden pedir sus mensajes hasta que se reanude.
left-out-and-why = Quiénes quedan fuera, y por qué
left-out-not-messaged = { $count ->
    [one] { NUMBER($count) } a quien aún no se ha escrito
   *[other] { NUMBER($count) } a quienes aún no se ha escrito
 }
left-out-answered = { $count ->
    [one] { NUMBER($count) } contestó, o se cerró
   *[other] { NUMBER($count) } contestaron, o se cerraron
 }
left-out-texted-lately = { NUMBER($count) } con un mensaje más reciente o por salir
last-second-pass = Última segunda ronda
second-pass-took-nothing = La segunda ronda no encontró a nadie: no se escribe otra vez a nadie.
# Sigue a un número de conversaciones, que se destaca.
to-message-again = { $count ->
    [one] para escribir otra vez
   *[other] para escribir otra vez
 }
texted-days-ago = { $days ->
    [0] Sin importar cuándo se les escribió
    [one] Último mensaje hace al menos { $days } día
   *[other] Último mensaje hace al menos { $days } días
 }
no-second-pass-to-undo = No hay ninguna segunda ronda de esta campaña que se pueda deshacer: la última fue hace más de diez minutos, o ya se deshizo.
