// Where a browser is, whatever part of the page it has jumped to.

/** For `toHaveURL`: this path and query, with any fragment. */
export const at = (path: string) => (url: URL) => url.pathname + url.search === path
