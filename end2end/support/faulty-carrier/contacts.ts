// What contacts answer, and how the carrier delivers it.
import { randomUUID } from 'node:crypto'
import { account } from '../carrier-account.ts'
import type { Calls, Fields } from './calls.ts'
import { inboundFault } from './faults.ts'
import type { Taken } from './text.ts'

/** What a contact answers. */
export const answerBody = (contact: number) => `Yes, says number ${contact} 👍`

/** The call by which it is delivered. */
export function answerOf(contact: number, { from, service, to }: Pick<Taken, 'from' | 'service' | 'to'>): Fields {
  const sid = `SM${randomUUID().replaceAll('-', '')}`
  return {
    ...{ AccountSid: account.sid, MessageSid: sid, SmsSid: sid, SmsStatus: 'received', ApiVersion: '2010-04-01' },
    ...{ From: to, To: from, Body: answerBody(contact), NumMedia: '0', NumSegments: '1' },
    ...(service ? { MessagingServiceSid: service } : {}),
  }
}

/** Delivers it, with the fault that this contact's text has. The webhook's address asks for three repeats. */
export async function deliver(calls: Calls, contact: number, fields: Fields) {
  const target = `${calls.publicUrl}/webhooks/twilio`
  const call = (given = fields) => calls.call(`${target}#rc=3&rp=5xx,ct,rt`, given)
  switch (inboundFault(contact)) {
    case 'delivers it twice at once':
      return void (await Promise.all([call(), call()]))
    case 'delivers it twice, one after the other':
      await call()
      return call()
    case 'hangs up and delivers it again':
      await calls.hangUp(target, fields)
      return call()
    case 'is imitated by somebody without the secret':
      await calls.imitate(target, { ...fields, Body: 'STOP' })
      return call()
    case 'calls its id by the old name': {
      const { MessageSid: _, ...older } = fields
      return call(older)
    }
    case 'adds parameters that nobody knows':
      return call({ ...fields, NewThing: 'a value', 'Another[0]': '' })
    default:
      return call()
  }
}
