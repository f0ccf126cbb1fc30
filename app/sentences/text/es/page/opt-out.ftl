## The question before a contact is opted out.

no-more-texts = ¿No enviar más mensajes a este contacto?
no-one-can-text-them = Nadie de tu organización podrá volver a enviarle mensajes, en ninguna campaña.
send-the-goodbye = Enviar un último mensaje
last-text = Último mensaje, que puedes cambiar
yes-opt-out = Sí, dar de baja
# Of the link below a line of a list whose contact may want that.
opt-out-contact = Dar de baja a { $name }
