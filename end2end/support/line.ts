// A line to the server that can go silent, as when packets are dropped: everything stays open and carries nothing.
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export class Line {
  #server = createServer((client) => this.#carry(client))
  #clients = new Set<Socket>()
  #servers = new Set<Socket>()
  #silent = { requests: false, answers: false }

  /** Begins to carry; gives the address. */
  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Holds back what comes from these sides. */
  silence(...sides: ('requests' | 'answers')[]) {
    this.#set({ requests: sides.includes('requests'), answers: sides.includes('answers') })
  }

  /** Carries again, and what was held back first. */
  resume() {
    this.#set({ requests: false, answers: false })
  }

  /** Ends everything. */
  close() {
    for (const socket of [...this.#clients, ...this.#servers]) socket.destroy()
    this.#server.close()
  }

  #set(silent: { requests: boolean; answers: boolean }) {
    this.#silent = silent
    for (const socket of this.#clients) silent.requests ? socket.pause() : socket.resume()
    for (const socket of this.#servers) silent.answers ? socket.pause() : socket.resume()
  }

  #carry(client: Socket) {
    const { hostname, port } = new URL(process.env.BATON_TEST_URL ?? '')
    const server = connect(Number(port), hostname)
    this.#pass(client, server, this.#clients, this.#silent.requests)
    this.#pass(server, client, this.#servers, this.#silent.answers)
  }

  #pass(from: Socket, to: Socket, side: Set<Socket>, silent: boolean) {
    side.add(from)
    from.on('data', (data) => to.write(data))
    from.on('error', () => {})
    from.on('close', () => {
      side.delete(from)
      to.destroy()
    })
    if (silent) from.pause()
  }
}
