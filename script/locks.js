// Locks where the browser has none, which is on pages without TLS, such as those of a server at home. By them the windows of a
// browser share one connection (`app/src/islands/browser/events/windows.rs`); there is no more here than that needs. It is
// loaded before the program, where it is needed (`script/program.js`).
//
// Windows agree by a channel. Who wants a lock asks for it, and has it if nobody objects: neither who has it, nor who asks
// too and has a lower number. Where two have it all the same, one of which answered too late, the higher number loses it.

// For how long others may object. Of windows that are seen none is slower, but for a moment.
const OBJECT_WITHIN_MS = 500

function request(name, { signal, steal }, granted) {
  return new Promise((resolve, reject) => {
    const channel = new BroadcastChannel(`${name}-lock`)
    const number = Math.random()
    let isHeld = false
    // What takes it, or asks for it again. Without one it is waited for whoever has it.
    let timer
    const say = (word) => channel.postMessage([word, number])
    const wait = (next, milliseconds) => {
      clearTimeout(timer)
      timer = next && setTimeout(next, milliseconds)
    }
    const end = (settle) => {
      wait()
      if (isHeld) say('free')
      isHeld = false
      channel.close()
      settle()
    }
    const lose = () => end(() => reject(new DOMException(`${name} is not held.`, 'AbortError')))
    const take = () => {
      isHeld = true
      say(steal ? 'stolen' : 'held')
      // Whoever waits for a window that is closed would wait until that is silent for too long.
      window.addEventListener('pagehide', lose, { once: true })
      granted().then(() => end(resolve))
    }
    const ask = () => {
      say('wanted')
      wait(take, OBJECT_WITHIN_MS)
    }
    const hearHolder = (word, goesFirst) => {
      if (word === 'wanted' || word === 'held' && goesFirst) say('held')
      else if (word !== 'free') lose()
    }
    channel.onmessage = ({ data: [word, other] }) => {
      const goesFirst = number < other
      if (isHeld) hearHolder(word, goesFirst)
      else if (word === 'free') ask()
      else if (word !== 'wanted') wait()
      else if (timer && goesFirst) say('wanted')
      // It has it after that, or is gone by then.
      else if (timer) wait(ask, 2 * OBJECT_WITHIN_MS)
    }
    signal?.addEventListener('abort', () => isHeld || lose())
    if (steal) queueMicrotask(take)
    else ask()
  })
}

Object.assign(navigator, { locks: { request } })
