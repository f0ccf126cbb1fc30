// The program under test: as a server with a database that is thrown away, and as a command beside it.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const program = process.env.BATON_BIN ?? resolve(import.meta.dirname, '../../target/debug/baton')

// What it says when it starts: where the database is (the shell says that), where it is itself, and the code of the first
// steps.
const says = { database: /^DATABASE_URL=(.+)$/, url: /^Baton is at (\S+)$/, code: /one-time code: (\S+)$/ }

/** Starts a server on a port that is free, unless another address is given, with a PostgreSQL cluster of its own. */
export async function startBaton(environment: Record<string, string>) {
  const serve = 'echo "DATABASE_URL=$DATABASE_URL" && exec "$0" serve'
  const server = spawn(program, ['cluster', 'run', '--temporary', '--', 'sh', '-c', serve, program], {
    env: { ...process.env, RUST_LOG: 'warn', BATON_ADDR: '127.0.0.1:0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(server, 'exit')
  const told: Partial<Record<keyof typeof says, string>> = {}
  // Read to the end of the run: a pipe that nobody empties would stop the server in mid-sentence.
  const ready = new Promise<void>((resolve) => {
    createInterface(server.stdout).on('line', (line) => {
      told.database ??= says.database.exec(line)?.[1]
      told.url ??= says.url.exec(line)?.[1]
      told.code ??= says.code.exec(line)?.[1]
      if (told.url && told.code) resolve()
    })
  })
  await Promise.race([ready, ended])
  const { url, database, code } = told
  if (!url || !database || !code) throw new Error(`${program} did not start; what it said is above.`)
  const stop = async () => {
    server.kill('SIGTERM')
    await ended
  }
  return { url, database, code, stop }
}

/** Runs a command of the program on the tests' database and gives what it says. */
export async function command(words: string[], stdin = ''): Promise<string> {
  const env = { ...process.env, RUST_LOG: 'warn', DATABASE_URL: process.env.BATON_TEST_DATABASE }
  const running = promisify(execFile)(program, words, { env })
  // A command that reads nothing may be gone before there is nothing written to it.
  running.child.stdin?.on('error', () => {})
  running.child.stdin?.end(stdin)
  return (await running).stdout
}

/** Runs a command and gives the number that it names. */
export async function baton(words: string[], stdin = ''): Promise<number> {
  const stdout = await command(words, stdin)
  const number = /\(number (\d+)\)/.exec(stdout)?.[1]
  if (!number) throw new Error(`baton ${words.join(' ')} named no number: ${stdout}`)
  return Number(number)
}
