// An address of this machine for a server that has to be told its own.
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

/** One that was free a moment ago. */
export async function freeAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return `127.0.0.1:${port}`
}
