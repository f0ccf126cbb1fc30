// What the carrier reports of a text that it has taken.
import { account } from '../carrier-account.ts'
import type { Calls } from './calls.ts'
import { outboundFault, outcome } from './faults.ts'
import type { Taken } from './text.ts'

type Report = { status: string; code?: number }

/** The reports, in the order in which they are given. */
function reportsOf(contact: number): Report[] {
  const begun = [{ status: 'queued' }, { status: 'sent' }]
  const { state, code } = outcome(contact)
  const done = { status: state === 'failed' ? 'undelivered' : 'delivered', code }
  const reports = state === 'sent' ? begun : [...begun, done]
  switch (outboundFault(contact)) {
    case 'reports twice':
      return reports.flatMap((report) => [report, report])
    case 'reports in reverse order':
      return reports.toReversed()
    case 'reports a delivery after a failure':
      return [...reports, { status: 'delivered' }]
    default:
      return reports
  }
}

/** Gives them, one after the other. */
export async function report(calls: Calls, contact: number, text: Taken) {
  for (const { status, code } of reportsOf(contact)) {
    await calls.call(text.callback, {
      ...{ AccountSid: account.sid, MessageSid: text.sid, SmsSid: text.sid, From: text.from, To: text.to },
      ...{ MessageStatus: status, SmsStatus: status, ApiVersion: '2010-04-01' },
      ...(text.service ? { MessagingServiceSid: text.service } : {}),
      ...(code ? { ErrorCode: String(code) } : {}),
    })
  }
}
