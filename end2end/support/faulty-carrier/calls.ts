// The carrier's calls of the server, signed by its own library, and repeated as the address asks for.
import twilio from 'twilio'
import { account } from '../carrier-account.ts'

/** How many calls are under way at once. */
const AT_ONCE = 24
/** The delay before a call is repeated, in milliseconds. */
const BEFORE_REPEATING = 200

export type Fields = Record<string, string>

/** Calls a server at `url`, which is known to the carrier as `publicUrl`. */
export class Calls {
  /** What should not have happened. */
  readonly complaints: string[] = []
  /** How many calls were repeated after an error. */
  repeated = 0
  readonly #waiting: (() => void)[] = []
  #underWay = 0

  constructor(
    readonly url: string,
    readonly publicUrl: string,
  ) {}

  /** Calls an address, whose fragment may say how often a failed call is repeated; it has to succeed then. */
  async call(address: string, fields: Fields) {
    // The fragment is for the carrier: it is neither sent nor signed.
    const [target = '', fragment] = address.split('#')
    const repeats = Number(new URLSearchParams(fragment).get('rc') ?? 0)
    for (let attempt = 0; ; attempt++) {
      const status = await this.#within(() => this.post(target, fields, this.sign(target, fields))).catch(String)
      if (status === 200) return
      if (attempt === repeats) return void this.complaints.push(`${target} answered ${status}: ${JSON.stringify(fields)}`)
      this.repeated++
      await new Promise((resolve) => setTimeout(resolve, BEFORE_REPEATING))
    }
  }

  /** Calls with a signature that is not the carrier's; it has to be refused. */
  async imitate(target: string, fields: Fields) {
    const signature = twilio.getExpectedTwilioSignature('another secret', target, fields)
    const status = await this.post(target, fields, signature)
    if (status !== 403) this.complaints.push(`a call of nobody's was answered ${status}`)
  }

  /** Calls, and hangs up before there is an answer. */
  async hangUp(target: string, fields: Fields) {
    const soon = AbortSignal.timeout(3)
    await this.post(target, fields, this.sign(target, fields), soon).catch(() => {})
  }

  sign(target: string, fields: Fields): string {
    return twilio.getExpectedTwilioSignature(account.token, target, fields)
  }

  async post(target: string, fields: Fields, signature: string, signal?: AbortSignal): Promise<number> {
    const headers = { 'x-twilio-signature': signature }
    const body = new URLSearchParams(fields)
    const response = await fetch(target.replace(this.publicUrl, this.url), { method: 'POST', headers, body, signal })
    await response.arrayBuffer()
    return response.status
  }

  /** One of those that are under way at once. */
  async #within<T>(call: () => Promise<T>): Promise<T> {
    if (this.#underWay === AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#underWay++
    try {
      return await call()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#underWay--
    }
  }
}
