## Entre sus mensajes: cuándo empezó la baja del contacto, y cuándo se anuló. Le sigue un momento.

opted-out-by-stop-word = Baja por palabra clave
opted-out-by-member = Baja registrada por { $name }
opted-out-by-hand = Baja registrada por un administrador
opted-out-by-a-file = Baja por un archivo de bajas
opted-out-by-the-carrier = Baja: el operador rechazó un mensaje
lifted-by-the-contact = El contacto anuló su baja
lifted-by-member = Baja anulada por { $name }
lifted-by-hand = Baja anulada por un administrador
