// A text that the carrier has taken.

export type Taken = {
  sid: string
  /** The number that it goes from. */
  from: string
  /** The Messaging Service that chose the number; empty: none. */
  service: string
  to: string
  body: string
  /** Where reports on it go. */
  callback: string
  at: Date
}
