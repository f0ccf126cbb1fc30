// What goes over the wire, counted there: a browser's own figures come after it has unpacked.
import { get, type IncomingHttpHeaders } from 'node:http'
import { buffer } from 'node:stream/consumers'

export type Transfer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** Fetches an address as a browser does, and unpacks nothing. */
export async function transfer(path: string, cookie = ''): Promise<Transfer> {
  const headers = { 'accept': 'text/html,*/*', 'accept-encoding': 'gzip, deflate, br', cookie }
  return new Promise((resolve, reject) => {
    get(new URL(path, process.env.BATON_TEST_URL), { headers }, (response) => {
      const head = { status: response.statusCode ?? 0, headers: response.headers }
      buffer(response).then((body) => resolve({ ...head, body }), reject)
    }).on('error', reject)
  })
}
