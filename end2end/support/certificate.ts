// A certificate for servers of this machine, made for one run. OpenSSL comes with PostgreSQL's packages.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

// Not that of an authority: what is one may be no server's.
const REQUEST = `
[req]
prompt = no
distinguished_name = name
x509_extensions = extensions
[name]
commonName = 127.0.0.1
[extensions]
subjectAltName = IP:127.0.0.1
basicConstraints = critical, CA:FALSE
`

/** Makes one; gives it with its key, and the file by which a program trusts it, which stands in `folder`. */
export async function makeCertificate() {
  const folder = await mkdtemp(join(tmpdir(), 'baton-certificate-'))
  const [request, keyFile, file] = ['request', 'key', 'certificate'].map((name) => join(folder, name)) as [string, string, string]
  await writeFile(request, REQUEST)
  const words = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-config', request, '-keyout', keyFile, '-out', file]
  await promisify(execFile)('openssl', ['req', '-x509', ...words])
  return { key: await readFile(keyFile), cert: await readFile(file), file, folder }
}
