// What no page and no command can make: rows of any age. Each kind has a script beside this file.
import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Runs a script, which finds `data` in its variable of that name, and gives the JSON that it says. */
export async function script<T>(name: string, data: object): Promise<T> {
  const file = resolve(import.meta.dirname, 'sql', `${name}.sql`)
  const variable = `data=${JSON.stringify(data)}`
  const { stdout } = await run(psql(), [
    ...['--no-psqlrc', '--quiet', '--tuples-only', '--no-align', '--single-transaction'],
    ...['--set', 'ON_ERROR_STOP=1', '--set', variable, '--file', file],
    process.env.BATON_TEST_DATABASE ?? '',
  ])
  return JSON.parse(stdout) as T
}

/** Debian's `psql` in the path asks around for clusters first; the one behind it does not. */
function psql(): string {
  const versions = '/usr/lib/postgresql'
  const folders = existsSync(versions) ? readdirSync(versions).map((version) => join(versions, version, 'bin')) : []
  const found = [process.env.BATON_POSTGRES_BIN ?? '', ...folders].map((folder) => join(folder, 'psql'))
  return found.find((path) => existsSync(path)) ?? 'psql'
}
