# Lo que dice solo el servidor.

skip = Saltar al contenido
