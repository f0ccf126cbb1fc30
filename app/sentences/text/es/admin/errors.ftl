# Va encima de un formulario que se rechazó.
correct-the-marked-fields = No se guardó nada. Corrige los campos marcados y guarda de nuevo.
