// The carrier's Messaging Services, as its API tells of them: any whose id ends with a number of numbers, 0 to 9.
import type { ServerResponse } from 'node:http'

/** An id that no other test uses, of a service with so many numbers. */
export const newServiceSid = (numbers: number) => `MG${crypto.randomUUID().replaceAll('-', '').slice(0, 31)}${numbers}`

/** Answers about a Messaging Service, if that is what is asked for. */
export function answerServices(pathname: string, response: ServerResponse): boolean {
  const [, numbers, part] = /^\/v1\/Services\/MG[0-9a-f]{31}([0-9])(\/.+)?$/.exec(pathname) ?? []
  if (numbers === undefined) return false
  const service = { inbound_request_url: `${process.env.BATON_TEST_URL}/webhooks/twilio`, inbound_method: 'POST', use_inbound_webhook_on_number: false }
  const list = Array.from({ length: Number(numbers) }, () => ({}))
  const answers: Record<string, unknown> = { '': service, '/PhoneNumbers': { phone_numbers: list }, '/ShortCodes': { short_codes: [] } }
  const answer = answers[part ?? '']
  response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}))
  return true
}
