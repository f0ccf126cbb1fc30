# Lo que dicen las islas, y las páginas hechas con los mismos componentes.

answer-next = Responder a la siguiente ({ NUMBER($count) })
