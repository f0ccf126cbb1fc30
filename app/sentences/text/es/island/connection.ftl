## Si la página se mantiene al día.

as-of-now = Datos de este momento
live = En vivo
connection-lost = Se perdió la conexión; reconectando. Estas cifras pueden estar atrasadas.
