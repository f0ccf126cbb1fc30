## Entre sus mensajes: cuándo se dio de baja el contacto, y cuándo se levantó la baja. Le sigue un momento.

opted-out-by-stop-word = Baja por una palabra de baja
opted-out-by-member = Dado de baja por { $name }
opted-out-by-hand = Dado de baja por un administrador
opted-out-by-a-file = Dado de baja por un archivo de bajas
opted-out-by-the-carrier = Baja: el operador rechazó un mensaje
lifted-by-the-contact = El contacto anuló su baja
lifted-by-member = Baja anulada por { $name }
lifted-by-hand = Baja anulada por un administrador
