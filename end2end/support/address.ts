// Where a browser is, whatever part of the page it has jumped to.

/** For `toHaveURL`: this path and query, with any fragment. */
export const at = (path: string) => (url: URL) => url.pathname + url.search === path

/** For `toHaveURL`: this conversation after a text was sent, whether its page was fetched ahead, which adds what it leaves out, or not. */
export const atNextAfterSent = (id?: number) => (url: URL) =>
  url.pathname === `/texts/${id}` && url.searchParams.get('sent') === '1'
