// What goes wrong with which text, a tenth of them in each direction, and what has to come of it all the same. Everything
// follows from the number of the text, so that two runs have the same faults.

/** What the carrier does wrong with a text that it is handed, the first time. */
export const outboundFaults = [
  'answers late',
  'takes it and never answers',
  'never answers',
  'too many requests, twice',
  'takes it and answers 503',
  'answers 500',
  'takes it and hangs up',
  'hangs up',
  'takes it and answers what nobody can read',
  'takes it, answers 503, and its list fails once',
  'reports before it answers',
  'reports twice',
  'reports in reverse order',
  'reports a delivery after a failure',
  'reports that the phone is unreachable',
  'refuses it: the contact has opted out',
] as const

/** What the carrier does wrong with a text from a contact. */
export const inboundFaults = [
  'delivers it twice at once',
  'delivers it twice, one after the other',
  'hangs up and delivers it again',
  'is imitated by somebody without the secret',
  'delivers it before any report',
  'calls its id by the old name',
  'adds parameters that nobody knows',
] as const

export type OutboundFault = (typeof outboundFaults)[number]
export type InboundFault = (typeof inboundFaults)[number]

/** Every tenth text has the next fault of a list. */
const everyTenth = <Fault>(faults: readonly Fault[], text: number, at: number): Fault | undefined =>
  text % 10 === at ? faults[Math.floor(text / 10) % faults.length] : undefined

export const outboundFault = (text: number): OutboundFault | undefined => everyTenth(outboundFaults, text, 3)
export const inboundFault = (text: number): InboundFault | undefined => everyTenth(inboundFaults, text, 6)

/** What has become of a text in the end, as the export says it; with the carrier's code, if it failed. */
export type Outcome = { state: 'sent' | 'delivered' | 'failed'; code?: number }

export function outcome(text: number): Outcome {
  switch (outboundFault(text)) {
    case 'refuses it: the contact has opted out':
      return { state: 'failed', code: 21610 }
    case 'reports that the phone is unreachable':
      return { state: 'failed', code: 30003 }
    case 'reports a delivery after a failure':
      return { state: 'failed', code: 30007 }
    default:
      // Of some texts carriers never say more than that they were sent.
      return { state: text % 7 === 5 ? 'sent' : 'delivered' }
  }
}
