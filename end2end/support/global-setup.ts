// Starts what the tests run against, once for all of them: an empty database, the carrier's double, a
// mail server, and the server. Where they are goes into the environment, which every worker inherits.
import { startBaton } from './baton.ts'
import { startCarrier } from './carrier.ts'
import { account } from './carrier-account.ts'
import { startMailServer } from './mail-server.ts'

export default async function globalSetup() {
  const carrier = await startCarrier()
  const mail = await startMailServer()
  const baton = await startBaton({
    TWILIO_ACCOUNT_SID: account.sid,
    TWILIO_AUTH_TOKEN: account.token,
    TWILIO_API_URL: carrier.url,
    ...mail.implicit,
    // Organizations whose number is simulated get their answers while the test is looking.
    BATON_SIMULATED_SLOWEST: '1',
  })
  process.env.BATON_TEST_URL = baton.url
  process.env.BATON_TEST_DATABASE = baton.database
  process.env.BATON_TEST_CARRIER = carrier.url
  process.env.BATON_TEST_INBOX = mail.inbox
  process.env.BATON_TEST_START_TLS = JSON.stringify(mail.startTls)
  return async () => {
    await baton.stop()
    await carrier.stop()
    await mail.stop()
  }
}
