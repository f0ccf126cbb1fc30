// A wait between two attempts.

export const pause = (milliseconds) => new Promise((over) => { setTimeout(over, milliseconds) })
