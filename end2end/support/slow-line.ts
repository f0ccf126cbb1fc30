// A line to the server like a phone's: what passes is late, and only so much passes in a second. The browser's own
// throttling has no effect on requests in every Chromium, so this is a proxy.
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export type Quality = {
  /** How late what passes is, in each direction. */
  delayMs: number
  /** How much passes in a second, in each direction, over all connections together. */
  bytesPerSecond: number
}

/** A direction of the line, which all connections share. */
class Direction {
  #freeAt = 0

  constructor(private readonly quality: Quality) {}

  /** When a piece of so many bytes, sent now, has passed, in milliseconds from now. */
  passes(bytes: number): number {
    const now = performance.now()
    this.#freeAt = Math.max(now, this.#freeAt) + (bytes / this.quality.bytesPerSecond) * 1000
    return this.#freeAt - now + this.quality.delayMs
  }
}

/** Opens the line; gives its address, and what closes it. */
export async function openSlowLine(quality: Quality): Promise<{ url: string; close: () => void }> {
  const { hostname, port } = new URL(process.env.BATON_TEST_URL ?? '')
  const [up, down] = [new Direction(quality), new Direction(quality)]
  const sockets = new Set<Socket>()
  const carry = (from: Socket, to: Socket, direction: Direction, handshakeMs: number) => {
    sockets.add(from)
    // Only the first piece waits for the handshake, and none overtakes another: each timer passes on the oldest.
    const pieces: Buffer[] = []
    let [late, arrivesAt] = [handshakeMs, 0]
    from.on('data', (data) => {
      pieces.push(data)
      const now = performance.now()
      arrivesAt = Math.max(now + direction.passes(data.length) + late, arrivesAt)
      late = 0
      setTimeout(() => {
        const piece = pieces.shift()
        if (piece && to.writable) to.write(piece)
      }, arrivesAt - now)
    })
    from.on('error', () => {})
    from.on('close', () => {
      sockets.delete(from)
      setTimeout(() => to.destroy(), quality.delayMs)
    })
  }
  const server = createServer((client) => {
    const baton = connect(Number(port), hostname)
    // A connection is there after a packet each way.
    carry(client, baton, up, 2 * quality.delayMs)
    carry(baton, client, down, 0)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}
