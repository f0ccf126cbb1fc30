// Texters without a browser: they sign in, request initial messages and send them, by the forms of their pages.
import { password, type Person } from '../organization.ts'

/** As many as one request may ask for. */
const A_REQUEST = 25

export class Texter {
  #cookies = new Map<string, string>()

  constructor(
    readonly url: string,
    readonly person: Person,
  ) {}

  /** Signs in. */
  async signIn() {
    const location = await this.post('/api/session/sign-in', { email: this.person.email, password })
    if (location !== '/') throw new Error(`${this.person.name} is not signed in: ${location}`)
  }

  /** Requests so many texts from the pool with this title. */
  async request(title: string, texts: number) {
    const pools = (await this.get('/texts')).matchAll(/name="pool"[^>]*value="([^"]+)"[^]*?class="pool-title">([^<]*)/g)
    const pool = [...pools].find(([, , shown]) => shown?.startsWith(title))?.[1] ?? ''
    for (let asked = 0; asked < texts; asked += A_REQUEST)
      await this.post('/api/requests/create', { pool, wanted: String(Math.min(A_REQUEST, texts - asked)) })
  }

  /** Sends the first text of a conversation, as its page has it, and says which text that is. */
  async sendFirst(conversation: string): Promise<string> {
    const page = await this.get(`/texts/${conversation}`)
    const form = page.slice(page.indexOf('action="/api/conversations/send?'))
    // A line break behind the tag is no part of the text.
    const body = unescaped(/<textarea[^>]*name="body"[^>]*>\n?([^<]*)</.exec(form)?.[1] ?? '')
    const hidden = { conversation, first: field(form, 'first'), lease_epoch: field(form, 'lease_epoch') }
    const location = await this.post('/api/conversations/send', { ...hidden, body })
    if (location.includes('__err')) throw new Error(`${conversation} was not sent: ${location}`)
    return body
  }

  async get(path: string): Promise<string> {
    const response = await fetch(this.url + path, { headers: this.#headers() })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 500)}`)
    return text
  }

  /** Posts a form, and says where that leads. */
  async post(path: string, form: Record<string, string>): Promise<string> {
    const headers = { ...this.#headers(), accept: 'text/html', referer: `${this.url}/` }
    const body = new URLSearchParams(form)
    const response = await fetch(this.url + path, { method: 'POST', headers, body, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      this.#cookies.set(name, value)
    }
    await response.arrayBuffer()
    if (response.status !== 302) throw new Error(`${path} answered ${response.status}`)
    return response.headers.get('location') ?? ''
  }

  #headers() {
    return { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
  }
}

/** The value of a field of a form. */
function field(html: string, name: string): string {
  const tag = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0] ?? ''
  const value = /value="([^"]*)"/.exec(tag)?.[1]
  if (value === undefined) throw new Error(`There is no field ${name}: ${html.slice(0, 2000)}`)
  return value
}

const unescaped = (html: string) =>
  html.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'")
