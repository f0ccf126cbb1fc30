// What the browser does by itself.

// An address that it is to load or to show without us.
export let untouched

export function leaveToBrowser(address) {
  untouched = address
}
