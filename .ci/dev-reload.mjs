// Tells open pages to reload: the other end of Leptos' <AutoReload/>, which cargo-leptos has built
// in. SIGUSR2 means "there is something new". Usage: dev-reload.mjs SERVER PORT
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

const [server, port] = process.argv.slice(2)
const pages = new Set()

const acceptKey = (key) =>
  createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')

const frame = (text) => Buffer.concat([Buffer.from([0x81, text.length]), Buffer.from(text)])

// A page that reloads before the new server listens shows an error instead.
async function serverAnswers() {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const answered = await fetch(`http://${server}/`, { redirect: 'manual' }).then(() => true, () => false)
    if (answered) return
    await sleep(200)
  }
}

process.on('SIGUSR2', async () => {
  await serverAnswers()
  for (const socket of pages) socket.write(frame('{"all":"reload"}'))
})

createServer()
  .on('upgrade', (request, socket) => {
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        `Sec-WebSocket-Accept: ${acceptKey(request.headers['sec-websocket-key'])}\r\n\r\n`,
    )
    pages.add(socket)
    socket.on('close', () => pages.delete(socket)).on('error', () => pages.delete(socket))
    // Pages say nothing but goodbye; reading it lets the socket close.
    socket.resume()
  })
  .listen(Number(port), server.replace(/:\d+$/, ''))
