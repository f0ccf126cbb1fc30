actions-for = Acciones para { $campaign }
autoassign-mode = Modo de asignación automática
release-unreplied-conversations = Liberar conversaciones sin contestar
release-unsent-messages = Liberar mensajes sin enviar
